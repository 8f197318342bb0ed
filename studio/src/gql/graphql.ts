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

/** What a preview link shall show, and how long. */
export type CreatePreviewLinkInput = {
  /** The article, public or not, such as art_17. */
  articleId: string;
  /** How long it works: 60 to 7,776,000 (90 days); without it, what the site has set. */
  lifetimeSeconds?: number | null | undefined;
  /** The number of a revision; without it, the newest one at the time of reading. */
  revision?: number | null | undefined;
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

/** Where on a page an imported value was found. */
export type EvidenceOrigin =
  /** In the text itself. */
  | 'BODY'
  /** In the breadcrumb. */
  | 'BREADCRUMB'
  /** On a line, or in brackets, that names who wrote or edited it. */
  | 'BYLINE'
  /** In a heading. */
  | 'HEADING'
  /** On the line with date and source beside the title. */
  | 'INFO_LINE'
  /** In the JSON-LD that the page declares its article with. */
  | 'JSON_LD'
  /** In a list beside the article. */
  | 'LIST'
  /** In a meta element of the page's head. */
  | 'META'
  /** In a record of JSON lines. */
  | 'RECORD'
  /** In the title element of the page. */
  | 'TITLE_TAG';

/** What the plan for publishing looks for. */
export type FindingCode =
  /** The rights to a picture or file that it shows have ended. */
  | 'ASSET_EXPIRED'
  /** There is no body. */
  | 'BODY_MISSING'
  /** It stands in no category. */
  | 'CATEGORY_MISSING'
  /** Its date for readers is still to come. */
  | 'DATE_IN_FUTURE'
  /** It carries no date for readers. */
  | 'DATE_MISSING'
  /** Another article has the same headline. */
  | 'DUPLICATE_HEADLINE'
  /** Another draft has nearly the same text as the newest one of this; no editor has said whether they are copies. */
  | 'DUPLICATE_TEXT'
  /** An embargo holds. */
  | 'EMBARGO'
  /** Its picture has no text for those who cannot see it. */
  | 'IMAGE_ALT_MISSING'
  /** It carries no licence. */
  | 'LICENCE_MISSING'
  /** Something that it links to was deleted, or nobody but others may know of it. */
  | 'LINK_GONE'
  /** A linked article is not public. */
  | 'LINK_NOT_PUBLIC'
  /** There are edits that will not go live. */
  | 'NOT_NEWEST'
  /** It is taken down, or in the trash. */
  | 'NOT_PUBLISHABLE'
  /** Its review is not finished. */
  | 'REVIEW_OPEN'
  /** It is scheduled already; publishing now cancels that. */
  | 'SCHEDULED'
  /** It names no source. */
  | 'SOURCE_MISSING'
  /** There is no headline. */
  | 'TITLE_MISSING';

/** A page to import: one of `url`, `html` and `text`. `html` may have a `url` beside it. */
export type ImportArticleInput = {
  /** The HTML of the page. */
  html?: string;
  /** The text of the page, as `cms import` reads it from .txt. */
  text?: string;
  /** The address of the page; beside `html`, where that is from, and nothing is fetched. */
  url?: string;
};

/** What happened to an item of a list. */
export type ItemChangeKind =
  /** It came. */
  | 'ADDED'
  /** It is about the same, but not equal; it may have moved too. */
  | 'CHANGED'
  /** It stands in another place. */
  | 'MOVED'
  /** It went. */
  | 'REMOVED';

/** What happens to an article in a list. */
export type ListChange =
  /** It comes in. */
  | 'JOINS'
  /** It goes. */
  | 'LEAVES'
  /** It stays, and looks different. */
  | 'STAYS';

/** What happened to a paragraph. */
export type ParagraphChangeKind =
  /** Its text changed. */
  | 'CHANGED'
  /** It went. */
  | 'DELETED'
  /** Nothing. */
  | 'EQUAL'
  /** It came. */
  | 'INSERTED'
  /** Its text stayed; its markup changed. */
  | 'REFORMATTED';

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

/** What became of a plan. */
export type ScheduleState =
  /** It was cancelled or replaced; `outcome` tells why. */
  | 'CANCELLED'
  /** It was carried out. */
  | 'DONE'
  /** It could not be carried out; `outcome` tells why. */
  | 'FAILED'
  /** Its time is still to come. */
  | 'PENDING';

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

/** Whether a piece of text is in both versions or in one. */
export type SpanKind =
  /** It went. */
  | 'DELETED'
  /** It is in both. */
  | 'EQUAL'
  /** It came. */
  | 'INSERTED';

/** One of a draft's suggestions. */
export type SuggestionInput = {
  /** The `version` of the draft when it was read. If it has moved on, nothing is done. */
  expectedVersion: number;
  /** The field, such as publishedAt, sourceId or credits. */
  field: string;
  /** The article, such as art_17, public or not. */
  id: string;
  /** The suggested value, as `suggestions` has it. */
  value: string;
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

export type ImportPageMutationVariables = Exact<{
  input: ImportArticleInput;
}>;


export type ImportPageMutation = { done:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'ImportArticlePayload', isNew: boolean, notes: Array<string>, draft: { id: string, title: string, version: number } }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type EvidenceOfQueryVariables = Exact<{
  id: string;
}>;


export type EvidenceOfQuery = { draft: { id: string, version: number, status: DraftStatus, suggestions: unknown, evidence: Array<{ field: string, origin: EvidenceOrigin, text: string, confidence: number, isSuggestion: boolean, value: string }>, head: { title: string, subtitle: string, publishedAt: string | null, canonicalUrl: string, typedExcerpt: string, byline: string, language: string, urgency: number | null, licence: string, creditLine: string, wordCount: number, source: { name: string } | null, category: { breadcrumb: Array<{ name: string }> } | null, credits: Array<{ name: string, role: CreditRole }>, tags: Array<{ name: string }>, relations: Array<{ reference: { title: string } | null, target: { title: string } | null }> } } | null };

export type ConfirmSuggestionMutationVariables = Exact<{
  input: SuggestionInput;
  key: string;
}>;


export type ConfirmSuggestionMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DismissSuggestionMutationVariables = Exact<{
  input: SuggestionInput;
  key: string;
}>;


export type DismissSuggestionMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

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

export type PublishDeskQueryVariables = Exact<{
  id: string;
  revision?: number | null | undefined;
}>;


export type PublishDeskQuery = { draft: { id: string, version: number, status: DraftStatus, review: ReviewState, reviewNote: string, title: string, firstPublishedAt: string | null, embargoUntil: string | null, hasUnpublishedChanges: boolean, updatedAt: string, owner: { id: string, name: string } | null, assignee: { id: string, name: string } | null, article: { url: string, publishedAt: string | null, canonical: { id: string, title: string }, corrections: Array<{ note: string, correctedAt: string }>, copies: { totalCount: number, nodes: Array<{ id: string, title: string, publishedAt: string | null, source: { name: string } | null }> } } | null, head: { number: number, actor: string, publishedAt: string | null, source: { id: string, name: string } | null, category: { id: string, name: string, breadcrumb: Array<{ id: string, name: string }> } | null, credits: Array<{ author: { id: string, name: string } | null }>, tags: Array<{ id: string, name: string }>, relations: Array<{ position: number, target: { id: string, title: string } | null }> }, live: { number: number, actor: string, createdAt: string } | null, publications: Array<{ liveFrom: string, liveUntil: string | null }>, revisions: { nodes: Array<{ number: number, name: string, actor: string, createdAt: string, isLive: boolean }> }, schedules: Array<{ id: string, act: ScheduleAct, dueAt: string, actor: string, isNewest: boolean, revision: { number: number } | null }>, lock: { heldSince: string, user: { id: string, name: string } } | null, previewLinks: Array<{ id: string, revision: number | null, createdAt: string, expiresAt: string, revokedAt: string | null, user: { name: string } | null }>, possibleDuplicates: Array<{ similarity: number | null, isMarked: boolean, draft: { id: string, title: string, status: DraftStatus, updatedAt: string, source: { name: string } | null } }> } | null, publishPlan: { revision: number, url: string, formerUrl: string | null, event: string, canPublish: boolean, lists: Array<{ tag: string, change: ListChange }>, findings: Array<{ code: FindingCode, field: string, message: string, blocks: boolean }> } | null };

export type DraftVersionQueryVariables = Exact<{
  id: string;
}>;


export type DraftVersionQuery = { draft: { title: string, version: number } | null };

export type NamesOfNodesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type NamesOfNodesQuery = { nodes: Array<
    | { title: string, id: string }
    | { name: string, id: string }
    | { name: string, id: string }
    | { title: string, id: string }
    | { id: string }
    | { name: string, id: string }
    | { name: string, id: string }
   | null> };

export type PublishNowMutationVariables = Exact<{
  input: ArticleInput;
  revision?: number | null | undefined;
  key: string;
}>;


export type PublishNowMutation = { done:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'PublishArticlePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type CorrectNowMutationVariables = Exact<{
  input: ArticleInput;
  note: string;
  revision?: number | null | undefined;
  key: string;
}>;


export type CorrectNowMutation = { done:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'PublishArticlePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UnpublishMutationVariables = Exact<{
  input: ArticleInput;
  key: string;
}>;


export type UnpublishMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type TakeDownMutationVariables = Exact<{
  input: ArticleInput;
  reason: string;
  key: string;
}>;


export type TakeDownMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type ReinstateMutationVariables = Exact<{
  input: ArticleInput;
  key: string;
}>;


export type ReinstateMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type LeaveTrashMutationVariables = Exact<{
  input: ArticleInput;
  key: string;
}>;


export type LeaveTrashMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type PlanActMutationVariables = Exact<{
  input: ArticleInput;
  act: ScheduleAct;
  at: string;
  revision?: number | null | undefined;
  key: string;
}>;


export type PlanActMutation = { done:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ScheduleArticlePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type CancelPlanMutationVariables = Exact<{
  input: ArticleInput;
  act: ScheduleAct;
  key: string;
}>;


export type CancelPlanMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type SetEmbargoMutationVariables = Exact<{
  input: ArticleInput;
  until?: string | null | undefined;
  key: string;
}>;


export type SetEmbargoMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type SubmitMutationVariables = Exact<{
  input: ArticleInput;
  key: string;
}>;


export type SubmitMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type RequestChangesMutationVariables = Exact<{
  input: ArticleInput;
  note: string;
  key: string;
}>;


export type RequestChangesMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type AssignMutationVariables = Exact<{
  input: ArticleInput;
  userId?: string | null | undefined;
  key: string;
}>;


export type AssignMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type TakeLockMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type TakeLockMutation = { done:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'LockPayload' }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type GiveUpLockMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type GiveUpLockMutation = { done:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'UnlockPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type MakePreviewMutationVariables = Exact<{
  input: CreatePreviewLinkInput;
  key: string;
}>;


export type MakePreviewMutation = { done:
    | { __typename: 'AlreadyDone', code: string, message: string }
    | { __typename: 'CreatePreviewLinkPayload', secret: string }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type RevokePreviewMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type RevokePreviewMutation = { done:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RevokePreviewLinkPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type ChooseLeadMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type ChooseLeadMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type MarkCopyMutationVariables = Exact<{
  id: string;
  otherId: string;
  key: string;
}>;


export type MarkCopyMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type DismissCopyMutationVariables = Exact<{
  id: string;
  otherId: string;
  key: string;
}>;


export type DismissCopyMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type ForgetVerdictMutationVariables = Exact<{
  id: string;
  otherId: string;
  key: string;
}>;


export type ForgetVerdictMutation = { done:
    | { __typename: 'DraftPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type HistoryQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type HistoryQuery = { draft: { id: string, version: number, status: DraftStatus, publications: Array<{ liveFrom: string, liveUntil: string | null, note: string, revision: { number: number } | null }>, schedules: Array<{ id: string, act: ScheduleAct, state: ScheduleState, dueAt: string, endedAt: string | null, actor: string, outcome: string, revision: { number: number } | null }>, head: { number: number }, revisions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ number: number, name: string, actor: string, createdAt: string, isAutosave: boolean, isLive: boolean, title: string, wordCount: number }> } } | null };

export type CompareRevisionsQueryVariables = Exact<{
  id: string;
  from: number;
  to?: number | null | undefined;
}>;


export type CompareRevisionsQuery = { revisionChanges: Array<
    | { __typename: 'BodyDifference', field: string, paragraphs: Array<{ kind: ParagraphChangeKind, isMoved: boolean, spans: Array<{ kind: SpanKind, text: string }>, old: { position: number, type: string, level: number | null, html: string } | null, new: { position: number, type: string, level: number | null, html: string } | null }> }
    | { __typename: 'ListDifference', field: string, items: Array<{ kind: ItemChangeKind, label: string, old: unknown, new: unknown, oldPosition: number | null, newPosition: number | null }> }
    | { __typename: 'ValueChange', old: unknown, new: unknown, field: string }
  > | null };

export type NameRevisionMutationVariables = Exact<{
  id: string;
  number: number;
  name: string;
  key: string;
}>;


export type NameRevisionMutation = { done:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RevisionPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type RestoreRevisionMutationVariables = Exact<{
  input: ArticleInput;
  number: number;
  key: string;
}>;


export type RestoreRevisionMutation = { done:
    | { __typename: 'DraftPayload', draft: { version: number } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

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
export const ImportPageDocument = new TypedDocumentString(`
    mutation ImportPage($input: ImportArticleInput!) {
  done: importArticle(input: $input) {
    __typename
    ... on ImportArticlePayload {
      isNew
      notes
      draft {
        id
        title
        version
      }
    }
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPageMutation, ImportPageMutationVariables>;
export const EvidenceOfDocument = new TypedDocumentString(`
    query EvidenceOf($id: ID!) {
  draft(id: $id) {
    id
    version
    status
    suggestions
    evidence {
      field
      origin
      text
      confidence
      isSuggestion
      value
    }
    head {
      title
      subtitle
      publishedAt
      canonicalUrl
      typedExcerpt
      byline
      language
      urgency
      licence
      creditLine
      wordCount
      source {
        name
      }
      category {
        breadcrumb {
          name
        }
      }
      credits {
        name
        role
      }
      tags {
        name
      }
      relations {
        reference {
          title
        }
        target {
          title
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EvidenceOfQuery, EvidenceOfQueryVariables>;
export const ConfirmSuggestionDocument = new TypedDocumentString(`
    mutation ConfirmSuggestion($input: SuggestionInput!, $key: String!) {
  done: confirmSuggestion(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmSuggestionMutation, ConfirmSuggestionMutationVariables>;
export const DismissSuggestionDocument = new TypedDocumentString(`
    mutation DismissSuggestion($input: SuggestionInput!, $key: String!) {
  done: dismissSuggestion(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DismissSuggestionMutation, DismissSuggestionMutationVariables>;
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
export const PublishDeskDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<PublishDeskQuery, PublishDeskQueryVariables>;
export const DraftVersionDocument = new TypedDocumentString(`
    query DraftVersion($id: ID!) {
  draft(id: $id) {
    title
    version
  }
}
    `) as unknown as TypedDocumentString<DraftVersionQuery, DraftVersionQueryVariables>;
export const NamesOfNodesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<NamesOfNodesQuery, NamesOfNodesQueryVariables>;
export const PublishNowDocument = new TypedDocumentString(`
    mutation PublishNow($input: ArticleInput!, $revision: Int, $key: String!) {
  done: publishArticle(input: $input, revision: $revision, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PublishNowMutation, PublishNowMutationVariables>;
export const CorrectNowDocument = new TypedDocumentString(`
    mutation CorrectNow($input: ArticleInput!, $note: String!, $revision: Int, $key: String!) {
  done: correctArticle(
    input: $input
    note: $note
    revision: $revision
    idempotencyKey: $key
  ) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CorrectNowMutation, CorrectNowMutationVariables>;
export const UnpublishDocument = new TypedDocumentString(`
    mutation Unpublish($input: ArticleInput!, $key: String!) {
  done: unpublishArticle(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UnpublishMutation, UnpublishMutationVariables>;
export const TakeDownDocument = new TypedDocumentString(`
    mutation TakeDown($input: ArticleInput!, $reason: String!, $key: String!) {
  done: takeDownArticle(input: $input, reason: $reason, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TakeDownMutation, TakeDownMutationVariables>;
export const ReinstateDocument = new TypedDocumentString(`
    mutation Reinstate($input: ArticleInput!, $key: String!) {
  done: reinstateArticle(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReinstateMutation, ReinstateMutationVariables>;
export const LeaveTrashDocument = new TypedDocumentString(`
    mutation LeaveTrash($input: ArticleInput!, $key: String!) {
  done: restoreArticle(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LeaveTrashMutation, LeaveTrashMutationVariables>;
export const PlanActDocument = new TypedDocumentString(`
    mutation PlanAct($input: ArticleInput!, $act: ScheduleAct!, $at: DateTime!, $revision: Int, $key: String!) {
  done: scheduleArticle(
    input: $input
    act: $act
    at: $at
    revision: $revision
    idempotencyKey: $key
  ) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PlanActMutation, PlanActMutationVariables>;
export const CancelPlanDocument = new TypedDocumentString(`
    mutation CancelPlan($input: ArticleInput!, $act: ScheduleAct!, $key: String!) {
  done: cancelSchedule(input: $input, act: $act, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelPlanMutation, CancelPlanMutationVariables>;
export const SetEmbargoDocument = new TypedDocumentString(`
    mutation SetEmbargo($input: ArticleInput!, $until: DateTime, $key: String!) {
  done: setEmbargo(input: $input, until: $until, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetEmbargoMutation, SetEmbargoMutationVariables>;
export const SubmitDocument = new TypedDocumentString(`
    mutation Submit($input: ArticleInput!, $key: String!) {
  done: submitArticle(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitMutation, SubmitMutationVariables>;
export const RequestChangesDocument = new TypedDocumentString(`
    mutation RequestChanges($input: ArticleInput!, $note: String!, $key: String!) {
  done: requestChanges(input: $input, note: $note, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestChangesMutation, RequestChangesMutationVariables>;
export const AssignDocument = new TypedDocumentString(`
    mutation Assign($input: ArticleInput!, $userId: ID, $key: String!) {
  done: assignArticle(input: $input, userId: $userId, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AssignMutation, AssignMutationVariables>;
export const TakeLockDocument = new TypedDocumentString(`
    mutation TakeLock($id: ID!, $key: String!) {
  done: lockArticle(id: $id, takeOver: true, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TakeLockMutation, TakeLockMutationVariables>;
export const GiveUpLockDocument = new TypedDocumentString(`
    mutation GiveUpLock($id: ID!, $key: String!) {
  done: unlockArticle(id: $id, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GiveUpLockMutation, GiveUpLockMutationVariables>;
export const MakePreviewDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MakePreviewMutation, MakePreviewMutationVariables>;
export const RevokePreviewDocument = new TypedDocumentString(`
    mutation RevokePreview($id: ID!, $key: String!) {
  done: revokePreviewLink(id: $id, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokePreviewMutation, RevokePreviewMutationVariables>;
export const ChooseLeadDocument = new TypedDocumentString(`
    mutation ChooseLead($id: ID!, $key: String!) {
  done: chooseLead(id: $id, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChooseLeadMutation, ChooseLeadMutationVariables>;
export const MarkCopyDocument = new TypedDocumentString(`
    mutation MarkCopy($id: ID!, $otherId: ID!, $key: String!) {
  done: markCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MarkCopyMutation, MarkCopyMutationVariables>;
export const DismissCopyDocument = new TypedDocumentString(`
    mutation DismissCopy($id: ID!, $otherId: ID!, $key: String!) {
  done: dismissCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DismissCopyMutation, DismissCopyMutationVariables>;
export const ForgetVerdictDocument = new TypedDocumentString(`
    mutation ForgetVerdict($id: ID!, $otherId: ID!, $key: String!) {
  done: forgetCopyVerdict(id: $id, otherId: $otherId, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ForgetVerdictMutation, ForgetVerdictMutationVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($id: ID!, $after: String) {
  draft(id: $id) {
    id
    version
    status
    publications {
      liveFrom
      liveUntil
      note
      revision {
        number
      }
    }
    schedules(state: null) {
      id
      act
      state
      dueAt
      endedAt
      actor
      outcome
      revision {
        number
      }
    }
    head {
      number
    }
    revisions(first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        number
        name
        actor
        createdAt
        isAutosave
        isLive
        title
        wordCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const CompareRevisionsDocument = new TypedDocumentString(`
    query CompareRevisions($id: ID!, $from: Int!, $to: Int) {
  revisionChanges(id: $id, from: $from, to: $to) {
    __typename
    field
    ... on ValueChange {
      old
      new
    }
    ... on ListDifference {
      items {
        kind
        label
        old
        new
        oldPosition
        newPosition
      }
    }
    ... on BodyDifference {
      paragraphs {
        kind
        isMoved
        spans {
          kind
          text
        }
        old {
          position
          type
          level
          html
        }
        new {
          position
          type
          level
          html
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareRevisionsQuery, CompareRevisionsQueryVariables>;
export const NameRevisionDocument = new TypedDocumentString(`
    mutation NameRevision($id: ID!, $number: Int!, $name: String!, $key: String!) {
  done: nameRevision(id: $id, number: $number, name: $name, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NameRevisionMutation, NameRevisionMutationVariables>;
export const RestoreRevisionDocument = new TypedDocumentString(`
    mutation RestoreRevision($input: ArticleInput!, $number: Int!, $key: String!) {
  done: restoreRevision(input: $input, number: $number, idempotencyKey: $key) {
    __typename
    ... on DraftPayload {
      draft {
        version
      }
    }
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreRevisionMutation, RestoreRevisionMutationVariables>;