// What every client asks, and how its script tells what it got: one line of JSON.
import { readFileSync } from "node:fs";

import { buildSchema } from "graphql";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const document = (name) => read(`documents/${name}.graphql`);

export const schema = buildSchema(read("../../schema/schema.graphql"));
export const documents = { article: document("article"), articles: document("articles"), create: document("create") };
export const { url, token, articleId, pageSize } = JSON.parse(process.argv[2]);
export const headers = { Authorization: `Bearer ${token}` };
export const wrongPage = { first: 1000 };

const requests = [];

// `fetch`, remembering how it was used.
export async function watchedFetch(address, options) {
  const response = await fetch(address, options);
  const isGet = options.method === "GET";
  const hasDocument = isGet ? new URL(address).searchParams.has("query") : "query" in JSON.parse(options.body);
  requests.push({ method: options.method, status: response.status, hasDocument });
  return response;
}

// The requests since the last call.
export const sent = () => requests.splice(0);

export const tell = (results) => console.log(JSON.stringify(results));
