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
  /** Whether any revision of a draft that the viewer may see shows it, old ones included. */
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

/** How a collection goes on after what was placed by hand. */
export type CollectionTail =
  /** With the most read articles. */
  | 'HOT'
  /** With the newest articles. */
  | 'NEWEST'
  /** It ends there. */
  | 'NONE';

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
  /** What stands under that picture; the asset's own caption if empty. */
  imageCaption?: string | null | undefined;
  /** The picture that stands for it: an asset, such as ast_17. */
  imageId?: string | null | undefined;
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

/** What a preview link shall show, and how long. */
export type CreatePreviewLinkInput = {
  /** The article, public or not, such as art_17. */
  articleId: string;
  /** How long it works: 60 to 7,776,000 (90 days); without it, what the site has set. */
  lifetimeSeconds?: number | null | undefined;
  /** The number of a revision; without it, the newest one at the time of reading. */
  revision?: number | null | undefined;
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

/** An article to keep out of the hot lists. */
export type ExcludeHotArticleInput = {
  /** The article's id. */
  id: string;
  /** Until when; without it, until somebody ends it. */
  until?: string | null | undefined;
};

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

/** A page to import: one of `url`, `html` and `text`. `html` may have a `url` beside it. */
export type ImportArticleInput = {
  /** The HTML of the page. */
  html?: string;
  /** The text of the page, as `cms import` reads it from .txt; as HTML if it begins as HTML does. */
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

/** An item of a collection. */
export type UnpinItemInput = {
  /** The version that the changes begin with; if it has another by now, nothing is done. */
  expectedVersion: number;
  /** The collection's id. */
  id: string;
  /** The article or the reference. */
  itemId: string;
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
  /** What stands under that picture; the asset's own caption if empty. */
  imageCaption?: string | null | undefined;
  /** The picture that stands for it: an asset, such as ast_17. */
  imageId?: string | null | undefined;
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
  /** The time zone of its newsroom (IANA), such as Asia/Shanghai. */
  timeZone?: string | null | undefined;
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


export type WhoAmIQuery = { viewer: { id: string, name: string, email: string, role: Role, permissions: Array<Permission> } | null, signInProvider: { label: string, url: string } | null, site: { timeZone: string } };

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


export type SiteSaidQuery = { site: { name: string, tagline: string, url: string, language: string, timeZone: string, version: number } };

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

export type EditedDraftFragment = { id: string, version: number, status: DraftStatus, slug: string, updatedAt: string, hasUnpublishedChanges: boolean, article: { url: string } | null, head: { number: number, title: string, slug: string, subtitle: string, html: string, excerpt: string, typedExcerpt: string, byline: string, language: string, publishedAt: string | null, canonicalUrl: string, urgency: number | null, creditLine: string, licence: string, imageCaption: string, image: { id: string, url: string, alt: string } | null, source: { id: string, name: string } | null, category: { id: string, name: string } | null, credits: Array<{ name: string, role: CreditRole, author: { id: string, name: string } | null }>, relations: Array<{ kind: RelationKind, target: { id: string, title: string } | null, reference: { id: string, title: string } | null }>, tags: Array<{ id: string, name: string }> } };

export type DraftToEditQueryVariables = Exact<{
  id: string;
}>;


export type DraftToEditQuery = { draft: { id: string, version: number, status: DraftStatus, slug: string, updatedAt: string, hasUnpublishedChanges: boolean, article: { url: string } | null, head: { number: number, title: string, slug: string, subtitle: string, html: string, excerpt: string, typedExcerpt: string, byline: string, language: string, publishedAt: string | null, canonicalUrl: string, urgency: number | null, creditLine: string, licence: string, imageCaption: string, image: { id: string, url: string, alt: string } | null, source: { id: string, name: string } | null, category: { id: string, name: string } | null, credits: Array<{ name: string, role: CreditRole, author: { id: string, name: string } | null }>, relations: Array<{ kind: RelationKind, target: { id: string, title: string } | null, reference: { id: string, title: string } | null }>, tags: Array<{ id: string, name: string }> } } | null, site: { name: string, url: string } };

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

export type PictureShownQueryVariables = Exact<{
  id: string;
}>;


export type PictureShownQuery = { asset: { id: string, url: string, alt: string, caption: string } | null };

export type AnnouncePresenceMutationVariables = Exact<{
  id: string;
  isEditing: boolean;
}>;


export type AnnouncePresenceMutation = { announced:
    | { draft: { version: number, presence: Array<{ isEditing: boolean, since: string, user: { id: string, name: string } }>, lock: { user: { id: string, name: string } } | null } }
    | Record<PropertyKey, never>
   };

export type WithdrawPresenceMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawPresenceMutation = { withdrawPresence:
    | { __typename: 'Forbidden' }
    | { __typename: 'IdempotencyKeyReused' }
    | { __typename: 'ValidationFailed' }
    | { __typename: 'WithdrawPresencePayload' }
   };

export type HoldLockMutationVariables = Exact<{
  id: string;
  takeOver: boolean;
}>;


export type HoldLockMutation = { held:
    | { __typename: 'Forbidden' }
    | { __typename: 'IdempotencyKeyReused' }
    | { __typename: 'LockPayload' }
    | { __typename: 'NotFound' }
    | { __typename: 'ValidationFailed' }
   };

export type ReleaseLockMutationVariables = Exact<{
  id: string;
}>;


export type ReleaseLockMutation = { released:
    | { __typename: 'Forbidden' }
    | { __typename: 'IdempotencyKeyReused' }
    | { __typename: 'UnlockPayload' }
    | { __typename: 'ValidationFailed' }
   };

export type DraftTranslationsQueryVariables = Exact<{
  id: string;
}>;


export type DraftTranslationsQuery = { draft: { id: string, version: number, translationOf: { id: string } | null, translations: Array<{ id: string, version: number, title: string, status: DraftStatus, translationOf: { id: string } | null, head: { language: string } }> } | null };

export type DraftToLinkQueryVariables = Exact<{
  id: string;
}>;


export type DraftToLinkQuery = { draft: { id: string, version: number, translationOf: { id: string } | null, head: { language: string } } | null };

export type TranslateArticleMutationVariables = Exact<{
  id: string;
  language: string;
  key: string;
}>;


export type TranslateArticleMutation = { made:
    | { __typename: 'DraftPayload', draft: { id: string } }
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ValidationFailed', code: string, message: string, problems: Array<{ message: string }> }
   };

export type LinkTranslationMutationVariables = Exact<{
  input: UpdateArticleInput;
  key: string;
}>;


export type LinkTranslationMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidTransition', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UpdateArticlePayload' }
    | { __typename: 'ValidationFailed', code: string, message: string }
    | { __typename: 'VersionConflict', code: string, message: string }
   };

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

export type FindReferencesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindReferencesQuery = { found: { nodes: Array<{ reference: { id: string, title: string, url: string } }> } | null };

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
    image {
      id
      url
      alt
    }
    imageCaption
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
  site {
    timeZone
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
    timeZone
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
    image {
      id
      url
      alt
    }
    imageCaption
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
export const PictureShownDocument = new TypedDocumentString(`
    query PictureShown($id: ID!) {
  asset(id: $id) {
    id
    url
    alt
    caption
  }
}
    `) as unknown as TypedDocumentString<PictureShownQuery, PictureShownQueryVariables>;
export const AnnouncePresenceDocument = new TypedDocumentString(`
    mutation AnnouncePresence($id: ID!, $isEditing: Boolean!) {
  announced: announcePresence(id: $id, isEditing: $isEditing) {
    ... on DraftPayload {
      draft {
        version
        presence {
          isEditing
          since
          user {
            id
            name
          }
        }
        lock {
          user {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AnnouncePresenceMutation, AnnouncePresenceMutationVariables>;
export const WithdrawPresenceDocument = new TypedDocumentString(`
    mutation WithdrawPresence($id: ID!) {
  withdrawPresence(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<WithdrawPresenceMutation, WithdrawPresenceMutationVariables>;
export const HoldLockDocument = new TypedDocumentString(`
    mutation HoldLock($id: ID!, $takeOver: Boolean!) {
  held: lockArticle(id: $id, takeOver: $takeOver) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<HoldLockMutation, HoldLockMutationVariables>;
export const ReleaseLockDocument = new TypedDocumentString(`
    mutation ReleaseLock($id: ID!) {
  released: unlockArticle(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<ReleaseLockMutation, ReleaseLockMutationVariables>;
export const DraftTranslationsDocument = new TypedDocumentString(`
    query DraftTranslations($id: ID!) {
  draft(id: $id) {
    id
    version
    translationOf {
      id
    }
    translations {
      id
      version
      title
      status
      translationOf {
        id
      }
      head {
        language
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DraftTranslationsQuery, DraftTranslationsQueryVariables>;
export const DraftToLinkDocument = new TypedDocumentString(`
    query DraftToLink($id: ID!) {
  draft(id: $id) {
    id
    version
    translationOf {
      id
    }
    head {
      language
    }
  }
}
    `) as unknown as TypedDocumentString<DraftToLinkQuery, DraftToLinkQueryVariables>;
export const TranslateArticleDocument = new TypedDocumentString(`
    mutation TranslateArticle($id: ID!, $language: String!, $key: String!) {
  made: translateArticle(id: $id, language: $language, idempotencyKey: $key) {
    __typename
    ... on DraftPayload {
      draft {
        id
      }
    }
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
    `) as unknown as TypedDocumentString<TranslateArticleMutation, TranslateArticleMutationVariables>;
export const LinkTranslationDocument = new TypedDocumentString(`
    mutation LinkTranslation($input: UpdateArticleInput!, $key: String!) {
  saved: updateArticle(input: $input, idempotencyKey: $key) {
    __typename
    ... on Refusal {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LinkTranslationMutation, LinkTranslationMutationVariables>;
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