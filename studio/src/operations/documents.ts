import { graphql } from '../gql'
import type { AuditListQuery, EventListQuery, SystemStateQuery, UserListQuery } from '../gql/graphql'

export const EventListDocument = graphql(`
  query EventList($before: String, $after: String, $last: Int, $first: Int, $types: [String!], $subject: ID) {
    events(before: $before, after: $after, last: $last, first: $first, types: $types, subject: $subject) {
      totalCount
      pageInfo { hasPreviousPage startCursor }
      nodes { id sequence type at audience subjectKind subjectId actorKind fields tags data }
    }
  }
`)

export const AuditListDocument = graphql(`
  query AuditList($first: Int!, $after: String, $where: AuditWhere) {
    auditLog(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        sequence
        type
        subjectKind
        subjectId
        actor
        user { id name }
        via
        credentialId
        at
        payload
        details
        tags
      }
    }
  }
`)

export const UserListDocument = graphql(`
  query UserList($first: Int!, $after: String, $where: UserWhere) {
    users(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        name
        email
        role
        isDisabled
        hasPassword
        createdAt
        categories { id name }
        identities { issuer }
        tokens { id name prefix scopes createdAt lastUsedAt expiresAt revokedAt }
      }
    }
  }
`)

export const CreateUser = graphql(`
  mutation CreateUser($input: CreateUserInput!, $key: String!) {
    outcome: createUser(input: $input, idempotencyKey: $key) {
      __typename
      ... on UserPayload { user { id } }
      ... on Refusal { code message }
      ... on ValidationFailed { problems { path message } }
    }
  }
`)

export const UpdateUser = graphql(`
  mutation UpdateUser($input: UpdateUserInput!, $key: String!) {
    outcome: updateUser(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal { code message }
      ... on ValidationFailed { problems { path message } }
    }
  }
`)

export const CreateLoginLink = graphql(`
  mutation CreateLoginLink($id: ID!, $key: String!) {
    outcome: createLoginLink(userId: $id, idempotencyKey: $key) {
      __typename
      ... on LoginLinkPayload { link expiresAt }
      ... on Refusal { code message }
    }
  }
`)

export const UnlinkIdentities = graphql(`
  mutation UnlinkIdentities($id: ID!, $key: String!) {
    outcome: unlinkIdentities(userId: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }
  }
`)

export const CreateTokenFor = graphql(`
  mutation CreateTokenFor($input: CreateTokenInput!, $key: String!) {
    outcome: createToken(input: $input, idempotencyKey: $key) {
      __typename
      ... on CreateTokenPayload { secret }
      ... on Refusal { code message }
      ... on ValidationFailed { problems { path message } }
    }
  }
`)

export const RevokeTokenOf = graphql(`
  mutation RevokeTokenOf($id: ID!, $key: String!) {
    outcome: revokeToken(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }
  }
`)

export const SystemStateDocument = graphql(`
  query SystemState {
    system {
      version
      pythonVersion
      now
      databaseEngine
      databaseVersion
      databaseBytes
      migration
      migratedAt
      articleCount
      draftCount
      trashCount
      userCount
      lastSequence
      eventCount
      firstEventAt
      pendingDeliveryCount
      failedDeliveryCount
      oldestDeliveryAt
      stoppedEndpointCount
      scheduleCount
      overdueScheduleCount
      nextScheduleAt
      hotDueAt
      followers { name behind isWorking tries retryAt skippedCount skippedSequence }
      derived { name total missing stale }
    }
  }
`)

export type EventRow = NonNullable<EventListQuery['events']>['nodes'][number]
export type AuditRow = NonNullable<AuditListQuery['auditLog']>['nodes'][number]
export type UserRow = UserListQuery['users']['nodes'][number]
export type SystemState = NonNullable<SystemStateQuery['system']>
