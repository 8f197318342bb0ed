import { ref } from 'vue'
import { explain } from '../words'
import { ApiError, execute } from './client'
import type { TypedDocumentString } from '../gql/graphql'

/** What a mutation answers: its payload, or a refusal with its code. */
type Outcome = { __typename?: string; code?: string; message?: string; retryAfterSeconds?: number }

/**
 * Runs mutations of a page, one at a time, and keeps what went wrong in words for its editor.
 *
 * A refusal is anything with a `code`; `act` returns nothing then, and nothing for an ApiError.
 */
export function useActions() {
  const isBusy = ref(false)
  const problem = ref('')

  async function act<Result, Variables, Made extends Outcome>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    outcome: (result: Result) => Made,
  ): Promise<Made | undefined> {
    isBusy.value = true
    problem.value = ''
    try {
      const made = outcome(await execute(document, variables))
      if (made.code === undefined) return made
      problem.value = explain({ ...made, code: made.code, message: made.message ?? made.code })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      problem.value = explain(error)
    } finally {
      isBusy.value = false
    }
  }

  return { act, isBusy, problem }
}
