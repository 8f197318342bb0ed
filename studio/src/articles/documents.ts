import { graphql } from '../gql'
import type { DraftListQuery } from '../gql/graphql'

graphql(`
  fragment DraftRow on Draft {
    id
    title
    status
    review
    version
    createdAt
    updatedAt
    firstPublishedAt
    hasUnpublishedChanges
    category { name }
    source { name }
    owner { name }
    assignee { name }
    lock { user { id name } }
    schedules { act dueAt }
    head @include(if: $withRevision) {
      language
      credits { name }
      tags { name }
    }
  }
`)

export const DraftList = graphql(`
  query DraftList(
    $first: Int!
    $after: String
    $search: String
    $where: DraftWhere
    $orderBy: DraftOrder!
    $withRevision: Boolean!
  ) {
    drafts(first: $first, after: $after, search: $search, where: $where, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...DraftRow }
    }
  }
`)

export const TrashList = graphql(`
  query TrashList(
    $first: Int!
    $after: String
    $search: String
    $where: DraftWhere
    $orderBy: DraftOrder!
    $withRevision: Boolean!
  ) {
    drafts: trash(first: $first, after: $after, search: $search, where: $where, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...DraftRow }
    }
  }
`)

export const ListChoices = graphql(`
  query ListChoices {
    allCategories(first: 100) {
      nodes { category { id name path } }
    }
  }
`)

/** The names of what a filter in the page's address chose by id. */
export const ChosenNames = graphql(`
  query ChosenNames($sources: [ID!]!, $authors: [ID!]!, $tags: [ID!]!) {
    sources: allSources(where: { ids: $sources }, first: 1) { nodes { id name } }
    authors: allAuthors(where: { ids: $authors }, first: 1) { nodes { id name } }
    tags: allTags(where: { ids: $tags }, first: 1) { nodes { id name } }
  }
`)

export const PublishDrafts = graphql(`
  mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {
    bulk: publishArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }
  }
`)

export const UnpublishDrafts = graphql(`
  mutation UnpublishDrafts($articles: [ArticleInput!]!, $key: String!) {
    bulk: unpublishArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }
  }
`)

export const AssignDrafts = graphql(`
  mutation AssignDrafts($articles: [ArticleInput!]!, $userId: ID, $key: String!) {
    bulk: assignArticles(articles: $articles, userId: $userId, idempotencyKey: $key) { ...BulkResult }
  }
`)

export const TrashDrafts = graphql(`
  mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {
    bulk: trashArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }
  }
`)

export const RestoreDraft = graphql(`
  mutation RestoreDraft($input: ArticleInput!, $key: String!) {
    outcome: restoreArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal { code message }
    }
  }
`)

export const DeleteDraft = graphql(`
  mutation DeleteDraft($input: ArticleInput!, $key: String!) {
    outcome: deleteArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal { code message }
    }
  }
`)

graphql(`
  fragment BulkResult on BulkResult {
    __typename
    ... on BulkPayload {
      outcomes { id refusal { code message } }
    }
    ... on Refusal { code message }
  }
`)

export type DraftRow = NonNullable<DraftListQuery['drafts']>['nodes'][number]
