import { ApiError } from '../api/client'

/** Why something was not done: a refusal of the server, or what kept us from asking it. */
export interface Refused {
  code: string
  message: string
  problems?: { path: string; message: string }[]
}

/** What a mutation answers: its payload, or a refusal, which is anything with a `code`. */
export type Answer = { __typename?: string } & Partial<Refused>

/** Do it; nothing if it worked. */
export async function attempt(doing: () => Promise<Answer>): Promise<Refused | undefined> {
  try {
    const { code, message, problems } = await doing()
    return code ? { code, message: message ?? code, problems } : undefined
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return error
  }
}
