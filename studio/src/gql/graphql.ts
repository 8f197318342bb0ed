/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What made a change. */
export type ActorKind =
  /** Somebody with a one-time link, for example. */
  | 'OTHER'
  /** The server itself, or the operator at the command line. */
  | 'SYSTEM'
  /** A program, by an API token. */
  | 'TOKEN'
  /** Somebody in a browser. */
  | 'USER';

/** One article at the version at which it was read. */
export type ArticleInput = {
  /** The `version` of the draft when it was read. If it has moved on, nothing is done. */
  expectedVersion: number;
  /** The article, such as art_17, public or not. */
  id: string;
};

/** Who may know of an event. */
export type Audience =
  /** Whoever may read the audit log. */
  | 'ADMIN'
  /** Whoever works on all drafts; of a draft, its owner and whom it is assigned to as well. */
  | 'DESK'
  /** Whoever may read events: it tells of nothing that readers could not see. */
  | 'PUBLIC';

/** Which entries of the audit log. All given fields must hold. */
export type AuditWhere = {
  /** When it was done. */
  at?: DateTimeFilter | null | undefined;
  /** Done by this session (ses_17) or token (tok_17). */
  credentialId?: string | null | undefined;
  /** About the item with this id, such as art_17 (an article and its draft are one), usr_3 or tok_5. */
  subjectId?: string | null | undefined;
  /** Of one of these types, such as article.published; at most 100. */
  types?: Array<string> | null | undefined;
  /** Done by this user. */
  userId?: string | null | undefined;
  /** Proved in this way. */
  via?: Via | null | undefined;
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

/** A new endpoint. */
export type CreateEndpointInput = {
  /** Only events of articles in these or below them, before or after the change; none is no limit. */
  categoryIds?: Array<string> | null | undefined;
  /** How many attempts at a time at most: 1 to 100. 4 if not given. */
  concurrency?: number | null | undefined;
  /** What is sent along, such as Authorization; 20 at most. */
  headers?: Array<EndpointHeaderInput> | null | undefined;
  /** What it takes. */
  kind?: EndpointKind;
  /** Only events of articles in these languages (BCP 47); none is no limit. */
  languages?: Array<string> | null | undefined;
  /** What people call it: 1 to 200 characters. */
  name: string;
  /** What the body carries; FULL if not given. */
  payload?: PayloadForm | null | undefined;
  /** How many attempts a minute at most; 0 is without limit. */
  ratePerMinute?: number | null | undefined;
  /** The role that payloads are made for, at most what the viewer may do; also who may know of the events told. A reader if not given. */
  runAs?: Role | null | undefined;
  /** Of a cache the key of its API; of a webhook one brought along, else one is made. */
  secret?: string | null | undefined;
  /** For the form SELECTION: a selection set on the type Event, such as { article { title url } }. */
  selection?: string | null | undefined;
  /** Only events of articles from these, before or after the change; none is no limit. */
  sourceIds?: Array<string> | null | undefined;
  /** The types of events, such as article.published; none is every type that is public. */
  types?: Array<string> | null | undefined;
  /** Where it is: https, on port 443 or 8443 (docs/webhooks.md). */
  url: string;
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

/** A new user, who chooses a password by createLoginLink. */
export type CreateUserInput = {
  /** For a contributor: the only categories to write in, with all below them; empty is no limit. */
  categoryIds?: Array<string>;
  /** The e-mail address to sign in with. */
  email: string;
  /** What revisions call the user: 1 to 200 characters. */
  name: string;
  /** What the user may do. */
  role: Role;
};

/** A database. */
export type DatabaseEngine =
  /** PostgreSQL. */
  | 'POSTGRESQL'
  /** SQLite. */
  | 'SQLITE';

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

/** What became of an event for an endpoint. */
export type DeliveryState =
  /** The receiver took it. */
  | 'DELIVERED'
  /** It was tried as often as it may be, while the receiver took others. It can be redelivered. */
  | 'FAILED'
  /** It is tried, now or at `nextAt`. */
  | 'PENDING'
  /** An earlier event about the same subject is not delivered yet. */
  | 'WAITING';

/** Which deliveries. All given fields must hold. */
export type DeliveryWhere = {
  /** Of the event with this id. */
  eventId?: string | null | undefined;
  /** In one of these states. */
  states?: Array<DeliveryState> | null | undefined;
  /** Of events of one of these types. */
  types?: Array<string> | null | undefined;
};

/** What is made from the content, and can be made anew from it. */
export type Derived =
  /** The search index of public articles. */
  | 'ARTICLE_SEARCH'
  /** The signatures by which copies of a text are found. */
  | 'COPIES'
  /** The search index of drafts. */
  | 'DRAFT_SEARCH'
  /** What the names of authors, sources, categories and tags, and headlines, are completed by. */
  | 'NAMES'
  /** The words by which related articles are found. */
  | 'RELATED';

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

/** A header to send along. */
export type EndpointHeaderInput = {
  /** Its name. */
  name: string;
  /** Its value: printable ASCII. Null keeps the value that a header of this name has. */
  value?: string | null | undefined;
};

/** What an endpoint takes. */
export type EndpointKind =
  /** Purges by Cache-Tag. */
  | 'CLOUDFLARE'
  /** Purges by Surrogate-Key. */
  | 'FASTLY'
  /** Bans by tag for Varnish without modules. */
  | 'VARNISH_BAN'
  /** Purges by tag for Varnish with the module xkey (docs/purging.md). */
  | 'VARNISH_XKEY'
  /** Signed events, as Standard Webhooks has them. */
  | 'WEBHOOK';

/** Whether an endpoint is sent anything. */
export type EndpointState =
  /** It is. */
  | 'ACTIVE'
  /** The server stopped sending, for the reason told. What happens meanwhile is sent when it is resumed. */
  | 'DISABLED'
  /** Not for the time being; what happens meanwhile is sent when it is resumed. */
  | 'PAUSED';

/** Why an attempt failed. */
export type ErrorKind =
  /** The name leads to an address that webhooks may not go to. */
  | 'ADDRESS_REFUSED'
  /** No connection, or one that broke. */
  | 'CONNECTION'
  /** The answer was not 2xx. */
  | 'HTTP_STATUS'
  /** A bug of ours; the log of the server tells. */
  | 'INTERNAL'
  /** The name leads to no address. */
  | 'NAME'
  /** The answer was no HTTP. */
  | 'PROTOCOL'
  /** The answer leads elsewhere; redirects are not followed. */
  | 'REDIRECT'
  /** There was no answer in time. */
  | 'TIMEOUT'
  /** The certificate is not that of the name, or no secure connection came about. */
  | 'TLS';

/** What the body of a webhook carries; docs/webhooks.md shows each. */
export type PayloadForm =
  /** The event, and the subject as it is when it is first sent. */
  | 'FULL'
  /** The event, and what the endpoint's `selection` selects of it. */
  | 'SELECTION'
  /** The event alone: what happened to which id. */
  | 'THIN';

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

/** Changes of an endpoint. What is left out or null stays; an empty list is no limit. */
export type UpdateEndpointInput = {
  /** Only events of articles in these or below them, before or after the change; none is no limit. */
  categoryIds?: Array<string> | null | undefined;
  /** How many attempts at a time at most: 1 to 100. */
  concurrency?: number | null | undefined;
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** Make payloads for a reader again, instead of for a role. */
  forReaders?: boolean;
  /** What is sent along, such as Authorization; 20 at most. They replace those there are. */
  headers?: Array<EndpointHeaderInput> | null | undefined;
  /** Its id. */
  id: string;
  /** Only events of articles in these languages (BCP 47); none is no limit. */
  languages?: Array<string> | null | undefined;
  /** What people call it: 1 to 200 characters. */
  name?: string | null | undefined;
  /** What the body carries. */
  payload?: PayloadForm | null | undefined;
  /** How many attempts a minute at most; 0 is without limit. */
  ratePerMinute?: number | null | undefined;
  /** The role that payloads are made for, at most what the viewer may do; also who may know of the events told. */
  runAs?: Role | null | undefined;
  /** Of a cache the key of its API; of a webhook one brought along. */
  secret?: string | null | undefined;
  /** For the form SELECTION: a selection set on the type Event, such as { article { title url } }. */
  selection?: string | null | undefined;
  /** Only events of articles from these, before or after the change; none is no limit. */
  sourceIds?: Array<string> | null | undefined;
  /** The types of events, such as article.published; none is every type that is public. */
  types?: Array<string> | null | undefined;
  /** Where it is: https, on port 443 or 8443 (docs/webhooks.md). */
  url?: string | null | undefined;
};

/** Changes of a user. What is left out or null stays. */
export type UpdateUserInput = {
  /** For a contributor: the only categories to write in; empty is no limit. */
  categoryIds?: Array<string> | null | undefined;
  /** The user. */
  id: string;
  /** Whether the user is kept out; ends all sessions, tokens and links for good. */
  isDisabled?: boolean | null | undefined;
  /** What revisions call the user. */
  name?: string | null | undefined;
  /** What the user may do. */
  role?: Role | null | undefined;
};

/** Which users. All given fields must hold. */
export type UserWhere = {
  /** Exactly this e-mail address; case does not matter. */
  email?: string | null | undefined;
  /** Kept out, or not. */
  isDisabled?: boolean | null | undefined;
  /** In one of these roles. */
  roles?: Array<Role> | null | undefined;
};

/** How somebody proved who they are. */
export type Via =
  /** By neither session nor token: a one-time link, or an OpenID Connect provider. */
  | 'NOTHING'
  /** By the session of a browser. */
  | 'SESSION'
  /** It was the server itself, or the operator at the command line. */
  | 'SYSTEM'
  /** By an API token. */
  | 'TOKEN';

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

export type EventListQueryVariables = Exact<{
  before?: string | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  first?: number | null | undefined;
  types?: Array<string> | string | null | undefined;
  subject?: string | null | undefined;
}>;


export type EventListQuery = { events: { totalCount: number, pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ id: string, sequence: number, type: string, at: string, audience: Audience, subjectKind: string, subjectId: string, actorKind: ActorKind, fields: Array<string>, tags: Array<string>, data: unknown }> } | null };

export type AuditListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  where?: AuditWhere | null | undefined;
}>;


export type AuditListQuery = { auditLog: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ sequence: number, type: string, subjectKind: string, subjectId: string | null, actor: string, via: Via | null, credentialId: string | null, at: string, payload: unknown, details: unknown, tags: unknown, user: { id: string, name: string } | null }> } | null };

export type UserListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  where?: UserWhere | null | undefined;
}>;


export type UserListQuery = { users: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, email: string, role: Role, isDisabled: boolean, hasPassword: boolean, createdAt: string, categories: Array<{ id: string, name: string }>, identities: Array<{ issuer: string }>, tokens: Array<{ id: string, name: string, prefix: string, scopes: Array<Permission>, createdAt: string, lastUsedAt: string | null, expiresAt: string, revokedAt: string | null }> }> } };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
  key: string;
}>;


export type CreateUserMutation = { outcome:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'UserPayload', user: { id: string } }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
  key: string;
}>;


export type UpdateUserMutation = { outcome:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UserPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type CreateLoginLinkMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type CreateLoginLinkMutation = { outcome:
    | { __typename: 'AlreadyDone', code: string, message: string }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'LoginLinkPayload', link: string, expiresAt: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type UnlinkIdentitiesMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type UnlinkIdentitiesMutation = { outcome:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UserPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type CreateTokenForMutationVariables = Exact<{
  input: CreateTokenInput;
  key: string;
}>;


export type CreateTokenForMutation = { outcome:
    | { __typename: 'AlreadyDone', code: string, message: string }
    | { __typename: 'CreateTokenPayload', secret: string }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type RevokeTokenOfMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type RevokeTokenOfMutation = { outcome:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RevokeTokenPayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type SystemStateQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemStateQuery = { system: { version: string, pythonVersion: string, now: string, databaseEngine: DatabaseEngine, databaseVersion: string, databaseBytes: number, migration: string, migratedAt: string, articleCount: number, draftCount: number, trashCount: number, userCount: number, lastSequence: number, eventCount: number, firstEventAt: string | null, pendingDeliveryCount: number, failedDeliveryCount: number, oldestDeliveryAt: string | null, stoppedEndpointCount: number, scheduleCount: number, overdueScheduleCount: number, nextScheduleAt: string | null, hotDueAt: string | null, followers: Array<{ name: string, behind: number, isWorking: boolean, tries: number, retryAt: string | null, skippedCount: number, skippedSequence: number | null }>, derived: Array<{ name: Derived, total: number, missing: number, stale: number }> } | null };

export type EndpointRowFragment = { id: string, kind: EndpointKind, name: string, url: string, state: EndpointState, reason: string, failingSince: string | null, deliveredAt: string | null, behind: number, unfinishedCount: number, version: number };

export type EndpointListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type EndpointListQuery = { endpoints: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: EndpointKind, name: string, url: string, state: EndpointState, reason: string, failingSince: string | null, deliveredAt: string | null, behind: number, unfinishedCount: number, version: number }> } | null };

export type EndpointPageQueryVariables = Exact<{
  id: string;
}>;


export type EndpointPageQuery = { endpoint: { types: Array<string>, languages: Array<string>, payload: PayloadForm, selection: string, runAs: Role | null, ratePerMinute: number, concurrency: number, hasFormerSecret: boolean, formerUntil: string | null, position: number, createdAt: string, updatedAt: string, id: string, kind: EndpointKind, name: string, url: string, state: EndpointState, reason: string, failingSince: string | null, deliveredAt: string | null, behind: number, unfinishedCount: number, version: number, categories: Array<{ id: string, name: string }>, sources: Array<{ id: string, name: string }>, headers: Array<{ name: string }> } | null };

export type DeliveryListQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  where?: DeliveryWhere | null | undefined;
}>;


export type DeliveryListQuery = { endpoint: { deliveries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, eventId: string, type: string, sequence: number, state: DeliveryState, attemptCount: number, nextAt: string | null, lastStatus: number | null, lastError: ErrorKind | null, createdAt: string, finishedAt: string | null }> } } | null };

export type DeliveryDetailQueryVariables = Exact<{
  id: string;
}>;


export type DeliveryDetailQuery = { delivery: { id: string, type: string, state: DeliveryState, body: string | null, event: { subjectKind: string, subjectId: string, at: string, data: unknown, fields: Array<string>, tags: Array<string> } | null, attempts: Array<{ id: string, number: number, at: string, status: number | null, error: ErrorKind | null, milliseconds: number, answer: string }> } | null };

export type CreateEndpointMutationVariables = Exact<{
  input: CreateEndpointInput;
}>;


export type CreateEndpointMutation = { outcome:
    | { __typename: 'EndpointSecretPayload', secret: string, endpoint: { id: string } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
   };

export type UpdateEndpointMutationVariables = Exact<{
  input: UpdateEndpointInput;
}>;


export type UpdateEndpointMutation = { outcome:
    | { __typename: 'EndpointPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type PauseEndpointMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type PauseEndpointMutation = { outcome:
    | { __typename: 'EndpointPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type ResumeEndpointMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type ResumeEndpointMutation = { outcome:
    | { __typename: 'EndpointPayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type DeleteEndpointMutationVariables = Exact<{
  input: DeleteInput;
  key: string;
}>;


export type DeleteEndpointMutation = { outcome:
    | { __typename: 'DeletePayload' }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

export type RotateSecretMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type RotateSecretMutation = { outcome:
    | { __typename: 'AlreadyDone', code: string, message: string }
    | { __typename: 'EndpointSecretPayload', secret: string }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type TestEndpointMutationVariables = Exact<{
  id: string;
}>;


export type TestEndpointMutation = { outcome:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TestEndpointPayload', isDelivered: boolean, status: number | null, error: ErrorKind | null, milliseconds: number, answer: string }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type RedeliverMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type RedeliverMutation = { outcome:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RedeliverPayload', count: number }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type RedeliverFailedMutationVariables = Exact<{
  id: string;
  since: string;
  key: string;
}>;


export type RedeliverFailedMutation = { outcome:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RedeliverPayload', count: number }
    | { __typename: 'ValidationFailed', code: string, message: string }
   };

export type ReplayEventsMutationVariables = Exact<{
  id: string;
  from: number;
}>;


export type ReplayEventsMutation = { outcome:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RedeliverPayload', count: number }
    | { __typename: 'ValidationFailed', code: string, message: string }
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
export const EndpointRowFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"EndpointRow"}) as unknown as TypedDocumentString<EndpointRowFragment, unknown>;
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
export const EventListDocument = new TypedDocumentString(`
    query EventList($before: String, $after: String, $last: Int, $first: Int, $types: [String!], $subject: ID) {
  events(
    before: $before
    after: $after
    last: $last
    first: $first
    types: $types
    subject: $subject
  ) {
    totalCount
    pageInfo {
      hasPreviousPage
      startCursor
    }
    nodes {
      id
      sequence
      type
      at
      audience
      subjectKind
      subjectId
      actorKind
      fields
      tags
      data
    }
  }
}
    `) as unknown as TypedDocumentString<EventListQuery, EventListQueryVariables>;
export const AuditListDocument = new TypedDocumentString(`
    query AuditList($first: Int!, $after: String, $where: AuditWhere) {
  auditLog(first: $first, after: $after, where: $where) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      sequence
      type
      subjectKind
      subjectId
      actor
      user {
        id
        name
      }
      via
      credentialId
      at
      payload
      details
      tags
    }
  }
}
    `) as unknown as TypedDocumentString<AuditListQuery, AuditListQueryVariables>;
export const UserListDocument = new TypedDocumentString(`
    query UserList($first: Int!, $after: String, $where: UserWhere) {
  users(first: $first, after: $after, where: $where) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      email
      role
      isDisabled
      hasPassword
      createdAt
      categories {
        id
        name
      }
      identities {
        issuer
      }
      tokens {
        id
        name
        prefix
        scopes
        createdAt
        lastUsedAt
        expiresAt
        revokedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UserListQuery, UserListQueryVariables>;
export const CreateUserDocument = new TypedDocumentString(`
    mutation CreateUser($input: CreateUserInput!, $key: String!) {
  outcome: createUser(input: $input, idempotencyKey: $key) {
    __typename
    ... on UserPayload {
      user {
        id
      }
    }
    ... on Refusal {
      code
      message
    }
    ... on ValidationFailed {
      problems {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const UpdateUserDocument = new TypedDocumentString(`
    mutation UpdateUser($input: UpdateUserInput!, $key: String!) {
  outcome: updateUser(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
    ... on ValidationFailed {
      problems {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateUserMutation, UpdateUserMutationVariables>;
export const CreateLoginLinkDocument = new TypedDocumentString(`
    mutation CreateLoginLink($id: ID!, $key: String!) {
  outcome: createLoginLink(userId: $id, idempotencyKey: $key) {
    __typename
    ... on LoginLinkPayload {
      link
      expiresAt
    }
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateLoginLinkMutation, CreateLoginLinkMutationVariables>;
export const UnlinkIdentitiesDocument = new TypedDocumentString(`
    mutation UnlinkIdentities($id: ID!, $key: String!) {
  outcome: unlinkIdentities(userId: $id, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UnlinkIdentitiesMutation, UnlinkIdentitiesMutationVariables>;
export const CreateTokenForDocument = new TypedDocumentString(`
    mutation CreateTokenFor($input: CreateTokenInput!, $key: String!) {
  outcome: createToken(input: $input, idempotencyKey: $key) {
    __typename
    ... on CreateTokenPayload {
      secret
    }
    ... on Refusal {
      code
      message
    }
    ... on ValidationFailed {
      problems {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateTokenForMutation, CreateTokenForMutationVariables>;
export const RevokeTokenOfDocument = new TypedDocumentString(`
    mutation RevokeTokenOf($id: ID!, $key: String!) {
  outcome: revokeToken(id: $id, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeTokenOfMutation, RevokeTokenOfMutationVariables>;
export const SystemStateDocument = new TypedDocumentString(`
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
    followers {
      name
      behind
      isWorking
      tries
      retryAt
      skippedCount
      skippedSequence
    }
    derived {
      name
      total
      missing
      stale
    }
  }
}
    `) as unknown as TypedDocumentString<SystemStateQuery, SystemStateQueryVariables>;
export const EndpointListDocument = new TypedDocumentString(`
    query EndpointList($first: Int!, $after: String) {
  endpoints(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...EndpointRow
    }
  }
}
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
}`) as unknown as TypedDocumentString<EndpointListQuery, EndpointListQueryVariables>;
export const EndpointPageDocument = new TypedDocumentString(`
    query EndpointPage($id: ID!) {
  endpoint(id: $id) {
    ...EndpointRow
    types
    categories {
      id
      name
    }
    sources {
      id
      name
    }
    languages
    payload
    selection
    runAs
    headers {
      name
    }
    ratePerMinute
    concurrency
    hasFormerSecret
    formerUntil
    position
    createdAt
    updatedAt
  }
}
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
}`) as unknown as TypedDocumentString<EndpointPageQuery, EndpointPageQueryVariables>;
export const DeliveryListDocument = new TypedDocumentString(`
    query DeliveryList($id: ID!, $first: Int!, $after: String, $where: DeliveryWhere) {
  endpoint(id: $id) {
    deliveries(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
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
    `) as unknown as TypedDocumentString<DeliveryListQuery, DeliveryListQueryVariables>;
export const DeliveryDetailDocument = new TypedDocumentString(`
    query DeliveryDetail($id: ID!) {
  delivery(id: $id) {
    id
    type
    state
    body
    event {
      subjectKind
      subjectId
      at
      data
      fields
      tags
    }
    attempts {
      id
      number
      at
      status
      error
      milliseconds
      answer
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveryDetailQuery, DeliveryDetailQueryVariables>;
export const CreateEndpointDocument = new TypedDocumentString(`
    mutation CreateEndpoint($input: CreateEndpointInput!) {
  outcome: createEndpoint(input: $input) {
    __typename
    ... on EndpointSecretPayload {
      secret
      endpoint {
        id
      }
    }
    ... on Refusal {
      code
      message
    }
    ... on ValidationFailed {
      problems {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateEndpointMutation, CreateEndpointMutationVariables>;
export const UpdateEndpointDocument = new TypedDocumentString(`
    mutation UpdateEndpoint($input: UpdateEndpointInput!) {
  outcome: updateEndpoint(input: $input) {
    __typename
    ... on Refusal {
      code
      message
    }
    ... on ValidationFailed {
      problems {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateEndpointMutation, UpdateEndpointMutationVariables>;
export const PauseEndpointDocument = new TypedDocumentString(`
    mutation PauseEndpoint($id: ID!, $key: String!) {
  outcome: pauseEndpoint(id: $id, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PauseEndpointMutation, PauseEndpointMutationVariables>;
export const ResumeEndpointDocument = new TypedDocumentString(`
    mutation ResumeEndpoint($id: ID!, $key: String!) {
  outcome: resumeEndpoint(id: $id, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResumeEndpointMutation, ResumeEndpointMutationVariables>;
export const DeleteEndpointDocument = new TypedDocumentString(`
    mutation DeleteEndpoint($input: DeleteInput!, $key: String!) {
  outcome: deleteEndpoint(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteEndpointMutation, DeleteEndpointMutationVariables>;
export const RotateSecretDocument = new TypedDocumentString(`
    mutation RotateSecret($id: ID!, $key: String!) {
  outcome: rotateEndpointSecret(id: $id, idempotencyKey: $key) {
    __typename
    ... on EndpointSecretPayload {
      secret
    }
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RotateSecretMutation, RotateSecretMutationVariables>;
export const TestEndpointDocument = new TypedDocumentString(`
    mutation TestEndpoint($id: ID!) {
  outcome: testEndpoint(id: $id) {
    __typename
    ... on TestEndpointPayload {
      isDelivered
      status
      error
      milliseconds
      answer
    }
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TestEndpointMutation, TestEndpointMutationVariables>;
export const RedeliverDocument = new TypedDocumentString(`
    mutation Redeliver($id: ID!, $key: String!) {
  outcome: redeliver(id: $id, idempotencyKey: $key) {
    __typename
    ... on RedeliverPayload {
      count
    }
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RedeliverMutation, RedeliverMutationVariables>;
export const RedeliverFailedDocument = new TypedDocumentString(`
    mutation RedeliverFailed($id: ID!, $since: DateTime!, $key: String!) {
  outcome: redeliverFailed(id: $id, since: $since, idempotencyKey: $key) {
    __typename
    ... on RedeliverPayload {
      count
    }
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RedeliverFailedMutation, RedeliverFailedMutationVariables>;
export const ReplayEventsDocument = new TypedDocumentString(`
    mutation ReplayEvents($id: ID!, $from: SafeInt!) {
  outcome: replayEvents(id: $id, fromSequence: $from) {
    __typename
    ... on RedeliverPayload {
      count
    }
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayEventsMutation, ReplayEventsMutationVariables>;
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