import { graphql } from '../gql'

graphql(`
  fragment EditedDraft on Draft {
    id
    version
    status
    slug
    updatedAt
    hasUnpublishedChanges
    article {
      url
    }
    head {
      number
      title
      slug
      subtitle
      html
      excerpt
      typedExcerpt
      byline
      language
      publishedAt
      canonicalUrl
      urgency
      creditLine
      licence
      image {
        id
        url
        alt
      }
      imageCaption
      source {
        id
        name
      }
      category {
        id
        name
      }
      credits {
        name
        role
        author {
          id
          name
        }
      }
      relations {
        kind
        target {
          id
          title
        }
        reference {
          id
          title
        }
      }
      tags {
        id
        name
      }
    }
  }
`)

export const DraftToEdit = graphql(`
  query DraftToEdit($id: ID!) {
    draft(id: $id) {
      ...EditedDraft
    }
    site {
      name
      url
    }
  }
`)

export const SaveDraft = graphql(`
  mutation SaveDraft($input: UpdateArticleInput!, $key: String!) {
    saved: updateArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on UpdateArticlePayload {
        mergedFields
        draft {
          ...SavedDraft
        }
      }
      ... on VersionConflict {
        fields
        currentVersion
      }
      ... on ValidationFailed {
        problems {
          path
          message
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const MakeDraft = graphql(`
  mutation MakeDraft($input: CreateArticleInput!, $key: String!) {
    saved: createArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on DraftPayload {
        draft {
          ...SavedDraft
        }
      }
      ... on ValidationFailed {
        problems {
          path
          message
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

graphql(`
  fragment SavedDraft on Draft {
    id
    version
    slug
    status
    hasUnpublishedChanges
    article {
      url
    }
    head {
      excerpt
    }
  }
`)

export const LookAlikes = graphql(`
  query LookAlikes($id: ID!) {
    draft(id: $id) {
      possibleDuplicates {
        similarity
        isMarked
        draft {
          id
          title
          status
        }
      }
    }
  }
`)

export const LinkSuggestions = graphql(`
  query LinkSuggestions($id: ID!) {
    draft(id: $id) {
      relatedSuggestions(first: 8) {
        score
        reason
        article {
          id
          title
        }
      }
    }
  }
`)

export const MakeReference = graphql(`
  mutation MakeReference($input: CreateReferenceInput!, $key: String!) {
    made: createReference(input: $input, idempotencyKey: $key) {
      __typename
      ... on ReferencePayload {
        reference {
          id
          title
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const MakeTag = graphql(`
  mutation MakeTag($input: CreateTagInput!, $key: String!) {
    made: createTag(input: $input, idempotencyKey: $key) {
      __typename
      ... on TagPayload {
        tag {
          id
          name
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const CategoryChoices = graphql(`
  query CategoryChoices($after: String) {
    allCategories(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        position
        category {
          id
          name
          path
          depth
          parent {
            id
          }
        }
      }
    }
  }
`)

export const PictureShown = graphql(`
  query PictureShown($id: ID!) {
    asset(id: $id) {
      id
      url
      alt
      caption
    }
  }
`)
