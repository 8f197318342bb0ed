import { graphql } from '../gql'
import type { AssetCardFragment, AssetDetailsQuery } from '../gql/graphql'

export const AssetList = graphql(`
  query AssetList($first: Int!, $after: String, $where: AssetWhere, $orderBy: AssetOrder!, $search: String) {
    assets(first: $first, after: $after, where: $where, orderBy: $orderBy, search: $search) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...AssetCard
      }
    }
  }
`)

export const AssetDetails = graphql(`
  query AssetDetails($id: ID!) {
    asset(id: $id) {
      ...AssetCard
      rights
      focalX
      focalY
      createdAt
      version
      uploader {
        id
        name
      }
      useCount
      usedBy {
        id
        title
        status
      }
      sizes: renditions {
        url
        width
      }
    }
  }
`)

export const UploadAsset = graphql(`
  mutation UploadAsset($file: Upload!) {
    uploadAsset(file: $file) {
      __typename
      ... on UploadAssetPayload {
        isNew
        asset {
          ...AssetCard
        }
      }
      ...FileRefusal
    }
  }
`)

export const ReplaceAsset = graphql(`
  mutation ReplaceAsset($id: ID!, $expectedVersion: Int!, $file: Upload!) {
    replaceAsset(id: $id, expectedVersion: $expectedVersion, file: $file) {
      __typename
      ...FileRefusal
    }
  }
`)

export const UpdateAsset = graphql(`
  mutation UpdateAsset($input: UpdateAssetInput!, $key: String!) {
    updateAsset(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export const DeleteAsset = graphql(`
  mutation DeleteAsset($input: DeleteInput!) {
    deleteAsset(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
    }
  }
`)

graphql(`
  fragment FileRefusal on Refusal {
    code
    message
  }
`)

graphql(`
  fragment AssetCard on Asset {
    id
    url
    name
    title
    type
    mediaType
    sizeBytes
    width
    height
    isAnimated
    alt
    caption
    credit
    expiresAt
    thumbnails: renditions(crop: FOUR_BY_THREE) {
      url
      width
    }
  }
`)

export type Card = AssetCardFragment
export type Asset = NonNullable<AssetDetailsQuery['asset']>
