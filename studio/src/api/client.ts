import type { TypedDocumentString } from '../gql/graphql'

export const GRAPHQL_URL = '/graphql'

/**
 * Why an operation has no answer. `code` is one of docs/errors.md, OFFLINE where the server was not reached, TOO_LARGE
 * where it does not read so much, or UPLOAD_BROKEN where a file could not be sent to its end.
 */
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
  isLast = false,
): Promise<Result> {
  const response = await send(JSON.stringify({ query: document.toString(), variables }), signal, isLast)
  return dataOf(await parsed<Result>(response), response.status)
}

/** The data of an answer; an ApiError for one that has errors. */
export function dataOf<Result>(answer: Answer<Result>, status: number): Result {
  const problem = answer.errors?.[0]
  if (problem) throw failed(status, problem.message, problem.extensions?.code)
  if (!answer.data) throw failed(status)
  return answer.data
}

/** The error for an answer of this status; also one that is not of our server, but of what stands before it. */
export function failed(status: number, message = String(status), code = 'INTERNAL_SERVER_ERROR'): ApiError {
  return new ApiError(message, status === 413 ? 'TOO_LARGE' : code, status)
}

async function send(body: string, signal: AbortSignal | undefined, isLast: boolean): Promise<Response> {
  try {
    return await fetch(GRAPHQL_URL, {
      method: 'POST',
      // What is said on leaving a page is sent after it. Browsers keep little so, and refuse more.
      keepalive: isLast,
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
    throw failed(response.status, response.statusText || undefined)
  }
}
