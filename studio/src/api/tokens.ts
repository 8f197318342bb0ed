import { graphql } from '../gql'

export const MyTokens = graphql(`
  query MyTokens {
    viewer {
      tokens {
        id
        name
        prefix
        scopes
        expiresAt
        revokedAt
      }
    }
  }
`)

export const CreateToken = graphql(`
  mutation CreateToken($input: CreateTokenInput!, $key: String!) {
    createToken(input: $input, idempotencyKey: $key) {
      __typename
      ... on CreateTokenPayload {
        secret
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const RevokeToken = graphql(`
  mutation RevokeToken($id: ID!) {
    revokeToken(id: $id) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)
