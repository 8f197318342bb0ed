// Follows the changes of articles with the clients of both protocols. The server is killed in between: each goes on
// after the last cursor it has.
import { createClient as createStream } from "graphql-sse";
import { createClient as createSocket } from "graphql-ws";

const { url, after, count } = JSON.parse(process.argv[2]);
const query = "subscription($after: String) { articleChanged(after: $after) { cursor sequence } }";
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100));

// All events to the last one, subscribing again whenever the connection is lost.
async function follow(subscribed) {
  const told = { sequences: [], subscriptions: 0 };
  let cursor = after;
  while (told.sequences.length < count) {
    told.subscriptions += 1;
    try {
      for await (const { data, errors } of subscribed({ query, variables: { after: cursor } })) {
        if (errors) throw new Error(JSON.stringify(errors));
        cursor = data.articleChanged.cursor;
        told.sequences.push(data.articleChanged.sequence);
        console.error(told.sequences.length);
        if (told.sequences.length === count) break;
      }
    } catch (error) {
      if (told.subscriptions > 100) throw error;
      await aMoment();
    }
  }
  return told;
}

// Their own retries would send the first cursor again, so they are switched off.
const socket = createSocket({ url: url.replace("http", "ws"), retryAttempts: 0, lazyCloseTimeout: 0 });
const stream = createStream({ url, retryAttempts: 0 });
const [bySocket, byStream] = await Promise.all([
  follow((request) => socket.iterate(request)),
  follow((request) => stream.iterate(request)),
]);
await socket.dispose();
stream.dispose();
console.log(JSON.stringify({ bySocket, byStream }));
