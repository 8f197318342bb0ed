import { createHash } from "node:crypto";

import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { isAbstractType } from "graphql";

import { articleId, documents, headers, pageSize, schema, sent, tell, url, watchedFetch, wrongPage } from "./asking.mjs";

const [article, articles, create] = [documents.article, documents.articles, documents.create].map((text) => gql(text));
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

// What the cache has to know of the schema: which types are of which interface.
const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
const possibleTypes = Object.fromEntries(
  abstract.map((type) => [type.name, schema.getPossibleTypes(type).map((possible) => possible.name)]),
);

function client({ useGETForQueries = false, links = [] } = {}) {
  const typePolicies = { Query: { fields: { articles: relayStylePagination() } } };
  const cache = new InMemoryCache({ possibleTypes, typePolicies });
  const http = new HttpLink({ uri: url, headers, fetch: watchedFetch, useGETForQueries });
  return new ApolloClient({ cache, link: ApolloLink.from([...links, http]) });
}

// The cache joins the pages: it holds all of them at last.
async function pages(asking) {
  const asked = { query: articles, variables: { first: pageSize } };
  let { data: page } = await asking.query(asked);
  const list = asking.watchQuery(asked);
  const watching = list.subscribe({});
  while (page.articles.pageInfo.hasNextPage) {
    ({ data: page } = await list.fetchMore({ variables: { after: page.articles.pageInfo.endCursor } }));
  }
  const { edges } = asking.readQuery(asked).articles;
  watching.unsubscribe();
  const requests = sent();
  const methods = [...new Set(requests.map((request) => request.method))];
  return { ids: edges.map((edge) => edge.node.id), methods, requests };
}

async function refused() {
  try {
    await client().query({ query: articles, variables: wrongPage });
  } catch (error) {
    if (CombinedGraphQLErrors.is(error)) return error.errors[0].extensions.code;
    throw error;
  }
}

const persisted = (options = {}) =>
  client({ links: [new PersistedQueryLink({ sha256, ...options })], useGETForQueries: options.useGETForHashedQueries });

tell({
  page: (await client().query({ query: article, variables: { id: articleId } })).data.article,
  post: (sent(), await pages(client())),
  get: await pages(client({ useGETForQueries: true })),
  persisted: await pages(persisted()),
  persistedAgain: await pages(persisted({ useGETForHashedQueries: true })),
  refused: await refused(),
  created: (await client().mutate({ mutation: create, variables: { input: { title: "Apollo 写的" } } })).data.createArticle,
});
process.exit();
