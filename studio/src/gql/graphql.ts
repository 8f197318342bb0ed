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

/** What an author is. */
export type AuthorKind =
  /** A newspaper, an agency, a desk: an organisation that signs. */
  | 'ORGANIZATION'
  /** A person. */
  | 'PERSON';

/** Which authors. All given fields must hold. */
export type AuthorWhere = {
  /** The Author with this id. */
  id?: string | null | undefined;
  /** One of these ids; at most 100. */
  ids?: Array<string> | null | undefined;
  /** A person, or an organisation. */
  kind?: AuthorKind | null | undefined;
  /** Exactly this name. */
  name?: string | null | undefined;
  /** Exactly this slug. */
  slug?: string | null | undefined;
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
  /** Its newest revision credits such an author, in whatever role. */
  author?: AuthorWhere | null | undefined;
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
  /** Its newest revision is in exactly this language. */
  language?: string | null | undefined;
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
  /** Its newest revision has such a tag. */
  tag?: TagWhere | null | undefined;
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

/** What is planned for a draft. */
export type ScheduleAct =
  /** Making a revision public. */
  | 'PUBLISH'
  /** Taking the article out of public. */
  | 'UNPUBLISH';

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

/** Which tags. All given fields must hold. */
export type TagWhere = {
  /** The Tag with this id. */
  id?: string | null | undefined;
  /** One of these ids; at most 100. */
  ids?: Array<string> | null | undefined;
  /** Exactly this name. */
  name?: string | null | undefined;
  /** Exactly this slug. */
  slug?: string | null | undefined;
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

export type DraftRowFragment = { id: string, title: string, status: DraftStatus, review: ReviewState, version: number, createdAt: string, updatedAt: string, firstPublishedAt: string | null, hasUnpublishedChanges: boolean, category: { name: string } | null, source: { name: string } | null, owner: { name: string } | null, assignee: { name: string } | null, lock: { user: { id: string, name: string } } | null, schedules: Array<{ act: ScheduleAct, dueAt: string }>, head?: { language: string, credits: Array<{ name: string }>, tags: Array<{ name: string }> } };

export type DraftListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  where?: DraftWhere | null | undefined;
  orderBy: DraftOrder;
  withRevision: boolean;
}>;


export type DraftListQuery = { drafts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, status: DraftStatus, review: ReviewState, version: number, createdAt: string, updatedAt: string, firstPublishedAt: string | null, hasUnpublishedChanges: boolean, category: { name: string } | null, source: { name: string } | null, owner: { name: string } | null, assignee: { name: string } | null, lock: { user: { id: string, name: string } } | null, schedules: Array<{ act: ScheduleAct, dueAt: string }>, head?: { language: string, credits: Array<{ name: string }>, tags: Array<{ name: string }> } }> } | null };

export type TrashListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  where?: DraftWhere | null | undefined;
  orderBy: DraftOrder;
  withRevision: boolean;
}>;


export type TrashListQuery = { drafts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, status: DraftStatus, review: ReviewState, version: number, createdAt: string, updatedAt: string, firstPublishedAt: string | null, hasUnpublishedChanges: boolean, category: { name: string } | null, source: { name: string } | null, owner: { name: string } | null, assignee: { name: string } | null, lock: { user: { id: string, name: string } } | null, schedules: Array<{ act: ScheduleAct, dueAt: string }>, head?: { language: string, credits: Array<{ name: string }>, tags: Array<{ name: string }> } }> } | null };

export type ListChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListChoicesQuery = { allCategories: { nodes: Array<{ category: { id: string, name: string, path: string } }> } | null };

export type ChosenNamesQueryVariables = Exact<{
  sources: Array<string> | string;
  authors: Array<string> | string;
  tags: Array<string> | string;
}>;


export type ChosenNamesQuery = { sources: { nodes: Array<{ id: string, name: string }> } | null, authors: { nodes: Array<{ id: string, name: string }> } | null, tags: { nodes: Array<{ id: string, name: string }> } | null };

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

export type UnpublishDraftsMutationVariables = Exact<{
  articles: Array<ArticleInput> | ArticleInput;
  key: string;
}>;


export type UnpublishDraftsMutation = { bulk:
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

export type AssignDraftsMutationVariables = Exact<{
  articles: Array<ArticleInput> | ArticleInput;
  userId?: string | null | undefined;
  key: string;
}>;


export type AssignDraftsMutation = { bulk:
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

export type RestoreDraftMutationVariables = Exact<{
  input: ArticleInput;
  key: string;
}>;


export type RestoreDraftMutation = { outcome:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteDraftMutationVariables = Exact<{
  input: ArticleInput;
  key: string;
}>;


export type DeleteDraftMutation = { outcome:
    | { __typename: 'DeleteArticlePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
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
export const DraftRowFragmentDoc = new TypedDocumentString(`
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
  category {
    name
  }
  source {
    name
  }
  owner {
    name
  }
  assignee {
    name
  }
  lock {
    user {
      id
      name
    }
  }
  schedules {
    act
    dueAt
  }
  head @include(if: $withRevision) {
    language
    credits {
      name
    }
    tags {
      name
    }
  }
}
    `, {"fragmentName":"DraftRow"}) as unknown as TypedDocumentString<DraftRowFragment, unknown>;
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
    query DraftList($first: Int!, $after: String, $search: String, $where: DraftWhere, $orderBy: DraftOrder!, $withRevision: Boolean!) {
  drafts(
    first: $first
    after: $after
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...DraftRow
    }
  }
}
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
  category {
    name
  }
  source {
    name
  }
  owner {
    name
  }
  assignee {
    name
  }
  lock {
    user {
      id
      name
    }
  }
  schedules {
    act
    dueAt
  }
  head @include(if: $withRevision) {
    language
    credits {
      name
    }
    tags {
      name
    }
  }
}`) as unknown as TypedDocumentString<DraftListQuery, DraftListQueryVariables>;
export const TrashListDocument = new TypedDocumentString(`
    query TrashList($first: Int!, $after: String, $search: String, $where: DraftWhere, $orderBy: DraftOrder!, $withRevision: Boolean!) {
  drafts: trash(
    first: $first
    after: $after
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...DraftRow
    }
  }
}
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
  category {
    name
  }
  source {
    name
  }
  owner {
    name
  }
  assignee {
    name
  }
  lock {
    user {
      id
      name
    }
  }
  schedules {
    act
    dueAt
  }
  head @include(if: $withRevision) {
    language
    credits {
      name
    }
    tags {
      name
    }
  }
}`) as unknown as TypedDocumentString<TrashListQuery, TrashListQueryVariables>;
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
}
    `) as unknown as TypedDocumentString<ListChoicesQuery, ListChoicesQueryVariables>;
export const ChosenNamesDocument = new TypedDocumentString(`
    query ChosenNames($sources: [ID!]!, $authors: [ID!]!, $tags: [ID!]!) {
  sources: allSources(where: {ids: $sources}, first: 1) {
    nodes {
      id
      name
    }
  }
  authors: allAuthors(where: {ids: $authors}, first: 1) {
    nodes {
      id
      name
    }
  }
  tags: allTags(where: {ids: $tags}, first: 1) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ChosenNamesQuery, ChosenNamesQueryVariables>;
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
export const UnpublishDraftsDocument = new TypedDocumentString(`
    mutation UnpublishDrafts($articles: [ArticleInput!]!, $key: String!) {
  bulk: unpublishArticles(articles: $articles, idempotencyKey: $key) {
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
}`) as unknown as TypedDocumentString<UnpublishDraftsMutation, UnpublishDraftsMutationVariables>;
export const AssignDraftsDocument = new TypedDocumentString(`
    mutation AssignDrafts($articles: [ArticleInput!]!, $userId: ID, $key: String!) {
  bulk: assignArticles(articles: $articles, userId: $userId, idempotencyKey: $key) {
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
}`) as unknown as TypedDocumentString<AssignDraftsMutation, AssignDraftsMutationVariables>;
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
export const RestoreDraftDocument = new TypedDocumentString(`
    mutation RestoreDraft($input: ArticleInput!, $key: String!) {
  outcome: restoreArticle(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreDraftMutation, RestoreDraftMutationVariables>;
export const DeleteDraftDocument = new TypedDocumentString(`
    mutation DeleteDraft($input: ArticleInput!, $key: String!) {
  outcome: deleteArticle(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteDraftMutation, DeleteDraftMutationVariables>;
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