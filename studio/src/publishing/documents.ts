import { graphql } from '../gql'
import type { PublishDeskQuery } from '../gql/graphql'

export const PublishDesk = graphql(`
  query PublishDesk($id: ID!, $revision: Int) {
    draft(id: $id) {
      id
      version
      status
      review
      reviewNote
      title
      firstPublishedAt
      embargoUntil
      hasUnpublishedChanges
      updatedAt
      owner {
        id
        name
      }
      assignee {
        id
        name
      }
      article {
        url
        publishedAt
        canonical {
          id
          title
        }
        corrections {
          note
          correctedAt
        }
        copies(first: 10) {
          totalCount
          nodes {
            id
            title
            publishedAt
            source {
              name
            }
          }
        }
      }
      head {
        number
        actor
        publishedAt
        source {
          id
          name
        }
        category {
          id
          name
          breadcrumb {
            id
            name
          }
        }
        credits {
          author {
            id
            name
          }
        }
        tags {
          id
          name
        }
        relations {
          position
          target {
            id
            title
          }
        }
      }
      live {
        number
        actor
        createdAt
      }
      publications {
        liveFrom
        liveUntil
      }
      revisions(first: 30) {
        nodes {
          number
          name
          actor
          createdAt
          isLive
        }
      }
      schedules {
        id
        act
        dueAt
        actor
        isNewest
        revision {
          number
        }
      }
      lock {
        user {
          id
          name
        }
        heldSince
      }
      previewLinks {
        id
        revision
        createdAt
        expiresAt
        revokedAt
        user {
          name
        }
      }
      possibleDuplicates {
        similarity
        isMarked
        draft {
          id
          title
          status
          updatedAt
          source {
            name
          }
        }
      }
    }
    publishPlan(id: $id, revision: $revision) {
      revision
      url
      formerUrl
      event
      canPublish
      lists {
        tag
        change
      }
      findings {
        code
        field
        message
        blocks
      }
    }
  }
`)

export const DraftVersion = graphql(`
  query DraftVersion($id: ID!) {
    draft(id: $id) {
      title
      version
    }
  }
`)

export const NamesOfNodes = graphql(`
  query NamesOfNodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Article {
        title
      }
      ... on Author {
        name
      }
      ... on Category {
        name
      }
      ... on Collection {
        title
      }
      ... on Source {
        name
      }
      ... on Tag {
        name
      }
    }
  }
`)

export const PublishNow = graphql(`
  mutation PublishNow($input: ArticleInput!, $revision: Int, $key: String!) {
    done: publishArticle(input: $input, revision: $revision, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const CorrectNow = graphql(`
  mutation CorrectNow($input: ArticleInput!, $note: String!, $revision: Int, $key: String!) {
    done: correctArticle(input: $input, note: $note, revision: $revision, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const Unpublish = graphql(`
  mutation Unpublish($input: ArticleInput!, $key: String!) {
    done: unpublishArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const TakeDown = graphql(`
  mutation TakeDown($input: ArticleInput!, $reason: String!, $key: String!) {
    done: takeDownArticle(input: $input, reason: $reason, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const Reinstate = graphql(`
  mutation Reinstate($input: ArticleInput!, $key: String!) {
    done: reinstateArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const LeaveTrash = graphql(`
  mutation LeaveTrash($input: ArticleInput!, $key: String!) {
    done: restoreArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const PlanAct = graphql(`
  mutation PlanAct($input: ArticleInput!, $act: ScheduleAct!, $at: DateTime!, $revision: Int, $key: String!) {
    done: scheduleArticle(input: $input, act: $act, at: $at, revision: $revision, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const CancelPlan = graphql(`
  mutation CancelPlan($input: ArticleInput!, $act: ScheduleAct!, $key: String!) {
    done: cancelSchedule(input: $input, act: $act, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const SetEmbargo = graphql(`
  mutation SetEmbargo($input: ArticleInput!, $until: DateTime, $key: String!) {
    done: setEmbargo(input: $input, until: $until, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const Submit = graphql(`
  mutation Submit($input: ArticleInput!, $key: String!) {
    done: submitArticle(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const RequestChanges = graphql(`
  mutation RequestChanges($input: ArticleInput!, $note: String!, $key: String!) {
    done: requestChanges(input: $input, note: $note, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const Assign = graphql(`
  mutation Assign($input: ArticleInput!, $userId: ID, $key: String!) {
    done: assignArticle(input: $input, userId: $userId, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const TakeLock = graphql(`
  mutation TakeLock($id: ID!, $key: String!) {
    done: lockArticle(id: $id, takeOver: true, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const GiveUpLock = graphql(`
  mutation GiveUpLock($id: ID!, $key: String!) {
    done: unlockArticle(id: $id, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const MakePreview = graphql(`
  mutation MakePreview($input: CreatePreviewLinkInput!, $key: String!) {
    done: createPreviewLink(input: $input, idempotencyKey: $key) {
      __typename
      ... on CreatePreviewLinkPayload {
        secret
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const RevokePreview = graphql(`
  mutation RevokePreview($id: ID!, $key: String!) {
    done: revokePreviewLink(id: $id, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const ChooseLead = graphql(`
  mutation ChooseLead($id: ID!, $key: String!) {
    done: chooseLead(id: $id, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const MarkCopy = graphql(`
  mutation MarkCopy($id: ID!, $otherId: ID!, $key: String!) {
    done: markCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const DismissCopy = graphql(`
  mutation DismissCopy($id: ID!, $otherId: ID!, $key: String!) {
    done: dismissCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const ForgetVerdict = graphql(`
  mutation ForgetVerdict($id: ID!, $otherId: ID!, $key: String!) {
    done: forgetCopyVerdict(id: $id, otherId: $otherId, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export type DeskDraft = NonNullable<PublishDeskQuery['draft']>
export type Plan = NonNullable<PublishDeskQuery['publishPlan']>
export type PlannedAct = DeskDraft['schedules'][number]
