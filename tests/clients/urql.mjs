import { Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { introspectionFromSchema } from "graphql";

import { articleId, documents, headers, pageSize, schema, sent, tell, url, watchedFetch, wrongPage } from "./asking.mjs";

const [article, articles, create] = [documents.article, documents.articles, documents.create].map((text) => gql(text));

function client(preferGetMethod) {
  const resolvers = { Query: { articles: relayPagination() } };
  const keys = { Credit: () => null };
  const cache = cacheExchange({ schema: introspectionFromSchema(schema), resolvers, keys });
  const fetchOptions = { headers };
  return new Client({ url, fetch: watchedFetch, fetchOptions, preferGetMethod, exchanges: [cache, fetchExchange] });
}

async function data(result) {
  const { data, error } = await result;
  if (error) throw error;
  return data;
}

// The cache joins the pages: the last answer holds all of them.
async function pages(preferGetMethod) {
  const asking = client(preferGetMethod);
  let after = null;
  let list;
  do {
    ({ articles: list } = await data(asking.query(articles, { first: pageSize, after })));
    after = list.pageInfo.endCursor;
  } while (list.pageInfo.hasNextPage);
  const methods = [...new Set(sent().map((request) => request.method))];
  return { ids: list.edges.map((edge) => edge.node.id), methods };
}

tell({
  page: (await data(client(false).query(article, { id: articleId }))).article,
  post: (sent(), await pages(false)),
  get: await pages("force"),
  refused: (await client(false).query(articles, wrongPage)).error.graphQLErrors[0].extensions.code,
  created: (await data(client(false).mutation(create, { input: { title: "urql 写的" } }))).createArticle,
});
