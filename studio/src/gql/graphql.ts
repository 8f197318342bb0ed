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

/** How a collection goes on after what was placed by hand. */
export type CollectionTail =
  /** With the most read articles. */
  | 'HOT'
  /** With the newest articles. */
  | 'NEWEST'
  /** It ends there. */
  | 'NONE';

/** A new author. */
export type CreateAuthorInput = {
  /** A few words: 10,000 characters at most. */
  description?: string | null | undefined;
  /** A person, or an organisation. */
  kind?: AuthorKind | null | undefined;
  /** The name: 1 to 200 characters. */
  name: string;
  /** Its name for addresses: small letters, digits and single dashes; made from the name if not given. */
  slug?: string | null | undefined;
  /** The own site: http or https. */
  url?: string | null | undefined;
};

/** A new category. */
export type CreateCategoryInput = {
  /** A few words: 10,000 characters at most. */
  description?: string | null | undefined;
  /** Its name: 1 to 100 characters, of no other category beside it. */
  name: string;
  /** The category above; null is the top of the tree. */
  parentId?: string | null | undefined;
  /** Its place among the categories there, counted from 0; the end if not given or too far. */
  position?: number | null | undefined;
  /** Its own part of the path: small letters, digits and dashes; made from the name. */
  slug?: string | null | undefined;
};

/** A new collection, which is empty. */
export type CreateCollectionInput = {
  /** A few words: 10,000 characters at most. */
  description?: string | null | undefined;
  /** Its name for addresses: small letters, digits and single dashes, of no other collection. */
  slug: string;
  /** How it goes on after the items placed by hand; NONE if not given. */
  tail?: CollectionTail | null | undefined;
  /** Its title: 1 to 200 characters. */
  title: string;
};

/** A new redirect. Give either `url` or `articleId`. */
export type CreateRedirectInput = {
  /** The article that it leads to instead, wherever that stands by then. */
  articleId?: string | null | undefined;
  /** Whether it is meant for ever. It is, if not said. */
  isPermanent?: boolean | null | undefined;
  /** The path that leads elsewhere, 500 characters at most: /old/page.html, with its query if that counts. */
  path: string;
  /** Where it leads: a path such as /new, or an address. The path of an article here stands for that article. */
  url?: string | null | undefined;
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

/** A new source. */
export type CreateSourceInput = {
  /** How it wants to be credited: 300 characters at most. */
  creditLine?: string | null | undefined;
  /** What sort of organisation it is. */
  kind?: SourceKind | null | undefined;
  /** The language it publishes in (BCP 47). */
  language?: string | null | undefined;
  /** The licence its articles come under: 200 characters at most. */
  licence?: string | null | undefined;
  /** Its name: 1 to 200 characters, of no other source. */
  name: string;
  /** Its name for addresses: small letters, digits and single dashes; made from the name if not given. */
  slug?: string | null | undefined;
  /** Its own site: http or https. */
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

/** An article to keep out of the hot lists. */
export type ExcludeHotArticleInput = {
  /** The article's id. */
  id: string;
  /** Until when; without it, until somebody ends it. */
  until?: string | null | undefined;
};

/** An article. */
export type HotArticleInput = {
  /** The article's id. */
  id: string;
};

/** How an article moves in a hot list, compared with an hour ago (HOUR, DAY) or a day ago (WEEK, MONTH). */
export type HotTrend =
  /** It stood further up. */
  | 'DOWN'
  /** It was not among the first hundred. */
  | 'NEW'
  /** It stood where it stands. */
  | 'SAME'
  /** It stood further down. */
  | 'UP';

/** How far a hot list looks back, and its half-life: a hit that old counts half as much as one of now. */
export type HotWindow =
  /** A day; six hours. */
  | 'DAY'
  /** An hour; half an hour. */
  | 'HOUR'
  /** Thirty days; ten days. */
  | 'MONTH'
  /** Seven days; two days. */
  | 'WEEK';

/** Two things that are one: everything of the first becomes the second's. */
export type MergeInput = {
  /** The version it was seen in. */
  expectedVersion: number;
  /** What goes. Its id and slug lead to the other then. */
  id: string;
  /** The version that one was seen in. */
  intoExpectedVersion: number;
  /** What stays. */
  intoId: string;
};

/** Where a category goes, with all below it. */
export type MoveCategoryInput = {
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** The category above; left out or null, it goes to the top of the tree. */
  parentId?: string | null | undefined;
  /** Its place among the categories there, counted from 0; the end if not given or too far. */
  position?: number | null | undefined;
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

/** An article, and its place in the hot lists. */
export type PinHotArticleInput = {
  /** The article's id, public or not: it shows when it is. */
  id: string;
  /** Its place, counted from 1: 1 to 100. In a shorter list it is the last one. */
  position?: number;
  /** Until when; without it, until somebody ends it. */
  until?: string | null | undefined;
};

/** An item of a collection, and where it shall be. */
export type PlaceItemInput = {
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** The collection's id. */
  id: string;
  /** An article (art_17), public or not, or a reference (ref_4). */
  itemId: string;
  /** Its place, counted from 0; too far is the end. */
  position?: number;
};

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

/** Which article here a reference means. */
export type SetReferenceTargetInput = {
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** The article, public or not; left out or null, it means none. */
  targetId?: string | null | undefined;
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

/** An item of a collection. */
export type UnpinItemInput = {
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** The collection's id. */
  id: string;
  /** The article or the reference. */
  itemId: string;
};

/** Changes of an author. What is left out or null stays; an empty text clears. */
export type UpdateAuthorInput = {
  /** A few words: 10,000 characters at most. */
  description?: string | null | undefined;
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** A person, or an organisation. */
  kind?: AuthorKind | null | undefined;
  /** The name: 1 to 200 characters. */
  name?: string | null | undefined;
  /** Its name for addresses: small letters, digits and single dashes. The former one leads on to it. */
  slug?: string | null | undefined;
  /** The own site: http or https. */
  url?: string | null | undefined;
};

/** Changes of a category. What is left out or null stays; an empty text clears. */
export type UpdateCategoryInput = {
  /** A few words: 10,000 characters at most. */
  description?: string | null | undefined;
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** Its name: 1 to 100 characters, of no other category beside it. */
  name?: string | null | undefined;
  /** Its own part of the path. All paths below change with it; the former ones lead on. */
  slug?: string | null | undefined;
};

/** Changes of a collection. What is left out or null stays; an empty text clears. */
export type UpdateCollectionInput = {
  /** A few words: 10,000 characters at most. */
  description?: string | null | undefined;
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** Its name for addresses: small letters, digits and single dashes, of no other collection. The former one leads nowhere. */
  slug?: string | null | undefined;
  /** How it goes on after the items placed by hand. */
  tail?: CollectionTail | null | undefined;
  /** Its title: 1 to 200 characters. */
  title?: string | null | undefined;
};

/** Changes of a redirect. What is left out or null stays. */
export type UpdateRedirectInput = {
  /** The article that it leads to instead, wherever that stands by then. */
  articleId?: string | null | undefined;
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** Whether it is meant for ever. It is, if not said. */
  isPermanent?: boolean | null | undefined;
  /** The path that leads elsewhere, 500 characters at most: /old/page.html, with its query if that counts. */
  path?: string | null | undefined;
  /** Where it leads: a path such as /new, or an address. The path of an article here stands for that article. */
  url?: string | null | undefined;
};

/** Changes of a reference. What is left out or null stays; an empty text clears. */
export type UpdateReferenceInput = {
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** Whether the teaser was cut in mid-sentence where it comes from. */
  isTruncated?: boolean | null | undefined;
  /** A few sentences that lead into it: 10,000 characters at most. */
  teaser?: string | null | undefined;
  /** The headline: 1 to 300 characters. */
  title?: string | null | undefined;
  /** Its address: http or https. */
  url?: string | null | undefined;
};

/** Changes of what the site says of itself. What is left out or null stays. */
export type UpdateSiteInput = {
  /** The version that the changes begin with: 0 as long as nothing was said. */
  expectedVersion: number;
  /** Its main language (BCP 47). */
  language?: string | null | undefined;
  /** Its name: 1 to 200 characters. */
  name?: string | null | undefined;
  /** Its motto: 300 characters at most; an empty text clears it. */
  tagline?: string | null | undefined;
  /** Its address: http or https. */
  url?: string | null | undefined;
};

/** Changes of a source. What is left out or null stays; an empty text clears. */
export type UpdateSourceInput = {
  /** How it wants to be credited: 300 characters at most. */
  creditLine?: string | null | undefined;
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** What sort of organisation it is. */
  kind?: SourceKind | null | undefined;
  /** The language it publishes in (BCP 47). */
  language?: string | null | undefined;
  /** The licence its articles come under: 200 characters at most. */
  licence?: string | null | undefined;
  /** Its name: 1 to 200 characters, of no other source. */
  name?: string | null | undefined;
  /** Its name for addresses: small letters, digits and single dashes. The former one leads on to it. */
  slug?: string | null | undefined;
  /** Its own site: http or https. */
  url?: string | null | undefined;
};

/** Changes of a tag. What is left out or null stays; an empty text clears. */
export type UpdateTagInput = {
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Its id. */
  id: string;
  /** Its IPTC Media Topic code, such as medtop:01000000. */
  mediaTopic?: string | null | undefined;
  /** The keyword: 1 to 100 characters, of no other tag. */
  name?: string | null | undefined;
  /** Its name for addresses: small letters, digits and single dashes. The former one leads on to it. */
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

type Refused_AlreadyDone_Fragment = { code: string, message: string };

type Refused_Forbidden_Fragment = { code: string, message: string };

type Refused_IdempotencyKeyReused_Fragment = { code: string, message: string };

type Refused_InvalidCredentials_Fragment = { code: string, message: string };

type Refused_InvalidTransition_Fragment = { code: string, message: string };

type Refused_NotFound_Fragment = { code: string, message: string };

type Refused_RateLimited_Fragment = { code: string, message: string };

type Refused_ValidationFailed_Fragment = { code: string, message: string, problems: Array<{ path: string, message: string }> };

type Refused_VersionConflict_Fragment = { code: string, message: string };

export type RefusedFragment =
  | Refused_AlreadyDone_Fragment
  | Refused_Forbidden_Fragment
  | Refused_IdempotencyKeyReused_Fragment
  | Refused_InvalidCredentials_Fragment
  | Refused_InvalidTransition_Fragment
  | Refused_NotFound_Fragment
  | Refused_RateLimited_Fragment
  | Refused_ValidationFailed_Fragment
  | Refused_VersionConflict_Fragment
;

export type SourceListQueryVariables = Exact<{
  search?: string | null | undefined;
  ids?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SourceListQuery = { page: { totalCount: number, nodes: Array<{ id: string, version: number, name: string, slug: string, kind: SourceKind, url: string, licence: string, creditLine: string, language: string, articles: { totalCount: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateSourceMutationVariables = Exact<{
  input: CreateSourceInput;
  key: string;
}>;


export type CreateSourceMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SourcePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UpdateSourceMutationVariables = Exact<{
  input: UpdateSourceInput;
  key: string;
}>;


export type UpdateSourceMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SourcePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteSourceMutationVariables = Exact<{
  input: DeleteInput;
}>;


export type DeleteSourceMutation = { made:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type MergeSourcesMutationVariables = Exact<{
  input: MergeInput;
  key: string;
}>;


export type MergeSourcesMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SourcePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type AuthorListQueryVariables = Exact<{
  search?: string | null | undefined;
  ids?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuthorListQuery = { page: { totalCount: number, nodes: Array<{ id: string, version: number, name: string, slug: string, kind: AuthorKind, description: string, url: string, articles: { totalCount: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateAuthorMutationVariables = Exact<{
  input: CreateAuthorInput;
  key: string;
}>;


export type CreateAuthorMutation = { made:
    | { __typename: 'AuthorPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UpdateAuthorMutationVariables = Exact<{
  input: UpdateAuthorInput;
  key: string;
}>;


export type UpdateAuthorMutation = { made:
    | { __typename: 'AuthorPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteAuthorMutationVariables = Exact<{
  input: DeleteInput;
}>;


export type DeleteAuthorMutation = { made:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type MergeAuthorsMutationVariables = Exact<{
  input: MergeInput;
  key: string;
}>;


export type MergeAuthorsMutation = { made:
    | { __typename: 'AuthorPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type TagListQueryVariables = Exact<{
  search?: string | null | undefined;
  ids?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TagListQuery = { page: { totalCount: number, nodes: Array<{ id: string, version: number, name: string, slug: string, mediaTopic: string, articles: { totalCount: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateTagMutationVariables = Exact<{
  input: CreateTagInput;
  key: string;
}>;


export type CreateTagMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TagPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UpdateTagMutationVariables = Exact<{
  input: UpdateTagInput;
  key: string;
}>;


export type UpdateTagMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TagPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteTagMutationVariables = Exact<{
  input: DeleteInput;
}>;


export type DeleteTagMutation = { made:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type MergeTagsMutationVariables = Exact<{
  input: MergeInput;
  key: string;
}>;


export type MergeTagsMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TagPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type ReferenceListQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReferenceListQuery = { page: { totalCount: number, nodes: Array<{ reference: { id: string, version: number, title: string, teaser: string, url: string, isTruncated: boolean }, target: { id: string, title: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateReferenceMutationVariables = Exact<{
  input: CreateReferenceInput;
  key: string;
}>;


export type CreateReferenceMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ReferencePayload', reference: { id: string, version: number } }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UpdateReferenceMutationVariables = Exact<{
  input: UpdateReferenceInput;
  key: string;
}>;


export type UpdateReferenceMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ReferencePayload', reference: { id: string, version: number } }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type SetReferenceTargetMutationVariables = Exact<{
  input: SetReferenceTargetInput;
  key: string;
}>;


export type SetReferenceTargetMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ReferencePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteReferenceMutationVariables = Exact<{
  input: DeleteInput;
}>;


export type DeleteReferenceMutation = { made:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type RedirectListQueryVariables = Exact<{
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RedirectListQuery = { page: { totalCount: number, nodes: Array<{ redirect: { id: string, version: number, path: string, url: string, isPermanent: boolean }, target: { id: string, title: string, status: DraftStatus } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateRedirectMutationVariables = Exact<{
  input: CreateRedirectInput;
  key: string;
}>;


export type CreateRedirectMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RedirectPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UpdateRedirectMutationVariables = Exact<{
  input: UpdateRedirectInput;
  key: string;
}>;


export type UpdateRedirectMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RedirectPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteRedirectMutationVariables = Exact<{
  input: DeleteInput;
  key: string;
}>;


export type DeleteRedirectMutation = { made:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type CollectionListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CollectionListQuery = { page: { nodes: Array<{ id: string, version: number, slug: string, title: string, description: string, tail: CollectionTail }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PlacedListQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type PlacedListQuery = { collection: { version: number, items: Array<
      | { id: string, title: string }
      | { id: string, title: string }
    > } | null, placedItems: { nodes: Array<{ position: number, isPublic: boolean, draft: { id: string, title: string, status: DraftStatus, category: { name: string } | null } | null, reference: { id: string, title: string, url: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateCollectionMutationVariables = Exact<{
  input: CreateCollectionInput;
  key: string;
}>;


export type CreateCollectionMutation = { made:
    | { __typename: 'CollectionPayload', collection: { id: string } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UpdateCollectionMutationVariables = Exact<{
  input: UpdateCollectionInput;
  key: string;
}>;


export type UpdateCollectionMutation = { made:
    | { __typename: 'CollectionPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteCollectionMutationVariables = Exact<{
  input: DeleteInput;
  key: string;
}>;


export type DeleteCollectionMutation = { made:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type PinItemMutationVariables = Exact<{
  input: PlaceItemInput;
  key: string;
}>;


export type PinItemMutation = { made:
    | { __typename: 'CollectionPayload', collection: { version: number } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type MoveItemMutationVariables = Exact<{
  input: PlaceItemInput;
  key: string;
}>;


export type MoveItemMutation = { made:
    | { __typename: 'CollectionPayload', collection: { version: number } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UnpinItemMutationVariables = Exact<{
  input: UnpinItemInput;
  key: string;
}>;


export type UnpinItemMutation = { made:
    | { __typename: 'CollectionPayload', collection: { version: number } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type CategoryListQueryVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type CategoryListQuery = { page: { nodes: Array<{ position: number, category: { id: string, version: number, name: string, slug: string, path: string, description: string, parent: { id: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CategoryCountQueryVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
}>;


export type CategoryCountQuery = { allCategories: { nodes: Array<{ category: { id: string, articles: { totalCount: number } } }> } | null };

export type CreateCategoryMutationVariables = Exact<{
  input: CreateCategoryInput;
  key: string;
}>;


export type CreateCategoryMutation = { made:
    | { __typename: 'CategoryPayload', category: { id: string } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type UpdateCategoryMutationVariables = Exact<{
  input: UpdateCategoryInput;
  key: string;
}>;


export type UpdateCategoryMutation = { made:
    | { __typename: 'CategoryPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type MoveCategoryMutationVariables = Exact<{
  input: MoveCategoryInput;
  key: string;
}>;


export type MoveCategoryMutation = { made:
    | { __typename: 'CategoryPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type MergeCategoriesMutationVariables = Exact<{
  input: MergeInput;
  key: string;
}>;


export type MergeCategoriesMutation = { made:
    | { __typename: 'CategoryPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type DeleteCategoryMutationVariables = Exact<{
  input: DeleteInput;
}>;


export type DeleteCategoryMutation = { made:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type HotListQueryVariables = Exact<{
  window: HotWindow;
  category?: string | null | undefined;
}>;


export type HotListQuery = { hotArticles: Array<{ rank: number, trend: HotTrend, isPinned: boolean, node: { id: string, title: string, viewCount: number, category: { name: string } | null } }> };

export type HotChoicesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type HotChoicesQuery = { page: { totalCount: number, nodes: Array<{ position: number | null, isExcluded: boolean, until: string | null, draft: { id: string, title: string, status: DraftStatus } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PinHotMutationVariables = Exact<{
  input: PinHotArticleInput;
  key: string;
}>;


export type PinHotMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'HotChoicePayload' }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type UnpinHotMutationVariables = Exact<{
  input: HotArticleInput;
  key: string;
}>;


export type UnpinHotMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'HotChoicePayload' }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type ExcludeHotMutationVariables = Exact<{
  input: ExcludeHotArticleInput;
  key: string;
}>;


export type ExcludeHotMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'HotChoicePayload' }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type IncludeHotMutationVariables = Exact<{
  input: HotArticleInput;
  key: string;
}>;


export type IncludeHotMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'HotChoicePayload' }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type CalendarPlansQueryVariables = Exact<{
  since: string;
  before: string;
  after?: string | null | undefined;
}>;


export type CalendarPlansQuery = { page: { nodes: Array<{ id: string, act: ScheduleAct, state: ScheduleState, dueAt: string, outcome: string, draft: { id: string, title: string, category: { name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CalendarArticlesQueryVariables = Exact<{
  since: string;
  before: string;
  after?: string | null | undefined;
}>;


export type CalendarArticlesQuery = { page: { nodes: Array<{ id: string, title: string, listedAt: string, category: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SiteSaidQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteSaidQuery = { site: { name: string, tagline: string, url: string, language: string, version: number } };

export type UpdateSiteMutationVariables = Exact<{
  input: UpdateSiteInput;
  key: string;
}>;


export type UpdateSiteMutation = { made:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'SitePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
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
export const RefusedFragmentDoc = new TypedDocumentString(`
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}
    `, {"fragmentName":"Refused"}) as unknown as TypedDocumentString<RefusedFragment, unknown>;
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
export const SourceListDocument = new TypedDocumentString(`
    query SourceList($search: String, $ids: [ID!], $first: Int, $after: String) {
  page: allSources(
    search: $search
    where: {ids: $ids}
    first: $first
    after: $after
  ) {
    nodes {
      id
      version
      name
      slug
      kind
      url
      licence
      creditLine
      language
      articles(first: 0) {
        totalCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SourceListQuery, SourceListQueryVariables>;
export const CreateSourceDocument = new TypedDocumentString(`
    mutation CreateSource($input: CreateSourceInput!, $key: String!) {
  made: createSource(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<CreateSourceMutation, CreateSourceMutationVariables>;
export const UpdateSourceDocument = new TypedDocumentString(`
    mutation UpdateSource($input: UpdateSourceInput!, $key: String!) {
  made: updateSource(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UpdateSourceMutation, UpdateSourceMutationVariables>;
export const DeleteSourceDocument = new TypedDocumentString(`
    mutation DeleteSource($input: DeleteInput!) {
  made: deleteSource(input: $input) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<DeleteSourceMutation, DeleteSourceMutationVariables>;
export const MergeSourcesDocument = new TypedDocumentString(`
    mutation MergeSources($input: MergeInput!, $key: String!) {
  made: mergeSources(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<MergeSourcesMutation, MergeSourcesMutationVariables>;
export const AuthorListDocument = new TypedDocumentString(`
    query AuthorList($search: String, $ids: [ID!], $first: Int, $after: String) {
  page: allAuthors(
    search: $search
    where: {ids: $ids}
    first: $first
    after: $after
  ) {
    nodes {
      id
      version
      name
      slug
      kind
      description
      url
      articles(first: 0) {
        totalCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<AuthorListQuery, AuthorListQueryVariables>;
export const CreateAuthorDocument = new TypedDocumentString(`
    mutation CreateAuthor($input: CreateAuthorInput!, $key: String!) {
  made: createAuthor(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<CreateAuthorMutation, CreateAuthorMutationVariables>;
export const UpdateAuthorDocument = new TypedDocumentString(`
    mutation UpdateAuthor($input: UpdateAuthorInput!, $key: String!) {
  made: updateAuthor(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UpdateAuthorMutation, UpdateAuthorMutationVariables>;
export const DeleteAuthorDocument = new TypedDocumentString(`
    mutation DeleteAuthor($input: DeleteInput!) {
  made: deleteAuthor(input: $input) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<DeleteAuthorMutation, DeleteAuthorMutationVariables>;
export const MergeAuthorsDocument = new TypedDocumentString(`
    mutation MergeAuthors($input: MergeInput!, $key: String!) {
  made: mergeAuthors(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<MergeAuthorsMutation, MergeAuthorsMutationVariables>;
export const TagListDocument = new TypedDocumentString(`
    query TagList($search: String, $ids: [ID!], $first: Int, $after: String) {
  page: allTags(search: $search, where: {ids: $ids}, first: $first, after: $after) {
    nodes {
      id
      version
      name
      slug
      mediaTopic
      articles(first: 0) {
        totalCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<TagListQuery, TagListQueryVariables>;
export const CreateTagDocument = new TypedDocumentString(`
    mutation CreateTag($input: CreateTagInput!, $key: String!) {
  made: createTag(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<CreateTagMutation, CreateTagMutationVariables>;
export const UpdateTagDocument = new TypedDocumentString(`
    mutation UpdateTag($input: UpdateTagInput!, $key: String!) {
  made: updateTag(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UpdateTagMutation, UpdateTagMutationVariables>;
export const DeleteTagDocument = new TypedDocumentString(`
    mutation DeleteTag($input: DeleteInput!) {
  made: deleteTag(input: $input) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<DeleteTagMutation, DeleteTagMutationVariables>;
export const MergeTagsDocument = new TypedDocumentString(`
    mutation MergeTags($input: MergeInput!, $key: String!) {
  made: mergeTags(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<MergeTagsMutation, MergeTagsMutationVariables>;
export const ReferenceListDocument = new TypedDocumentString(`
    query ReferenceList($search: String, $first: Int, $after: String) {
  page: allReferences(search: $search, first: $first, after: $after) {
    nodes {
      reference {
        id
        version
        title
        teaser
        url
        isTruncated
      }
      target {
        id
        title
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ReferenceListQuery, ReferenceListQueryVariables>;
export const CreateReferenceDocument = new TypedDocumentString(`
    mutation CreateReference($input: CreateReferenceInput!, $key: String!) {
  made: createReference(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
    ... on ReferencePayload {
      reference {
        id
        version
      }
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<CreateReferenceMutation, CreateReferenceMutationVariables>;
export const UpdateReferenceDocument = new TypedDocumentString(`
    mutation UpdateReference($input: UpdateReferenceInput!, $key: String!) {
  made: updateReference(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
    ... on ReferencePayload {
      reference {
        id
        version
      }
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UpdateReferenceMutation, UpdateReferenceMutationVariables>;
export const SetReferenceTargetDocument = new TypedDocumentString(`
    mutation SetReferenceTarget($input: SetReferenceTargetInput!, $key: String!) {
  made: setReferenceTarget(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<SetReferenceTargetMutation, SetReferenceTargetMutationVariables>;
export const DeleteReferenceDocument = new TypedDocumentString(`
    mutation DeleteReference($input: DeleteInput!) {
  made: deleteReference(input: $input) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<DeleteReferenceMutation, DeleteReferenceMutationVariables>;
export const RedirectListDocument = new TypedDocumentString(`
    query RedirectList($search: String, $first: Int, $after: String) {
  page: allRedirects(search: $search, first: $first, after: $after) {
    nodes {
      redirect {
        id
        version
        path
        url
        isPermanent
      }
      target {
        id
        title
        status
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<RedirectListQuery, RedirectListQueryVariables>;
export const CreateRedirectDocument = new TypedDocumentString(`
    mutation CreateRedirect($input: CreateRedirectInput!, $key: String!) {
  made: createRedirect(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<CreateRedirectMutation, CreateRedirectMutationVariables>;
export const UpdateRedirectDocument = new TypedDocumentString(`
    mutation UpdateRedirect($input: UpdateRedirectInput!, $key: String!) {
  made: updateRedirect(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UpdateRedirectMutation, UpdateRedirectMutationVariables>;
export const DeleteRedirectDocument = new TypedDocumentString(`
    mutation DeleteRedirect($input: DeleteInput!, $key: String!) {
  made: deleteRedirect(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<DeleteRedirectMutation, DeleteRedirectMutationVariables>;
export const CollectionListDocument = new TypedDocumentString(`
    query CollectionList($after: String) {
  page: collections(first: 100, after: $after) {
    nodes {
      id
      version
      slug
      title
      description
      tail
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CollectionListQuery, CollectionListQueryVariables>;
export const PlacedListDocument = new TypedDocumentString(`
    query PlacedList($id: ID!, $after: String) {
  collection(id: $id) {
    version
    items(first: 100) {
      ... on Article {
        id
        title
      }
      ... on Reference {
        id
        title
      }
    }
  }
  placedItems(collectionId: $id, first: 100, after: $after) {
    nodes {
      position
      isPublic
      draft {
        id
        title
        status
        category {
          name
        }
      }
      reference {
        id
        title
        url
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PlacedListQuery, PlacedListQueryVariables>;
export const CreateCollectionDocument = new TypedDocumentString(`
    mutation CreateCollection($input: CreateCollectionInput!, $key: String!) {
  made: createCollection(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
    ... on CollectionPayload {
      collection {
        id
      }
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<CreateCollectionMutation, CreateCollectionMutationVariables>;
export const UpdateCollectionDocument = new TypedDocumentString(`
    mutation UpdateCollection($input: UpdateCollectionInput!, $key: String!) {
  made: updateCollection(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UpdateCollectionMutation, UpdateCollectionMutationVariables>;
export const DeleteCollectionDocument = new TypedDocumentString(`
    mutation DeleteCollection($input: DeleteInput!, $key: String!) {
  made: deleteCollection(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<DeleteCollectionMutation, DeleteCollectionMutationVariables>;
export const PinItemDocument = new TypedDocumentString(`
    mutation PinItem($input: PlaceItemInput!, $key: String!) {
  made: pinItem(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
    ... on CollectionPayload {
      collection {
        version
      }
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<PinItemMutation, PinItemMutationVariables>;
export const MoveItemDocument = new TypedDocumentString(`
    mutation MoveItem($input: PlaceItemInput!, $key: String!) {
  made: moveItem(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
    ... on CollectionPayload {
      collection {
        version
      }
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<MoveItemMutation, MoveItemMutationVariables>;
export const UnpinItemDocument = new TypedDocumentString(`
    mutation UnpinItem($input: UnpinItemInput!, $key: String!) {
  made: unpinItem(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
    ... on CollectionPayload {
      collection {
        version
      }
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UnpinItemMutation, UnpinItemMutationVariables>;
export const CategoryListDocument = new TypedDocumentString(`
    query CategoryList($ids: [ID!], $after: String) {
  page: allCategories(where: {ids: $ids}, first: 100, after: $after) {
    nodes {
      position
      category {
        id
        version
        name
        slug
        path
        description
        parent {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CategoryListQuery, CategoryListQueryVariables>;
export const CategoryCountDocument = new TypedDocumentString(`
    query CategoryCount($ids: [ID!]) {
  allCategories(where: {ids: $ids}, first: 1) {
    nodes {
      category {
        id
        articles(first: 0) {
          totalCount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CategoryCountQuery, CategoryCountQueryVariables>;
export const CreateCategoryDocument = new TypedDocumentString(`
    mutation CreateCategory($input: CreateCategoryInput!, $key: String!) {
  made: createCategory(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
    ... on CategoryPayload {
      category {
        id
      }
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<CreateCategoryMutation, CreateCategoryMutationVariables>;
export const UpdateCategoryDocument = new TypedDocumentString(`
    mutation UpdateCategory($input: UpdateCategoryInput!, $key: String!) {
  made: updateCategory(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UpdateCategoryMutation, UpdateCategoryMutationVariables>;
export const MoveCategoryDocument = new TypedDocumentString(`
    mutation MoveCategory($input: MoveCategoryInput!, $key: String!) {
  made: moveCategory(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<MoveCategoryMutation, MoveCategoryMutationVariables>;
export const MergeCategoriesDocument = new TypedDocumentString(`
    mutation MergeCategories($input: MergeInput!, $key: String!) {
  made: mergeCategories(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<MergeCategoriesMutation, MergeCategoriesMutationVariables>;
export const DeleteCategoryDocument = new TypedDocumentString(`
    mutation DeleteCategory($input: DeleteInput!) {
  made: deleteCategory(input: $input) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<DeleteCategoryMutation, DeleteCategoryMutationVariables>;
export const HotListDocument = new TypedDocumentString(`
    query HotList($window: HotWindow!, $category: ID) {
  hotArticles(window: $window, category: $category, first: 30) {
    rank
    trend
    isPinned
    node {
      id
      title
      viewCount
      category {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HotListQuery, HotListQueryVariables>;
export const HotChoicesDocument = new TypedDocumentString(`
    query HotChoices($after: String) {
  page: hotChoices(first: 50, after: $after) {
    nodes {
      position
      isExcluded
      until
      draft {
        id
        title
        status
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<HotChoicesQuery, HotChoicesQueryVariables>;
export const PinHotDocument = new TypedDocumentString(`
    mutation PinHot($input: PinHotArticleInput!, $key: String!) {
  made: pinHotArticle(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<PinHotMutation, PinHotMutationVariables>;
export const UnpinHotDocument = new TypedDocumentString(`
    mutation UnpinHot($input: HotArticleInput!, $key: String!) {
  made: unpinHotArticle(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UnpinHotMutation, UnpinHotMutationVariables>;
export const ExcludeHotDocument = new TypedDocumentString(`
    mutation ExcludeHot($input: ExcludeHotArticleInput!, $key: String!) {
  made: excludeHotArticle(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<ExcludeHotMutation, ExcludeHotMutationVariables>;
export const IncludeHotDocument = new TypedDocumentString(`
    mutation IncludeHot($input: HotArticleInput!, $key: String!) {
  made: includeHotArticle(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<IncludeHotMutation, IncludeHotMutationVariables>;
export const CalendarPlansDocument = new TypedDocumentString(`
    query CalendarPlans($since: DateTime!, $before: DateTime!, $after: String) {
  page: schedules(
    where: {states: [PENDING, FAILED], dueAt: {since: $since, before: $before}}
    first: 100
    after: $after
  ) {
    nodes {
      id
      act
      state
      dueAt
      outcome
      draft {
        id
        title
        category {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarPlansQuery, CalendarPlansQueryVariables>;
export const CalendarArticlesDocument = new TypedDocumentString(`
    query CalendarArticles($since: DateTime!, $before: DateTime!, $after: String) {
  page: articles(
    where: {listedAt: {since: $since, before: $before}}
    orderBy: OLDEST
    first: 100
    after: $after
  ) {
    nodes {
      id
      title
      listedAt
      category {
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarArticlesQuery, CalendarArticlesQueryVariables>;
export const SiteSaidDocument = new TypedDocumentString(`
    query SiteSaid {
  site {
    name
    tagline
    url
    language
    version
  }
}
    `) as unknown as TypedDocumentString<SiteSaidQuery, SiteSaidQueryVariables>;
export const UpdateSiteDocument = new TypedDocumentString(`
    mutation UpdateSite($input: UpdateSiteInput!, $key: String!) {
  made: updateSite(input: $input, idempotencyKey: $key) {
    __typename
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  ... on ValidationFailed {
    problems {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<UpdateSiteMutation, UpdateSiteMutationVariables>;
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