import { ref } from 'vue'
import { ApiError, execute } from '../api/client'
import type { TypedDocumentString } from '../gql/graphql'
import { explain, i18n } from '../words'
import type { DraftRow, PublishDrafts } from './documents'

type Refused = { code: string; message: string }
type BulkAnswer = ReturnType<NonNullable<(typeof PublishDrafts)['__apiType']>>
type SingleDocument = TypedDocumentString<{ outcome: object | Refused }, { input: Item; key: string }>
type BulkDocument = TypedDocumentString<BulkAnswer, { articles: Item[]; key: string; userId?: string | null }>
type Item = { id: string; expectedVersion: number }

export interface Result {
  id: string
  title: string
  outcome: string
  isDone: boolean
}

/** Does something to several articles, and keeps what became of each. */
export function useBulk() {
  const results = ref<Result[]>([])
  const problem = ref('')
  const isBusy = ref(false)

  async function attempt(act: () => Promise<void>) {
    isBusy.value = true
    problem.value = ''
    results.value = []
    try {
      await act()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      problem.value = explain(error)
    } finally {
      isBusy.value = false
    }
  }

  /** With one request for all. */
  const together = (document: BulkDocument, rows: DraftRow[], more: { userId?: string | null } = {}) =>
    attempt(async () => {
      const { bulk } = await execute(document, { articles: rows.map(itemOf), key: crypto.randomUUID(), ...more })
      if (bulk.__typename !== 'BulkPayload') problem.value = explain(bulk)
      else results.value = bulk.outcomes.map(({ id, refusal }) => told(rows.find((row) => row.id === id)!, refusal))
    })

  /** One after the other, which is all that there is for what is in the trash. What is done stays told if one fails. */
  const singly = (document: SingleDocument, rows: DraftRow[]) =>
    attempt(async () => {
      for (const row of rows) {
        const { outcome } = await execute(document, { input: itemOf(row), key: crypto.randomUUID() })
        results.value = [...results.value, told(row, 'code' in outcome ? (outcome as Refused) : null)]
      }
    })

  return { results, problem, isBusy, together, singly }
}

function itemOf({ id, version }: DraftRow): Item {
  return { id, expectedVersion: version }
}

function told({ id, title }: DraftRow, refusal: Refused | null): Result {
  return { id, title, outcome: refusal ? explain(refusal) : i18n.global.t('done'), isDone: !refusal }
}
