import { graphql } from '../gql'
import type { EndpointListQuery, EndpointPageQuery, DeliveryListQuery } from '../gql/graphql'

graphql(`
  fragment EndpointRow on Endpoint {
    id
    kind
    name
    url
    state
    reason
    failingSince
    deliveredAt
    behind
    unfinishedCount
    version
  }
`)

export const EndpointListDocument = graphql(`
  query EndpointList($first: Int!, $after: String) {
    endpoints(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...EndpointRow }
    }
  }
`)

export const EndpointPageDocument = graphql(`
  query EndpointPage($id: ID!) {
    endpoint(id: $id) {
      ...EndpointRow
      types
      categories { id name }
      sources { id name }
      languages
      payload
      selection
      runAs
      headers { name }
      ratePerMinute
      concurrency
      hasFormerSecret
      formerUntil
      position
      createdAt
      updatedAt
    }
  }
`)

export const DeliveryListDocument = graphql(`
  query DeliveryList($id: ID!, $first: Int!, $after: String, $where: DeliveryWhere) {
    endpoint(id: $id) {
      deliveries(first: $first, after: $after, where: $where) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          eventId
          type
          sequence
          state
          attemptCount
          nextAt
          lastStatus
          lastError
          createdAt
          finishedAt
        }
      }
    }
  }
`)

export const DeliveryDocument = graphql(`
  query DeliveryDetail($id: ID!) {
    delivery(id: $id) {
      id
      type
      state
      body
      event { subjectKind subjectId at data fields tags }
      attempts { id number at status error milliseconds answer }
    }
  }
`)

export const CreateEndpoint = graphql(`
  mutation CreateEndpoint($input: CreateEndpointInput!) {
    outcome: createEndpoint(input: $input) {
      __typename
      ... on EndpointSecretPayload { secret endpoint { id } }
      ... on Refusal { code message }
      ... on ValidationFailed { problems { path message } }
    }
  }
`)

export const UpdateEndpoint = graphql(`
  mutation UpdateEndpoint($input: UpdateEndpointInput!) {
    outcome: updateEndpoint(input: $input) {
      __typename
      ... on Refusal { code message }
      ... on ValidationFailed { problems { path message } }
    }
  }
`)

export const PauseEndpoint = graphql(`
  mutation PauseEndpoint($id: ID!, $key: String!) {
    outcome: pauseEndpoint(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }
  }
`)

export const ResumeEndpoint = graphql(`
  mutation ResumeEndpoint($id: ID!, $key: String!) {
    outcome: resumeEndpoint(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }
  }
`)

export const DeleteEndpoint = graphql(`
  mutation DeleteEndpoint($input: DeleteInput!, $key: String!) {
    outcome: deleteEndpoint(input: $input, idempotencyKey: $key) { __typename ... on Refusal { code message } }
  }
`)

export const RotateSecret = graphql(`
  mutation RotateSecret($id: ID!, $key: String!) {
    outcome: rotateEndpointSecret(id: $id, idempotencyKey: $key) {
      __typename
      ... on EndpointSecretPayload { secret }
      ... on Refusal { code message }
    }
  }
`)

export const TestEndpoint = graphql(`
  mutation TestEndpoint($id: ID!) {
    outcome: testEndpoint(id: $id) {
      __typename
      ... on TestEndpointPayload { isDelivered status error milliseconds answer }
      ... on Refusal { code message }
    }
  }
`)

export const Redeliver = graphql(`
  mutation Redeliver($id: ID!, $key: String!) {
    outcome: redeliver(id: $id, idempotencyKey: $key) {
      __typename
      ... on RedeliverPayload { count }
      ... on Refusal { code message }
    }
  }
`)

export const RedeliverFailed = graphql(`
  mutation RedeliverFailed($id: ID!, $since: DateTime!, $key: String!) {
    outcome: redeliverFailed(id: $id, since: $since, idempotencyKey: $key) {
      __typename
      ... on RedeliverPayload { count }
      ... on Refusal { code message }
    }
  }
`)

export const ReplayEvents = graphql(`
  mutation ReplayEvents($id: ID!, $from: SafeInt!) {
    outcome: replayEvents(id: $id, fromSequence: $from) {
      __typename
      ... on RedeliverPayload { count }
      ... on Refusal { code message }
    }
  }
`)

export type EndpointRow = NonNullable<EndpointListQuery['endpoints']>['nodes'][number]
export type Endpoint = NonNullable<EndpointPageQuery['endpoint']>
export type DeliveryRow = NonNullable<DeliveryListQuery['endpoint']>['deliveries']['nodes'][number]
