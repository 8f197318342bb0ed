import { graphql } from '../gql'
import type { CompareRevisionsQuery, HistoryQuery } from '../gql/graphql'

export const History = graphql(`
  query History($id: ID!, $after: String) {
    draft(id: $id) {
      id
      version
      status
      publications {
        liveFrom
        liveUntil
        note
        revision {
          number
        }
      }
      schedules(state: null) {
        id
        act
        state
        dueAt
        endedAt
        actor
        outcome
        revision {
          number
        }
      }
      head {
        number
      }
      revisions(first: 30, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          number
          name
          actor
          createdAt
          isAutosave
          isLive
          title
          wordCount
        }
      }
    }
  }
`)

export const CompareRevisions = graphql(`
  query CompareRevisions($id: ID!, $from: Int!, $to: Int) {
    revisionChanges(id: $id, from: $from, to: $to) {
      __typename
      field
      ... on ValueChange {
        old
        new
      }
      ... on ListDifference {
        items {
          kind
          label
          old
          new
          oldPosition
          newPosition
        }
      }
      ... on BodyDifference {
        paragraphs {
          kind
          isMoved
          spans {
            kind
            text
          }
          old {
            position
            type
            level
            html
          }
          new {
            position
            type
            level
            html
          }
        }
      }
    }
  }
`)

export const NameRevision = graphql(`
  mutation NameRevision($id: ID!, $number: Int!, $name: String!, $key: String!) {
    done: nameRevision(id: $id, number: $number, name: $name, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const RestoreRevision = graphql(`
  mutation RestoreRevision($input: ArticleInput!, $number: Int!, $key: String!) {
    done: restoreRevision(input: $input, number: $number, idempotencyKey: $key) {
      __typename
      ... on DraftPayload {
        draft {
          version
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export type DraftHistory = NonNullable<HistoryQuery['draft']>
export type RevisionRow = DraftHistory['revisions']['nodes'][number]
export type Change = NonNullable<CompareRevisionsQuery['revisionChanges']>[number]
export type BodyChange = Extract<Change, { __typename: 'BodyDifference' }>
export type ListChange = Extract<Change, { __typename: 'ListDifference' }>
export type Paragraph = BodyChange['paragraphs'][number]
