import { graphql } from '../gql'
import type { EvidenceOfQuery } from '../gql/graphql'

export const ImportPage = graphql(`
  mutation ImportPage($input: ImportArticleInput!) {
    done: importArticle(input: $input) {
      __typename
      ... on ImportArticlePayload {
        isNew
        notes
        draft {
          id
          title
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

export const EvidenceOf = graphql(`
  query EvidenceOf($id: ID!) {
    draft(id: $id) {
      id
      version
      status
      suggestions
      evidence {
        field
        origin
        text
        confidence
        isSuggestion
        value
      }
      head {
        title
        subtitle
        publishedAt
        canonicalUrl
        typedExcerpt
        byline
        language
        urgency
        licence
        creditLine
        wordCount
        source {
          name
        }
        category {
          breadcrumb {
            name
          }
        }
        credits {
          name
          role
        }
        tags {
          name
        }
        relations {
          reference {
            title
          }
          target {
            title
          }
        }
      }
    }
  }
`)

export const ConfirmSuggestion = graphql(`
  mutation ConfirmSuggestion($input: SuggestionInput!, $key: String!) {
    done: confirmSuggestion(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const DismissSuggestion = graphql(`
  mutation DismissSuggestion($input: SuggestionInput!, $key: String!) {
    done: dismissSuggestion(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export type EvidenceDraft = NonNullable<EvidenceOfQuery['draft']>
export type Evidence = EvidenceDraft['evidence'][number]
