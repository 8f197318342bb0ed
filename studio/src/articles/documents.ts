import { graphql } from '../gql'
import type { DraftListQuery } from '../gql/graphql'

export const DraftList = graphql(`
  query DraftList($first: Int!, $after: String, $where: DraftWhere, $orderBy: DraftOrder!) {
    drafts(first: $first, after: $after, where: $where, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        status
        review
        version
        updatedAt
        hasUnpublishedChanges
        category {
          name
        }
        source {
          name
        }
        owner {
          name
        }
      }
    }
  }
`)

export const ListChoices = graphql(`
  query ListChoices {
    allCategories(first: 100) {
      nodes {
        category {
          id
          name
          path
        }
      }
    }
    allSources(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`)

export const PublishDrafts = graphql(`
  mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {
    bulk: publishArticles(articles: $articles, idempotencyKey: $key) {
      ...BulkResult
    }
  }
`)

export const TrashDrafts = graphql(`
  mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {
    bulk: trashArticles(articles: $articles, idempotencyKey: $key) {
      ...BulkResult
    }
  }
`)

graphql(`
  fragment BulkResult on BulkResult {
    __typename
    ... on BulkPayload {
      outcomes {
        id
        refusal {
          code
          message
        }
      }
    }
    ... on Refusal {
      code
      message
    }
  }
`)

export type DraftRow = NonNullable<DraftListQuery['drafts']>['nodes'][number]
