import { ClientError, GraphQLClient } from "graphql-request";

import { articleId, documents, headers, pageSize, sent, tell, url, watchedFetch, wrongPage } from "./asking.mjs";

const client = (method) => new GraphQLClient(url, { method, headers, fetch: watchedFetch });

async function pages(method) {
  const ids = [];
  let after = null;
  let hasNextPage = true;
  while (hasNextPage) {
    const { articles } = await client(method).request(documents.articles, { first: pageSize, after });
    ids.push(...articles.edges.map((edge) => edge.node.id));
    after = articles.pageInfo.endCursor;
    hasNextPage = articles.pageInfo.hasNextPage;
  }
  return { ids, methods: [...new Set(sent().map((request) => request.method))] };
}

async function refused() {
  try {
    await client("POST").request(documents.articles, wrongPage);
  } catch (error) {
    if (error instanceof ClientError) return error.response.errors[0].extensions.code;
    throw error;
  }
}

tell({
  page: (await client("POST").request(documents.article, { id: articleId })).article,
  post: (sent(), await pages("POST")),
  get: await pages("GET"),
  refused: await refused(),
  created: (await client("POST").request(documents.create, { input: { title: "graphql-request 写的" } })).createArticle,
});
