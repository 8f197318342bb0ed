import type { TypedDocumentString } from '../gql/graphql'

export const GRAPHQL_URL = '/graphql'

/** Why an operation has no answer. `code` is one of docs/errors.md, or OFFLINE where the server was not reached. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly status = 0,
  ) {
    super(message)
  }

  get isSignedOut() {
    return this.code === 'UNAUTHENTICATED'
  }
}

interface Answer<Result> {
  data?: Result | null
  errors?: { message: string; extensions?: { code?: string } }[]
}

/**
 * The one way to the server: a typed document in, its data out.
 *
 * Refusals of mutations are data, as the schema has them; everything else that went wrong is an ApiError.
 */
export async function execute<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await send(JSON.stringify({ query: document.toString(), variables }), signal)
  return dataOf(await parsed<Result>(response), response.status)
}

/** The data of an answer; an ApiError for one that has errors. */
export function dataOf<Result>(answer: Answer<Result>, status: number): Result {
  const problem = answer.errors?.[0]
  if (problem) throw new ApiError(problem.message, problem.extensions?.code ?? 'INTERNAL_SERVER_ERROR', status)
  if (!answer.data) throw new ApiError(String(status), 'INTERNAL_SERVER_ERROR', status)
  return answer.data
}

async function send(body: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(GRAPHQL_URL, {
      method: 'POST',
      signal,
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        'X-Broadsheet-CSRF': '1',
      },
      body,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError('The server was not reached.', 'OFFLINE')
  }
}

async function parsed<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return await response.json()
  } catch {
    throw new ApiError(response.statusText || String(response.status), 'INTERNAL_SERVER_ERROR', response.status)
  }
}
