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

/** A new article. */
export type CreateArticleInput = {
  /** The byline as printed. */
  byline?: string | null | undefined;
  /** The address of the original. */
  canonicalUrl?: string | null | undefined;
  /** Where it stands in the tree. */
  categoryId?: string | null | undefined;
  /** How it has to be credited. */
  creditLine?: string | null | undefined;
  /** The byline, in order. */
  credits?: Array<CreditInput> | null | undefined;
  /** The lead; made from the body if empty. */
  excerpt?: string | null | undefined;
  /** The body as HTML; what is not safe is removed. */
  html?: string;
  /** The language (BCP 47); zh-Hans for a new article if not given. */
  language?: string | null | undefined;
  /** The licence it comes under. */
  licence?: string | null | undefined;
  /** The date shown to readers. */
  publishedAt?: string | null | undefined;
  /** Its links to other articles, in order. */
  relations?: Array<RelationInput> | null | undefined;
  /** The headline for addresses; of a new article, or if null, made from the headline. It counts from the next publication; the former one of what was public leads on. */
  slug?: string | null | undefined;
  /** Who published it first. */
  sourceId?: string | null | undefined;
  /** The second headline. */
  subtitle?: string | null | undefined;
  /** Its keywords, in order. */
  tags?: Array<TagInput> | null | undefined;
  /** The headline: 1 to 300 characters. */
  title: string;
  /** 1 (most urgent) to 9. */
  urgency?: number | null | undefined;
};

/** A new reference. If an article here has its title, it means that one at once. */
export type CreateReferenceInput = {
  /** Whether the teaser was cut in mid-sentence where it comes from. */
  isTruncated?: boolean | null | undefined;
  /** A few sentences that lead into it: 10,000 characters at most. */
  teaser?: string | null | undefined;
  /** The headline: 1 to 300 characters. */
  title: string;
  /** Its address: http or https. */
  url?: string | null | undefined;
};

/** A new tag. */
export type CreateTagInput = {
  /** Its IPTC Media Topic code, such as medtop:01000000. */
  mediaTopic?: string | null | undefined;
  /** The keyword: 1 to 100 characters, of no other tag. */
  name: string;
  /** Its name for addresses: small letters, digits and single dashes; made from the name if not given. */
  slug?: string | null | undefined;
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

/** Changes of the byline. Carried out in this order: replace, remove, add, move. */
export type CreditEdit = {
  /** Credits to add. */
  add?: Array<CreditInput> | null | undefined;
  /** Known by author and role. */
  move?: Array<CreditInput> | null | undefined;
  /** Known by author and role. */
  remove?: Array<CreditInput> | null | undefined;
  /** The whole byline, in order. */
  replace?: Array<CreditInput> | null | undefined;
};

/** One place of a byline. */
export type CreditInput = {
  /** The author. */
  authorId: string;
  /** The name as printed; the author's if not given. */
  name?: string | null | undefined;
  /** For add and move: the place, from 0; the end if not given. */
  position?: number | null | undefined;
  /** What the author did. */
  role?: CreditRole;
};

/** What somebody did for an article. */
export type CreditRole =
  /** Wrote it. */
  | 'AUTHOR'
  /** Collected it from elsewhere (收集编辑). */
  | 'COLLECTING_EDITOR'
  /** Contributed from outside the newsroom (通讯员). */
  | 'CORRESPONDENT'
  /** Edited it (编辑). */
  | 'EDITOR'
  /** Took the pictures (摄影). */
  | 'PHOTOGRAPHER'
  /** Reported it (记者). */
  | 'REPORTER'
  /** Translated it (翻译). */
  | 'TRANSLATOR';

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

/** Changes of the links to other articles. Carried out in this order: replace, remove, add, move. */
export type RelationEdit = {
  /** Links to add. */
  add?: Array<RelationInput> | null | undefined;
  /** Known by what they point at. */
  move?: Array<RelationInput> | null | undefined;
  /** Known by what they point at. */
  remove?: Array<RelationInput> | null | undefined;
  /** All links, in order. */
  replace?: Array<RelationInput> | null | undefined;
};

/** One link to an article here (`targetId`) or elsewhere (`referenceId`): exactly one. */
export type RelationInput = {
  /** How the target stands to it. */
  kind?: RelationKind;
  /** For add and move: the place, from 0; the end if not given. */
  position?: number | null | undefined;
  /** A reference. */
  referenceId?: string | null | undefined;
  /** An article here, public or not. */
  targetId?: string | null | undefined;
};

/** How an article stands to the one it is linked to. */
export type RelationKind =
  /** What it rests on. */
  | 'BACKGROUND'
  /** It is a copy of the other. */
  | 'COPY_OF'
  /** It corrects the other. */
  | 'CORRECTION_OF'
  /** What happened next. */
  | 'FOLLOW_UP'
  /** It is a part of the other. */
  | 'PART_OF'
  /** On a related matter. */
  | 'RELATED'
  /** It translates the other. */
  | 'TRANSLATION_OF';

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

/** Changes of the keywords. Carried out in this order: replace, remove, add, move. */
export type TagEdit = {
  /** Keywords to add. */
  add?: Array<TagInput> | null | undefined;
  /** Keywords to move. */
  move?: Array<TagInput> | null | undefined;
  /** Keywords to remove. */
  remove?: Array<TagInput> | null | undefined;
  /** All keywords, in order. */
  replace?: Array<TagInput> | null | undefined;
};

/** One keyword. */
export type TagInput = {
  /** The tag. */
  id: string;
  /** For add and move: the place, from 0; the end if not given. */
  position?: number | null | undefined;
};

/** Changes of an article. What is left out stays; null empties a field. What others changed since `expectedVersion` is kept, unless both changed the same: lists are merged by item, the body by paragraph. */
export type UpdateArticleInput = {
  /** The byline as printed. */
  byline?: string | null | undefined;
  /** The address of the original. */
  canonicalUrl?: string | null | undefined;
  /** Where it stands in the tree. */
  categoryId?: string | null | undefined;
  /** How it has to be credited. */
  creditLine?: string | null | undefined;
  /** Changes of the byline. */
  credits?: CreditEdit | null | undefined;
  /** The lead; made from the body if empty. */
  excerpt?: string | null | undefined;
  /** The `version` of the draft that the edit began with. */
  expectedVersion: number;
  /** The body as HTML; what is not safe is removed. */
  html?: string | null | undefined;
  /** The article, such as art_17. */
  id: string;
  /** Whether nobody pressed a button. Autosaves of one person within ten minutes are one revision. */
  isAutosave?: boolean;
  /** The language (BCP 47); zh-Hans for a new article if not given. */
  language?: string | null | undefined;
  /** The licence it comes under. */
  licence?: string | null | undefined;
  /** The date shown to readers. */
  publishedAt?: string | null | undefined;
  /** Changes of its links to other articles. */
  relations?: RelationEdit | null | undefined;
  /** The headline for addresses; of a new article, or if null, made from the headline. It counts from the next publication; the former one of what was public leads on. */
  slug?: string | null | undefined;
  /** Who published it first. */
  sourceId?: string | null | undefined;
  /** The second headline. */
  subtitle?: string | null | undefined;
  /** Changes of its keywords. */
  tags?: TagEdit | null | undefined;
  /** The headline: 1 to 300 characters. */
  title?: string | null | undefined;
  /** 1 (most urgent) to 9. */
  urgency?: number | null | undefined;
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

export type EditedDraftFragment = { id: string, version: number, status: DraftStatus, slug: string, updatedAt: string, hasUnpublishedChanges: boolean, article: { url: string } | null, head: { number: number, title: string, slug: string, subtitle: string, html: string, excerpt: string, typedExcerpt: string, byline: string, language: string, publishedAt: string | null, canonicalUrl: string, urgency: number | null, creditLine: string, licence: string, source: { id: string, name: string } | null, category: { id: string, name: string } | null, credits: Array<{ name: string, role: CreditRole, author: { id: string, name: string } | null }>, relations: Array<{ kind: RelationKind, target: { id: string, title: string } | null, reference: { id: string, title: string } | null }>, tags: Array<{ id: string, name: string }> } };

export type DraftToEditQueryVariables = Exact<{
  id: string;
}>;


export type DraftToEditQuery = { draft: { id: string, version: number, status: DraftStatus, slug: string, updatedAt: string, hasUnpublishedChanges: boolean, article: { url: string } | null, head: { number: number, title: string, slug: string, subtitle: string, html: string, excerpt: string, typedExcerpt: string, byline: string, language: string, publishedAt: string | null, canonicalUrl: string, urgency: number | null, creditLine: string, licence: string, source: { id: string, name: string } | null, category: { id: string, name: string } | null, credits: Array<{ name: string, role: CreditRole, author: { id: string, name: string } | null }>, relations: Array<{ kind: RelationKind, target: { id: string, title: string } | null, reference: { id: string, title: string } | null }>, tags: Array<{ id: string, name: string }> } } | null, site: { name: string, url: string } };

export type SaveDraftMutationVariables = Exact<{
  input: UpdateArticleInput;
  key: string;
}>;


export type SaveDraftMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UpdateArticlePayload', mergedFields: Array<string>, draft: { id: string, version: number, slug: string, status: DraftStatus, hasUnpublishedChanges: boolean, article: { url: string } | null, head: { excerpt: string } } }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', fields: Array<string>, currentVersion: number, code: string, message: string }
   };

export type MakeDraftMutationVariables = Exact<{
  input: CreateArticleInput;
  key: string;
}>;


export type MakeDraftMutation = { saved:
    | { __typename: 'DraftPayload', draft: { id: string, version: number, slug: string, status: DraftStatus, hasUnpublishedChanges: boolean, article: { url: string } | null, head: { excerpt: string } } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type SavedDraftFragment = { id: string, version: number, slug: string, status: DraftStatus, hasUnpublishedChanges: boolean, article: { url: string } | null, head: { excerpt: string } };

export type LookAlikesQueryVariables = Exact<{
  id: string;
}>;


export type LookAlikesQuery = { draft: { possibleDuplicates: Array<{ similarity: number | null, isMarked: boolean, draft: { id: string, title: string, status: DraftStatus } }> } | null };

export type LinkSuggestionsQueryVariables = Exact<{
  id: string;
}>;


export type LinkSuggestionsQuery = { draft: { relatedSuggestions: Array<{ score: number, reason: Array<string>, article: { id: string, title: string } }> } | null };

export type MakeReferenceMutationVariables = Exact<{
  input: CreateReferenceInput;
  key: string;
}>;


export type MakeReferenceMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ReferencePayload', reference: { id: string, title: string } }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type MakeTagMutationVariables = Exact<{
  input: CreateTagInput;
  key: string;
}>;


export type MakeTagMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TagPayload', tag: { id: string, name: string } }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type CategoryChoicesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CategoryChoicesQuery = { allCategories: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ position: number, category: { id: string, name: string, path: string, depth: number, parent: { id: string } | null } }> } | null };

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

export type FindReferencesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindReferencesQuery = { found: { nodes: Array<{ reference: { id: string, title: string, url: string } }> } | null };

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
export const EditedDraftFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"EditedDraft"}) as unknown as TypedDocumentString<EditedDraftFragment, unknown>;
export const SavedDraftFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"SavedDraft"}) as unknown as TypedDocumentString<SavedDraftFragment, unknown>;
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
export const DraftToEditDocument = new TypedDocumentString(`
    query DraftToEdit($id: ID!) {
  draft(id: $id) {
    ...EditedDraft
  }
  site {
    name
    url
  }
}
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
}`) as unknown as TypedDocumentString<DraftToEditQuery, DraftToEditQueryVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
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
}`) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const MakeDraftDocument = new TypedDocumentString(`
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
}`) as unknown as TypedDocumentString<MakeDraftMutation, MakeDraftMutationVariables>;
export const LookAlikesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<LookAlikesQuery, LookAlikesQueryVariables>;
export const LinkSuggestionsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<LinkSuggestionsQuery, LinkSuggestionsQueryVariables>;
export const MakeReferenceDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MakeReferenceMutation, MakeReferenceMutationVariables>;
export const MakeTagDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MakeTagMutation, MakeTagMutationVariables>;
export const CategoryChoicesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<CategoryChoicesQuery, CategoryChoicesQueryVariables>;
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
export const FindReferencesDocument = new TypedDocumentString(`
    query FindReferences($search: String) {
  found: allReferences(search: $search, first: 20) {
    nodes {
      reference {
        id
        title
        url
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindReferencesQuery, FindReferencesQueryVariables>;