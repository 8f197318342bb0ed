import type { Given } from './reading'

/** What became of one page: it waits, is read, made a draft, was found, or was refused. */
export interface Result {
  key: string
  label: string
  given?: Given
  state: 'waiting' | 'reading' | 'made' | 'found' | 'refused'
  notes: string[]
  problem?: string
  draft?: { id: string; title: string; version: number }
}
