import { graphql } from '../gql'

// Deleting what articles share takes no idempotency key: with one, the search for who uses it would keep others from saving.

graphql(`
  fragment Refused on Refusal {
    code
    message
    ... on ValidationFailed {
      problems { path message }
    }
  }
`)

export const SourceList = graphql(`
  query SourceList($search: String, $ids: [ID!], $first: Int, $after: String) {
    page: allSources(search: $search, where: { ids: $ids }, first: $first, after: $after) {
      nodes { id version name slug kind url licence creditLine language articles(first: 0) { totalCount } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`)
export const CreateSource = graphql(`
  mutation CreateSource($input: CreateSourceInput!, $key: String!) {
    made: createSource(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const UpdateSource = graphql(`
  mutation UpdateSource($input: UpdateSourceInput!, $key: String!) {
    made: updateSource(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const DeleteSource = graphql(`
  mutation DeleteSource($input: DeleteInput!) {
    made: deleteSource(input: $input) { __typename ...Refused }
  }
`)
export const MergeSources = graphql(`
  mutation MergeSources($input: MergeInput!, $key: String!) {
    made: mergeSources(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)

export const AuthorList = graphql(`
  query AuthorList($search: String, $ids: [ID!], $first: Int, $after: String) {
    page: allAuthors(search: $search, where: { ids: $ids }, first: $first, after: $after) {
      nodes { id version name slug kind description url articles(first: 0) { totalCount } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`)
export const CreateAuthor = graphql(`
  mutation CreateAuthor($input: CreateAuthorInput!, $key: String!) {
    made: createAuthor(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const UpdateAuthor = graphql(`
  mutation UpdateAuthor($input: UpdateAuthorInput!, $key: String!) {
    made: updateAuthor(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const DeleteAuthor = graphql(`
  mutation DeleteAuthor($input: DeleteInput!) {
    made: deleteAuthor(input: $input) { __typename ...Refused }
  }
`)
export const MergeAuthors = graphql(`
  mutation MergeAuthors($input: MergeInput!, $key: String!) {
    made: mergeAuthors(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)

export const TagList = graphql(`
  query TagList($search: String, $ids: [ID!], $first: Int, $after: String) {
    page: allTags(search: $search, where: { ids: $ids }, first: $first, after: $after) {
      nodes { id version name slug mediaTopic articles(first: 0) { totalCount } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`)
export const CreateTag = graphql(`
  mutation CreateTag($input: CreateTagInput!, $key: String!) {
    made: createTag(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const UpdateTag = graphql(`
  mutation UpdateTag($input: UpdateTagInput!, $key: String!) {
    made: updateTag(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const DeleteTag = graphql(`
  mutation DeleteTag($input: DeleteInput!) {
    made: deleteTag(input: $input) { __typename ...Refused }
  }
`)
export const MergeTags = graphql(`
  mutation MergeTags($input: MergeInput!, $key: String!) {
    made: mergeTags(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)

export const ReferenceList = graphql(`
  query ReferenceList($search: String, $first: Int, $after: String) {
    page: allReferences(search: $search, first: $first, after: $after) {
      nodes { reference { id version title teaser url isTruncated } target { id title } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`)
export const CreateReference = graphql(`
  mutation CreateReference($input: CreateReferenceInput!, $key: String!) {
    made: createReference(input: $input, idempotencyKey: $key) {
      __typename
      ...Refused
      ... on ReferencePayload { reference { id version } }
    }
  }
`)
export const UpdateReference = graphql(`
  mutation UpdateReference($input: UpdateReferenceInput!, $key: String!) {
    made: updateReference(input: $input, idempotencyKey: $key) {
      __typename
      ...Refused
      ... on ReferencePayload { reference { id version } }
    }
  }
`)
export const SetReferenceTarget = graphql(`
  mutation SetReferenceTarget($input: SetReferenceTargetInput!, $key: String!) {
    made: setReferenceTarget(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const DeleteReference = graphql(`
  mutation DeleteReference($input: DeleteInput!) {
    made: deleteReference(input: $input) { __typename ...Refused }
  }
`)

export const RedirectList = graphql(`
  query RedirectList($search: String, $first: Int, $after: String) {
    page: allRedirects(search: $search, first: $first, after: $after) {
      nodes { redirect { id version path url isPermanent } target { id title status } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`)
export const CreateRedirect = graphql(`
  mutation CreateRedirect($input: CreateRedirectInput!, $key: String!) {
    made: createRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const UpdateRedirect = graphql(`
  mutation UpdateRedirect($input: UpdateRedirectInput!, $key: String!) {
    made: updateRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const DeleteRedirect = graphql(`
  mutation DeleteRedirect($input: DeleteInput!, $key: String!) {
    made: deleteRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
