import { graphql } from '../gql'

export const DraftTranslations = graphql(`
  query DraftTranslations($id: ID!) {
    draft(id: $id) {
      id
      version
      translationOf {
        id
      }
      translations {
        id
        version
        title
        status
        translationOf {
          id
        }
        head {
          language
        }
      }
    }
  }
`)

export const DraftToLink = graphql(`
  query DraftToLink($id: ID!) {
    draft(id: $id) {
      id
      version
      translationOf {
        id
      }
      head {
        language
      }
    }
  }
`)

export const TranslateArticle = graphql(`
  mutation TranslateArticle($id: ID!, $language: String!, $key: String!) {
    made: translateArticle(id: $id, language: $language, idempotencyKey: $key) {
      __typename
      ... on DraftPayload {
        draft {
          id
        }
      }
      ... on Refusal {
        code
        message
      }
      ... on ValidationFailed {
        problems {
          message
        }
      }
    }
  }
`)

export const LinkTranslation = graphql(`
  mutation LinkTranslation($input: UpdateArticleInput!, $key: String!) {
    saved: updateArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)
