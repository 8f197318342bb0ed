// Verifies signed requests with the reference library of Standard Webhooks; prints which were taken.
import { Webhook } from "standardwebhooks";

const { requests } = JSON.parse(process.argv[2]);
const taken = requests.map(({ secret, headers, body }) => {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch (error) {
    return error.message;
  }
});
console.log(JSON.stringify(taken));
