// The public audits of GraphQL over HTTP: tells what came of each.
import { serverAudits } from "graphql-http";

import { tell, url } from "./asking.mjs";

const results = [];
for (const { id, name, fn } of serverAudits({ url })) {
  const { status, reason } = await fn();
  results.push({ id, name, status, reason });
}
tell(results);
