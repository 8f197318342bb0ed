/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** One article at the version at which it was read. */
export type ArticleInput = {
  /** The `version` of the draft when it was read. If it has moved on, nothing is done. */
  expectedVersion: number;
  /** The article, such as art_17, public or not. */
  id: string;
};

/** In which order assets come; ties are broken by id, the same way. */
export type AssetOrder =
  /** The largest files first. */
  | 'LARGEST'
  /** The latest brought in first. */
  | 'NEWEST'
  /** The latest brought in last. */
  | 'OLDEST';

/** What sort of file an asset is. */
export type AssetType =
  /** An AVIF picture. */
  | 'AVIF'
  /** A GIF picture, which may be animated. */
  | 'GIF'
  /** A JPEG picture. */
  | 'JPEG'
  /** A PDF document, which is only downloaded. */
  | 'PDF'
  /** A PNG picture. */
  | 'PNG'
  /** A WebP picture, which may be animated. */
  | 'WEBP';

/** Which assets. All given fields must hold; an empty filter holds for all. */
export type AssetWhere = {
  /** All of these hold. */
  and?: Array<AssetWhere> | null | undefined;
  /** When it was brought in. */
  createdAt?: DateTimeFilter | null | undefined;
  /** When the rights to it end. */
  expiresAt?: DateTimeFilter | null | undefined;
  /** Whether the rights to it have ended. */
  isExpired?: boolean | null | undefined;
  /** Whether it is a picture. */
  isImage?: boolean | null | undefined;
  /** Whether any revision of a draft shows it, old ones included. */
  isUsed?: boolean | null | undefined;
  /** This does not hold. */
  not?: AssetWhere | null | undefined;
  /** At least one of these holds. */
  or?: Array<AssetWhere> | null | undefined;
  /** Of one of these types. */
  types?: Array<AssetType> | null | undefined;
  /** Brought in by this user. */
  uploaderId?: string | null | undefined;
};

/** Which categories. All given fields must hold. */
export type CategoryWhere = {
  /** The Category with this id. */
  id?: string | null | undefined;
  /** One of these ids; at most 100. */
  ids?: Array<string> | null | undefined;
  /** Exactly this path. */
  path?: string | null | undefined;
  /** The category with this path, or one below it. */
  under?: string | null | undefined;
};

/** A new password for the viewer. */
export type ChangePasswordInput = {
  /** The password until now. */
  currentPassword: string;
  /** The new one: 10 to 200 characters, not the e-mail address. */
  newPassword: string;
};

/** A new API token. */
export type CreateTokenInput = {
  /** When it ends, at most ten years ahead; in 90 days if not given. */
  expiresAt?: string | null | undefined;
  /** What it is for: 1 to 100 characters. */
  name: string;
  /** What it may do; OWN_ACCOUNT cannot be given. */
  scopes: Array<Permission>;
  /** Whose it is, for administrators; the viewer's own if not given. */
  userId?: string | null | undefined;
};

/** A span of time. All given bounds must hold. */
export type DateTimeFilter = {
  /** Later than this. */
  after?: string | null | undefined;
  /** Earlier than this. */
  before?: string | null | undefined;
  /** At this time or later. */
  since?: string | null | undefined;
  /** At this time or earlier. */
  until?: string | null | undefined;
};

/** What to delete. */
export type DeleteInput = {
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
};

/** In which order drafts come; ties are broken by id, the same way. */
export type DraftOrder =
  /** The latest changed last. */
  | 'LONGEST_UNTOUCHED'
  /** The latest made first. */
  | 'NEWEST'
  /** The latest changed first. */
  | 'RECENTLY_UPDATED'
  /** By headline, in the order of its characters. */
  | 'TITLE';

/** Where a draft stands between the newsroom and the public. */
export type DraftStatus =
  /** It never was public. */
  | 'DRAFT'
  /** It is public. */
  | 'PUBLISHED'
  /** It was taken down; a public tombstone tells why. */
  | 'TAKEN_DOWN'
  /** It is in the trash. */
  | 'TRASHED'
  /** It was public, and is not any more. */
  | 'UNPUBLISHED';

/** Which drafts. All given fields must hold; an empty filter holds for all. */
export type DraftWhere = {
  /** All of these hold. */
  and?: Array<DraftWhere> | null | undefined;
  /** Assigned to this user. */
  assigneeId?: string | null | undefined;
  /** In such a category. */
  category?: CategoryWhere | null | undefined;
  /** When it was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** One of these ids; at most 100. */
  ids?: Array<string> | null | undefined;
  /** Whether it is assigned to anybody. */
  isAssigned?: boolean | null | undefined;
  /** Whether a plan is pending. */
  isScheduled?: boolean | null | undefined;
  /** This does not hold. */
  not?: DraftWhere | null | undefined;
  /** At least one of these holds. */
  or?: Array<DraftWhere> | null | undefined;
  /** Made by this user. */
  ownerId?: string | null | undefined;
  /** In one of these states of review. */
  reviews?: Array<ReviewState> | null | undefined;
  /** From such a source. */
  source?: SourceWhere | null | undefined;
  /** In one of these statuses. */
  statuses?: Array<DraftStatus> | null | undefined;
  /** Somewhere in the headline; width and case of letters do not matter. */
  titleContains?: string | null | undefined;
  /** When it last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** What somebody may do. */
export type Permission =
  /** Delete for ever what is in the trash. */
  | 'DELETE'
  /** Change every draft, and the sources, authors, categories, tags and collections. */
  | 'EDIT'
  /** Make endpoints that are told of changes, and look into what was sent to them. */
  | 'MANAGE_ENDPOINTS'
  /** Make users, change their roles, disable them, revoke their tokens. */
  | 'MANAGE_USERS'
  /** Change the own password, make and revoke own tokens, end own sessions. */
  | 'OWN_ACCOUNT'
  /** Publish, schedule, correct, unpublish and take down. */
  | 'PUBLISH'
  /** Read who did what. */
  | 'READ_AUDIT'
  /** Follow the log of changes: of what is public, and of what else the viewer may see. */
  | 'READ_EVENTS'
  /** Add to how often articles were read, as another system counted it. */
  | 'RECORD_HITS'
  /** Make drafts, and change the own ones. */
  | 'WRITE';

/** Whether somebody waits for a second pair of eyes. */
export type ReviewState =
  /** The reviewer asked for changes. */
  | 'CHANGES_REQUESTED'
  /** Nobody waits. */
  | 'NONE'
  /** A review is asked for. */
  | 'REQUESTED';

/** What a user is in the newsroom. */
export type Role =
  /** May do everything. */
  | 'ADMIN'
  /** Makes drafts and changes the own ones. */
  | 'CONTRIBUTOR'
  /** Changes every draft. */
  | 'EDITOR'
  /** Publishes, too. */
  | 'PUBLISHER'
  /** Signs in, and sees what the public sees. */
  | 'READER';

/** A password, by a one-time link. */
export type SetPasswordInput = {
  /** The link's secret, which begins with bs_link_. */
  link: string;
  /** The password: 10 to 200 characters, not the e-mail address. */
  password: string;
};

/** What to sign in with. */
export type SignInInput = {
  /** The e-mail address; case does not matter. */
  email: string;
  /** The password. */
  password: string;
};

/** What sort of organisation a source is. */
export type SourceKind =
  /** A news agency. */
  | 'AGENCY'
  /** Radio or television. */
  | 'BROADCASTER'
  /** A public authority. */
  | 'GOVERNMENT'
  /** A magazine. */
  | 'MAGAZINE'
  /** A newspaper. */
  | 'NEWSPAPER'
  /** Anything else, or not known. */
  | 'OTHER'
  /** A website. */
  | 'PORTAL';

/** Which sources. All given fields must hold. */
export type SourceWhere = {
  /** The Source with this id. */
  id?: string | null | undefined;
  /** One of these ids; at most 100. */
  ids?: Array<string> | null | undefined;
  /** One of these kinds. */
  kinds?: Array<SourceKind> | null | undefined;
  /** Exactly this name. */
  name?: string | null | undefined;
  /** Exactly this slug. */
  slug?: string | null | undefined;
};

/** Changes of an asset. What is left out stays; null or an empty text clears. */
export type UpdateAssetInput = {
  /** What it shows: 1,000 characters at most. */
  alt?: string | null | undefined;
  /** What stands under it. */
  caption?: string | null | undefined;
  /** Who made it. */
  credit?: string | null | undefined;
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** When the rights to it end; null for never. */
  expiresAt?: string | null | undefined;
  /** Where the eye shall rest: 0 to 100 percent from the left. */
  focalX?: number | null | undefined;
  /** Where the eye shall rest: 0 to 100 percent from the top. */
  focalY?: number | null | undefined;
  /** Its id. */
  id: string;
  /** What the file is called. */
  name?: string | null | undefined;
  /** What was agreed on its use. */
  rights?: string | null | undefined;
  /** A name for the library. */
  title?: string | null | undefined;
};

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { viewer: { id: string, name: string, email: string, role: Role, permissions: Array<Permission> } | null, signInProvider: { label: string, url: string } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'InvalidCredentials', code: string, message: string }
    | { __typename: 'RateLimited', code: string, message: string, retryAfterSeconds: number }
    | { __typename: 'SignInPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type SignOutMutationVariables = Exact<{
  everywhere: boolean;
}>;


export type SignOutMutation = { signOut:
    | { __typename: 'Forbidden' }
    | { __typename: 'SignOutPayload' }
   };

export type SetPasswordMutationVariables = Exact<{
  input: SetPasswordInput;
}>;


export type SetPasswordMutation = { setPassword:
    | { __typename: 'InvalidCredentials', code: string, message: string }
    | { __typename: 'PasswordPayload' }
    | { __typename: 'RateLimited', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ message: string }> }
   };

export type MyTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type MyTokensQuery = { viewer: { tokens: Array<{ id: string, name: string, prefix: string, scopes: Array<Permission>, expiresAt: string, revokedAt: string | null }> | null } | null };

export type CreateTokenMutationVariables = Exact<{
  input: CreateTokenInput;
  key: string;
}>;


export type CreateTokenMutation = { createToken:
    | { __typename: 'AlreadyDone', code: string, message: string }
    | { __typename: 'CreateTokenPayload', secret: string }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type RevokeTokenMutationVariables = Exact<{
  id: string;
}>;


export type RevokeTokenMutation = { revokeToken:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RevokeTokenPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type DraftListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  where?: DraftWhere | null | undefined;
  orderBy: DraftOrder;
}>;


export type DraftListQuery = { drafts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, status: DraftStatus, review: ReviewState, version: number, updatedAt: string, hasUnpublishedChanges: boolean, category: { name: string } | null, source: { name: string } | null, owner: { name: string } | null }> } | null };

export type ListChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListChoicesQuery = { allCategories: { nodes: Array<{ category: { id: string, name: string, path: string } }> } | null, allSources: { nodes: Array<{ id: string, name: string }> } | null };

export type PublishDraftsMutationVariables = Exact<{
  articles: Array<ArticleInput> | ArticleInput;
  key: string;
}>;


export type PublishDraftsMutation = { bulk:
    | { __typename: 'BulkPayload', outcomes: Array<{ id: string, refusal:
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
         | null }> }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type TrashDraftsMutationVariables = Exact<{
  articles: Array<ArticleInput> | ArticleInput;
  key: string;
}>;


export type TrashDraftsMutation = { bulk:
    | { __typename: 'BulkPayload', outcomes: Array<{ id: string, refusal:
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
          | { code: string, message: string }
         | null }> }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

type BulkResult_BulkPayload_Fragment = { __typename: 'BulkPayload', outcomes: Array<{ id: string, refusal:
      | { code: string, message: string }
      | { code: string, message: string }
      | { code: string, message: string }
      | { code: string, message: string }
      | { code: string, message: string }
      | { code: string, message: string }
      | { code: string, message: string }
      | { code: string, message: string }
      | { code: string, message: string }
     | null }> };

type BulkResult_IdempotencyKeyReused_Fragment = { __typename: 'IdempotencyKeyReused', code: string, message: string };

type BulkResult_ValidationFailed_Fragment = { __typename: 'ValidationFailed', code: string, message: string };

export type BulkResultFragment =
  | BulkResult_BulkPayload_Fragment
  | BulkResult_IdempotencyKeyReused_Fragment
  | BulkResult_ValidationFailed_Fragment
;

export type AssetListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  where?: AssetWhere | null | undefined;
  orderBy: AssetOrder;
  search?: string | null | undefined;
}>;


export type AssetListQuery = { assets: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, url: string, name: string, title: string, type: AssetType, mediaType: string, sizeBytes: number, width: number | null, height: number | null, isAnimated: boolean, alt: string, caption: string, credit: string, expiresAt: string | null, thumbnails: Array<{ url: string, width: number }> }> } | null };

export type AssetDetailsQueryVariables = Exact<{
  id: string;
}>;


export type AssetDetailsQuery = { asset: { rights: string, focalX: number, focalY: number, createdAt: string, version: number, useCount: number, id: string, url: string, name: string, title: string, type: AssetType, mediaType: string, sizeBytes: number, width: number | null, height: number | null, isAnimated: boolean, alt: string, caption: string, credit: string, expiresAt: string | null, uploader: { id: string, name: string } | null, usedBy: Array<{ id: string, title: string, status: DraftStatus }>, sizes: Array<{ url: string, width: number }>, thumbnails: Array<{ url: string, width: number }> } | null };

export type UploadAssetMutationVariables = Exact<{
  file: unknown;
}>;


export type UploadAssetMutation = { uploadAsset:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'UploadAssetPayload', isNew: boolean, asset: { id: string, url: string, name: string, title: string, type: AssetType, mediaType: string, sizeBytes: number, width: number | null, height: number | null, isAnimated: boolean, alt: string, caption: string, credit: string, expiresAt: string | null, thumbnails: Array<{ url: string, width: number }> } }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type ReplaceAssetMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  file: unknown;
}>;


export type ReplaceAssetMutation = { replaceAsset:
    | { __typename: 'AssetPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UpdateAssetMutationVariables = Exact<{
  input: UpdateAssetInput;
  key: string;
}>;


export type UpdateAssetMutation = { updateAsset:
    | { __typename: 'AssetPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteAssetMutationVariables = Exact<{
  input: DeleteInput;
}>;


export type DeleteAssetMutation = { deleteAsset:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

type FileRefusal_AlreadyDone_Fragment = { code: string, message: string };

type FileRefusal_Forbidden_Fragment = { code: string, message: string };

type FileRefusal_IdempotencyKeyReused_Fragment = { code: string, message: string };

type FileRefusal_InvalidCredentials_Fragment = { code: string, message: string };

type FileRefusal_InvalidTransition_Fragment = { code: string, message: string };

type FileRefusal_NotFound_Fragment = { code: string, message: string };

type FileRefusal_RateLimited_Fragment = { code: string, message: string };

type FileRefusal_ValidationFailed_Fragment = { code: string, message: string };

type FileRefusal_VersionConflict_Fragment = { code: string, message: string };

export type FileRefusalFragment =
  | FileRefusal_AlreadyDone_Fragment
  | FileRefusal_Forbidden_Fragment
  | FileRefusal_IdempotencyKeyReused_Fragment
  | FileRefusal_InvalidCredentials_Fragment
  | FileRefusal_InvalidTransition_Fragment
  | FileRefusal_NotFound_Fragment
  | FileRefusal_RateLimited_Fragment
  | FileRefusal_ValidationFailed_Fragment
  | FileRefusal_VersionConflict_Fragment
;

export type AssetCardFragment = { id: string, url: string, name: string, title: string, type: AssetType, mediaType: string, sizeBytes: number, width: number | null, height: number | null, isAnimated: boolean, alt: string, caption: string, credit: string, expiresAt: string | null, thumbnails: Array<{ url: string, width: number }> };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'InvalidCredentials', code: string, message: string }
    | { __typename: 'PasswordPayload' }
    | { __typename: 'RateLimited', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ message: string }> }
   };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { viewer: { sessions: Array<{ id: string, isCurrent: boolean, address: string, userAgent: string, lastUsedAt: string, expiresAt: string }> | null } | null };

export type FindSourcesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindSourcesQuery = { found: { nodes: Array<{ id: string, name: string }> } | null };

export type FindAuthorsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindAuthorsQuery = { found: { nodes: Array<{ id: string, name: string }> } | null };

export type FindTagsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindTagsQuery = { found: { nodes: Array<{ id: string, name: string }> } | null };

export type FindCategoriesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindCategoriesQuery = { found: { nodes: Array<{ category: { id: string, name: string, path: string } }> } | null };

export type FindDraftsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindDraftsQuery = { found: { nodes: Array<{ id: string, title: string, status: DraftStatus, updatedAt: string }> } | null };

export type FindPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type FindPeopleQuery = { found: { nodes: Array<{ id: string, name: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BulkResultFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"BulkResult"}) as unknown as TypedDocumentString<BulkResultFragment, unknown>;
export const FileRefusalFragmentDoc = new TypedDocumentString(`
    fragment FileRefusal on Refusal {
  code
  message
}
    `, {"fragmentName":"FileRefusal"}) as unknown as TypedDocumentString<FileRefusalFragment, unknown>;
export const AssetCardFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"AssetCard"}) as unknown as TypedDocumentString<AssetCardFragment, unknown>;
export const WhoAmIDocument = new TypedDocumentString(`
    query WhoAmI {
  viewer {
    id
    name
    email
    role
    permissions
  }
  signInProvider {
    label
    url
  }
}
    `) as unknown as TypedDocumentString<WhoAmIQuery, WhoAmIQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on Refusal {
      code
      message
    }
    ... on RateLimited {
      retryAfterSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut($everywhere: Boolean!) {
  signOut(everywhere: $everywhere) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const SetPasswordDocument = new TypedDocumentString(`
    mutation SetPassword($input: SetPasswordInput!) {
  setPassword(input: $input) {
    __typename
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
    `) as unknown as TypedDocumentString<SetPasswordMutation, SetPasswordMutationVariables>;
export const MyTokensDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MyTokensQuery, MyTokensQueryVariables>;
export const CreateTokenDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<CreateTokenMutation, CreateTokenMutationVariables>;
export const RevokeTokenDocument = new TypedDocumentString(`
    mutation RevokeToken($id: ID!) {
  revokeToken(id: $id) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const DraftListDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<DraftListQuery, DraftListQueryVariables>;
export const ListChoicesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ListChoicesQuery, ListChoicesQueryVariables>;
export const PublishDraftsDocument = new TypedDocumentString(`
    mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {
  bulk: publishArticles(articles: $articles, idempotencyKey: $key) {
    ...BulkResult
  }
}
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
}`) as unknown as TypedDocumentString<PublishDraftsMutation, PublishDraftsMutationVariables>;
export const TrashDraftsDocument = new TypedDocumentString(`
    mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {
  bulk: trashArticles(articles: $articles, idempotencyKey: $key) {
    ...BulkResult
  }
}
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
}`) as unknown as TypedDocumentString<TrashDraftsMutation, TrashDraftsMutationVariables>;
export const AssetListDocument = new TypedDocumentString(`
    query AssetList($first: Int!, $after: String, $where: AssetWhere, $orderBy: AssetOrder!, $search: String) {
  assets(
    first: $first
    after: $after
    where: $where
    orderBy: $orderBy
    search: $search
  ) {
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
}`) as unknown as TypedDocumentString<AssetListQuery, AssetListQueryVariables>;
export const AssetDetailsDocument = new TypedDocumentString(`
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
}`) as unknown as TypedDocumentString<AssetDetailsQuery, AssetDetailsQueryVariables>;
export const UploadAssetDocument = new TypedDocumentString(`
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
    fragment FileRefusal on Refusal {
  code
  message
}
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
}`) as unknown as TypedDocumentString<UploadAssetMutation, UploadAssetMutationVariables>;
export const ReplaceAssetDocument = new TypedDocumentString(`
    mutation ReplaceAsset($id: ID!, $expectedVersion: Int!, $file: Upload!) {
  replaceAsset(id: $id, expectedVersion: $expectedVersion, file: $file) {
    __typename
    ...FileRefusal
  }
}
    fragment FileRefusal on Refusal {
  code
  message
}`) as unknown as TypedDocumentString<ReplaceAssetMutation, ReplaceAssetMutationVariables>;
export const UpdateAssetDocument = new TypedDocumentString(`
    mutation UpdateAsset($input: UpdateAssetInput!, $key: String!) {
  updateAsset(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateAssetMutation, UpdateAssetMutationVariables>;
export const DeleteAssetDocument = new TypedDocumentString(`
    mutation DeleteAsset($input: DeleteInput!) {
  deleteAsset(input: $input) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAssetMutation, DeleteAssetMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    __typename
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
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const MySessionsDocument = new TypedDocumentString(`
    query MySessions {
  viewer {
    sessions {
      id
      isCurrent
      address
      userAgent
      lastUsedAt
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const FindSourcesDocument = new TypedDocumentString(`
    query FindSources($search: String) {
  found: allSources(search: $search, first: 20) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindSourcesQuery, FindSourcesQueryVariables>;
export const FindAuthorsDocument = new TypedDocumentString(`
    query FindAuthors($search: String) {
  found: allAuthors(search: $search, first: 20) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindAuthorsQuery, FindAuthorsQueryVariables>;
export const FindTagsDocument = new TypedDocumentString(`
    query FindTags($search: String) {
  found: allTags(search: $search, first: 20) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindTagsQuery, FindTagsQueryVariables>;
export const FindCategoriesDocument = new TypedDocumentString(`
    query FindCategories($search: String) {
  found: allCategories(search: $search, first: 100) {
    nodes {
      category {
        id
        name
        path
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindCategoriesQuery, FindCategoriesQueryVariables>;
export const FindDraftsDocument = new TypedDocumentString(`
    query FindDrafts($search: String) {
  found: drafts(search: $search, first: 20) {
    nodes {
      id
      title
      status
      updatedAt
    }
  }
}
    `) as unknown as TypedDocumentString<FindDraftsQuery, FindDraftsQueryVariables>;
export const FindPeopleDocument = new TypedDocumentString(`
    query FindPeople {
  found: people(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindPeopleQuery, FindPeopleQueryVariables>;