/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query WhoAmI {\n    viewer {\n      id\n      name\n      email\n      role\n      permissions\n    }\n    signInProvider {\n      label\n      url\n    }\n  }\n": typeof types.WhoAmIDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on RateLimited {\n        retryAfterSeconds\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut($everywhere: Boolean!) {\n    signOut(everywhere: $everywhere) {\n      __typename\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation SetPassword($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": typeof types.SetPasswordDocument,
    "\n  query MyTokens {\n    viewer {\n      tokens {\n        id\n        name\n        prefix\n        scopes\n        expiresAt\n        revokedAt\n      }\n    }\n  }\n": typeof types.MyTokensDocument,
    "\n  mutation CreateToken($input: CreateTokenInput!, $key: String!) {\n    createToken(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateTokenPayload {\n        secret\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CreateTokenDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RevokeTokenDocument,
    "\n  fragment DraftRow on Draft {\n    id\n    title\n    status\n    review\n    version\n    createdAt\n    updatedAt\n    firstPublishedAt\n    hasUnpublishedChanges\n    category { name }\n    source { name }\n    owner { name }\n    assignee { name }\n    lock { user { id name } }\n    schedules { act dueAt }\n    head @include(if: $withRevision) {\n      language\n      credits { name }\n      tags { name }\n    }\n  }\n": typeof types.DraftRowFragmentDoc,
    "\n  query DraftList(\n    $first: Int!\n    $after: String\n    $search: String\n    $where: DraftWhere\n    $orderBy: DraftOrder!\n    $withRevision: Boolean!\n  ) {\n    drafts(first: $first, after: $after, search: $search, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...DraftRow }\n    }\n  }\n": typeof types.DraftListDocument,
    "\n  query TrashList(\n    $first: Int!\n    $after: String\n    $search: String\n    $where: DraftWhere\n    $orderBy: DraftOrder!\n    $withRevision: Boolean!\n  ) {\n    drafts: trash(first: $first, after: $after, search: $search, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...DraftRow }\n    }\n  }\n": typeof types.TrashListDocument,
    "\n  query ListChoices {\n    allCategories(first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n": typeof types.ListChoicesDocument,
    "\n  query ChosenNames($sources: [ID!]!, $authors: [ID!]!, $tags: [ID!]!) {\n    sources: allSources(where: { ids: $sources }, first: 1) { nodes { id name } }\n    authors: allAuthors(where: { ids: $authors }, first: 1) { nodes { id name } }\n    tags: allTags(where: { ids: $tags }, first: 1) { nodes { id name } }\n  }\n": typeof types.ChosenNamesDocument,
    "\n  mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: publishArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n": typeof types.PublishDraftsDocument,
    "\n  mutation UnpublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: unpublishArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n": typeof types.UnpublishDraftsDocument,
    "\n  mutation AssignDrafts($articles: [ArticleInput!]!, $userId: ID, $key: String!) {\n    bulk: assignArticles(articles: $articles, userId: $userId, idempotencyKey: $key) { ...BulkResult }\n  }\n": typeof types.AssignDraftsDocument,
    "\n  mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: trashArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n": typeof types.TrashDraftsDocument,
    "\n  mutation RestoreDraft($input: ArticleInput!, $key: String!) {\n    outcome: restoreArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n    }\n  }\n": typeof types.RestoreDraftDocument,
    "\n  mutation DeleteDraft($input: ArticleInput!, $key: String!) {\n    outcome: deleteArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n    }\n  }\n": typeof types.DeleteDraftDocument,
    "\n  fragment BulkResult on BulkResult {\n    __typename\n    ... on BulkPayload {\n      outcomes { id refusal { code message } }\n    }\n    ... on Refusal { code message }\n  }\n": typeof types.BulkResultFragmentDoc,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query MySessions {\n    viewer {\n      sessions {\n        id\n        isCurrent\n        address\n        userAgent\n        lastUsedAt\n        expiresAt\n      }\n    }\n  }\n": typeof types.MySessionsDocument,
    "\n  query FindSources($search: String) {\n    found: allSources(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindSourcesDocument,
    "\n  query FindAuthors($search: String) {\n    found: allAuthors(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindAuthorsDocument,
    "\n  query FindTags($search: String) {\n    found: allTags(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindTagsDocument,
    "\n  query FindCategories($search: String) {\n    found: allCategories(search: $search, first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n": typeof types.FindCategoriesDocument,
    "\n  query FindDrafts($search: String) {\n    found: drafts(search: $search, first: 20) {\n      nodes { id title status updatedAt }\n    }\n  }\n": typeof types.FindDraftsDocument,
    "\n  query FindPeople {\n    found: people(first: 100) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindPeopleDocument,
};
const documents: Documents = {
    "\n  query WhoAmI {\n    viewer {\n      id\n      name\n      email\n      role\n      permissions\n    }\n    signInProvider {\n      label\n      url\n    }\n  }\n": types.WhoAmIDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on RateLimited {\n        retryAfterSeconds\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut($everywhere: Boolean!) {\n    signOut(everywhere: $everywhere) {\n      __typename\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation SetPassword($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": types.SetPasswordDocument,
    "\n  query MyTokens {\n    viewer {\n      tokens {\n        id\n        name\n        prefix\n        scopes\n        expiresAt\n        revokedAt\n      }\n    }\n  }\n": types.MyTokensDocument,
    "\n  mutation CreateToken($input: CreateTokenInput!, $key: String!) {\n    createToken(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateTokenPayload {\n        secret\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.CreateTokenDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.RevokeTokenDocument,
    "\n  fragment DraftRow on Draft {\n    id\n    title\n    status\n    review\n    version\n    createdAt\n    updatedAt\n    firstPublishedAt\n    hasUnpublishedChanges\n    category { name }\n    source { name }\n    owner { name }\n    assignee { name }\n    lock { user { id name } }\n    schedules { act dueAt }\n    head @include(if: $withRevision) {\n      language\n      credits { name }\n      tags { name }\n    }\n  }\n": types.DraftRowFragmentDoc,
    "\n  query DraftList(\n    $first: Int!\n    $after: String\n    $search: String\n    $where: DraftWhere\n    $orderBy: DraftOrder!\n    $withRevision: Boolean!\n  ) {\n    drafts(first: $first, after: $after, search: $search, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...DraftRow }\n    }\n  }\n": types.DraftListDocument,
    "\n  query TrashList(\n    $first: Int!\n    $after: String\n    $search: String\n    $where: DraftWhere\n    $orderBy: DraftOrder!\n    $withRevision: Boolean!\n  ) {\n    drafts: trash(first: $first, after: $after, search: $search, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...DraftRow }\n    }\n  }\n": types.TrashListDocument,
    "\n  query ListChoices {\n    allCategories(first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n": types.ListChoicesDocument,
    "\n  query ChosenNames($sources: [ID!]!, $authors: [ID!]!, $tags: [ID!]!) {\n    sources: allSources(where: { ids: $sources }, first: 1) { nodes { id name } }\n    authors: allAuthors(where: { ids: $authors }, first: 1) { nodes { id name } }\n    tags: allTags(where: { ids: $tags }, first: 1) { nodes { id name } }\n  }\n": types.ChosenNamesDocument,
    "\n  mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: publishArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n": types.PublishDraftsDocument,
    "\n  mutation UnpublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: unpublishArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n": types.UnpublishDraftsDocument,
    "\n  mutation AssignDrafts($articles: [ArticleInput!]!, $userId: ID, $key: String!) {\n    bulk: assignArticles(articles: $articles, userId: $userId, idempotencyKey: $key) { ...BulkResult }\n  }\n": types.AssignDraftsDocument,
    "\n  mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: trashArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n": types.TrashDraftsDocument,
    "\n  mutation RestoreDraft($input: ArticleInput!, $key: String!) {\n    outcome: restoreArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n    }\n  }\n": types.RestoreDraftDocument,
    "\n  mutation DeleteDraft($input: ArticleInput!, $key: String!) {\n    outcome: deleteArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n    }\n  }\n": types.DeleteDraftDocument,
    "\n  fragment BulkResult on BulkResult {\n    __typename\n    ... on BulkPayload {\n      outcomes { id refusal { code message } }\n    }\n    ... on Refusal { code message }\n  }\n": types.BulkResultFragmentDoc,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  query MySessions {\n    viewer {\n      sessions {\n        id\n        isCurrent\n        address\n        userAgent\n        lastUsedAt\n        expiresAt\n      }\n    }\n  }\n": types.MySessionsDocument,
    "\n  query FindSources($search: String) {\n    found: allSources(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindSourcesDocument,
    "\n  query FindAuthors($search: String) {\n    found: allAuthors(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindAuthorsDocument,
    "\n  query FindTags($search: String) {\n    found: allTags(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindTagsDocument,
    "\n  query FindCategories($search: String) {\n    found: allCategories(search: $search, first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n": types.FindCategoriesDocument,
    "\n  query FindDrafts($search: String) {\n    found: drafts(search: $search, first: 20) {\n      nodes { id title status updatedAt }\n    }\n  }\n": types.FindDraftsDocument,
    "\n  query FindPeople {\n    found: people(first: 100) {\n      nodes { id name }\n    }\n  }\n": types.FindPeopleDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoAmI {\n    viewer {\n      id\n      name\n      email\n      role\n      permissions\n    }\n    signInProvider {\n      label\n      url\n    }\n  }\n"): typeof import('./graphql').WhoAmIDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on RateLimited {\n        retryAfterSeconds\n      }\n    }\n  }\n"): typeof import('./graphql').SignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut($everywhere: Boolean!) {\n    signOut(everywhere: $everywhere) {\n      __typename\n    }\n  }\n"): typeof import('./graphql').SignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPassword($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').SetPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyTokens {\n    viewer {\n      tokens {\n        id\n        name\n        prefix\n        scopes\n        expiresAt\n        revokedAt\n      }\n    }\n  }\n"): typeof import('./graphql').MyTokensDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateToken($input: CreateTokenInput!, $key: String!) {\n    createToken(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateTokenPayload {\n        secret\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').CreateTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RevokeTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DraftRow on Draft {\n    id\n    title\n    status\n    review\n    version\n    createdAt\n    updatedAt\n    firstPublishedAt\n    hasUnpublishedChanges\n    category { name }\n    source { name }\n    owner { name }\n    assignee { name }\n    lock { user { id name } }\n    schedules { act dueAt }\n    head @include(if: $withRevision) {\n      language\n      credits { name }\n      tags { name }\n    }\n  }\n"): typeof import('./graphql').DraftRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftList(\n    $first: Int!\n    $after: String\n    $search: String\n    $where: DraftWhere\n    $orderBy: DraftOrder!\n    $withRevision: Boolean!\n  ) {\n    drafts(first: $first, after: $after, search: $search, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...DraftRow }\n    }\n  }\n"): typeof import('./graphql').DraftListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrashList(\n    $first: Int!\n    $after: String\n    $search: String\n    $where: DraftWhere\n    $orderBy: DraftOrder!\n    $withRevision: Boolean!\n  ) {\n    drafts: trash(first: $first, after: $after, search: $search, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...DraftRow }\n    }\n  }\n"): typeof import('./graphql').TrashListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListChoices {\n    allCategories(first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n"): typeof import('./graphql').ListChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChosenNames($sources: [ID!]!, $authors: [ID!]!, $tags: [ID!]!) {\n    sources: allSources(where: { ids: $sources }, first: 1) { nodes { id name } }\n    authors: allAuthors(where: { ids: $authors }, first: 1) { nodes { id name } }\n    tags: allTags(where: { ids: $tags }, first: 1) { nodes { id name } }\n  }\n"): typeof import('./graphql').ChosenNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: publishArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n"): typeof import('./graphql').PublishDraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnpublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: unpublishArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n"): typeof import('./graphql').UnpublishDraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignDrafts($articles: [ArticleInput!]!, $userId: ID, $key: String!) {\n    bulk: assignArticles(articles: $articles, userId: $userId, idempotencyKey: $key) { ...BulkResult }\n  }\n"): typeof import('./graphql').AssignDraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: trashArticles(articles: $articles, idempotencyKey: $key) { ...BulkResult }\n  }\n"): typeof import('./graphql').TrashDraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreDraft($input: ArticleInput!, $key: String!) {\n    outcome: restoreArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n    }\n  }\n"): typeof import('./graphql').RestoreDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteDraft($input: ArticleInput!, $key: String!) {\n    outcome: deleteArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n    }\n  }\n"): typeof import('./graphql').DeleteDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BulkResult on BulkResult {\n    __typename\n    ... on BulkPayload {\n      outcomes { id refusal { code message } }\n    }\n    ... on Refusal { code message }\n  }\n"): typeof import('./graphql').BulkResultFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ChangePasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySessions {\n    viewer {\n      sessions {\n        id\n        isCurrent\n        address\n        userAgent\n        lastUsedAt\n        expiresAt\n      }\n    }\n  }\n"): typeof import('./graphql').MySessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindSources($search: String) {\n    found: allSources(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n"): typeof import('./graphql').FindSourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindAuthors($search: String) {\n    found: allAuthors(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n"): typeof import('./graphql').FindAuthorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindTags($search: String) {\n    found: allTags(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n"): typeof import('./graphql').FindTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindCategories($search: String) {\n    found: allCategories(search: $search, first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n"): typeof import('./graphql').FindCategoriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindDrafts($search: String) {\n    found: drafts(search: $search, first: 20) {\n      nodes { id title status updatedAt }\n    }\n  }\n"): typeof import('./graphql').FindDraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindPeople {\n    found: people(first: 100) {\n      nodes { id name }\n    }\n  }\n"): typeof import('./graphql').FindPeopleDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
