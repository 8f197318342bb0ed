import type { Fetcher, FetcherOpts, FetcherParams } from '@graphiql/toolkit'
import { getOperationAST, parse } from 'graphql'
import { createClient } from 'graphql-sse'

export const GRAPHQL_URL = '/graphql'

/**
 * Asks our own server: queries and mutations by one POST, subscriptions as event streams.
 *
 * `asReader` is asked with each request; a public reader sends no cookie. Streams are used rather than sockets because a
 * browser sends its cookies with every socket.
 */
export function makeFetcher(asReader: () => boolean): Fetcher {
  return (params, options) => {
    const credentials = asReader() ? 'omit' : 'same-origin'
    return isSubscription(params) ? follow(params, options, credentials) : ask(params, options, credentials)
  }
}

async function ask(params: FetcherParams, options: FetcherOpts | undefined, credentials: RequestCredentials) {
  const response = await fetch(GRAPHQL_URL, {
    method: 'POST',
    credentials,
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...ourHeaders(options),
    },
    body: JSON.stringify(params),
  })
  return response.json()
}

function follow(params: FetcherParams, options: FetcherOpts | undefined, credentials: RequestCredentials) {
  const client = createClient({ url: GRAPHQL_URL, credentials, headers: ourHeaders(options), retryAttempts: 3 })
  return client.iterate<Record<string, unknown>, Record<string, unknown>>({
    query: params.query,
    operationName: params.operationName ?? undefined,
    variables: params.variables as Record<string, unknown> | undefined,
  })
}

/** The server takes a session's POST only with this header (docs/security.md); what the user typed wins. */
function ourHeaders(options: FetcherOpts | undefined): Record<string, string> {
  return { 'X-Broadsheet-CSRF': '1', ...(options?.headers as Record<string, string> | undefined) }
}

function isSubscription(params: FetcherParams): boolean {
  try {
    return getOperationAST(parse(params.query), params.operationName)?.operation === 'subscription'
  } catch {
    return false // a syntax error, which the server explains
  }
}
