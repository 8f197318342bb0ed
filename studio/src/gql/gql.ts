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
    "\n  query EventList($before: String, $after: String, $last: Int, $first: Int, $types: [String!], $subject: ID) {\n    events(before: $before, after: $after, last: $last, first: $first, types: $types, subject: $subject) {\n      totalCount\n      pageInfo { hasPreviousPage startCursor }\n      nodes { id sequence type at audience subjectKind subjectId actorKind fields tags data }\n    }\n  }\n": typeof types.EventListDocument,
    "\n  query AuditList($first: Int!, $after: String, $where: AuditWhere) {\n    auditLog(first: $first, after: $after, where: $where) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        sequence\n        type\n        subjectKind\n        subjectId\n        actor\n        user { id name }\n        via\n        credentialId\n        at\n        payload\n        details\n        tags\n      }\n    }\n  }\n": typeof types.AuditListDocument,
    "\n  query UserList($first: Int!, $after: String, $where: UserWhere) {\n    users(first: $first, after: $after, where: $where) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        name\n        email\n        role\n        isDisabled\n        hasPassword\n        createdAt\n        categories { id name }\n        identities { issuer }\n        tokens { id name prefix scopes createdAt lastUsedAt expiresAt revokedAt }\n      }\n    }\n  }\n": typeof types.UserListDocument,
    "\n  mutation CreateUser($input: CreateUserInput!, $key: String!) {\n    outcome: createUser(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on UserPayload { user { id } }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!, $key: String!) {\n    outcome: updateUser(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": typeof types.UpdateUserDocument,
    "\n  mutation CreateLoginLink($id: ID!, $key: String!) {\n    outcome: createLoginLink(userId: $id, idempotencyKey: $key) {\n      __typename\n      ... on LoginLinkPayload { link expiresAt }\n      ... on Refusal { code message }\n    }\n  }\n": typeof types.CreateLoginLinkDocument,
    "\n  mutation UnlinkIdentities($id: ID!, $key: String!) {\n    outcome: unlinkIdentities(userId: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": typeof types.UnlinkIdentitiesDocument,
    "\n  mutation CreateTokenFor($input: CreateTokenInput!, $key: String!) {\n    outcome: createToken(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateTokenPayload { secret }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": typeof types.CreateTokenForDocument,
    "\n  mutation RevokeTokenOf($id: ID!, $key: String!) {\n    outcome: revokeToken(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": typeof types.RevokeTokenOfDocument,
    "\n  query SystemState {\n    system {\n      version\n      pythonVersion\n      now\n      databaseEngine\n      databaseVersion\n      databaseBytes\n      migration\n      migratedAt\n      articleCount\n      draftCount\n      trashCount\n      userCount\n      lastSequence\n      eventCount\n      firstEventAt\n      pendingDeliveryCount\n      failedDeliveryCount\n      oldestDeliveryAt\n      stoppedEndpointCount\n      scheduleCount\n      overdueScheduleCount\n      nextScheduleAt\n      hotDueAt\n      followers { name behind isWorking tries retryAt skippedCount skippedSequence }\n      derived { name total missing stale }\n    }\n  }\n": typeof types.SystemStateDocument,
    "\n  fragment EndpointRow on Endpoint {\n    id\n    kind\n    name\n    url\n    state\n    reason\n    failingSince\n    deliveredAt\n    behind\n    unfinishedCount\n    version\n  }\n": typeof types.EndpointRowFragmentDoc,
    "\n  query EndpointList($first: Int!, $after: String) {\n    endpoints(first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...EndpointRow }\n    }\n  }\n": typeof types.EndpointListDocument,
    "\n  query EndpointPage($id: ID!) {\n    endpoint(id: $id) {\n      ...EndpointRow\n      types\n      categories { id name }\n      sources { id name }\n      languages\n      payload\n      selection\n      runAs\n      headers { name }\n      ratePerMinute\n      concurrency\n      hasFormerSecret\n      formerUntil\n      position\n      createdAt\n      updatedAt\n    }\n  }\n": typeof types.EndpointPageDocument,
    "\n  query DeliveryList($id: ID!, $first: Int!, $after: String, $where: DeliveryWhere) {\n    endpoint(id: $id) {\n      deliveries(first: $first, after: $after, where: $where) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          id\n          eventId\n          type\n          sequence\n          state\n          attemptCount\n          nextAt\n          lastStatus\n          lastError\n          createdAt\n          finishedAt\n        }\n      }\n    }\n  }\n": typeof types.DeliveryListDocument,
    "\n  query DeliveryDetail($id: ID!) {\n    delivery(id: $id) {\n      id\n      type\n      state\n      body\n      event { subjectKind subjectId at data fields tags }\n      attempts { id number at status error milliseconds answer }\n    }\n  }\n": typeof types.DeliveryDetailDocument,
    "\n  mutation CreateEndpoint($input: CreateEndpointInput!) {\n    outcome: createEndpoint(input: $input) {\n      __typename\n      ... on EndpointSecretPayload { secret endpoint { id } }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": typeof types.CreateEndpointDocument,
    "\n  mutation UpdateEndpoint($input: UpdateEndpointInput!) {\n    outcome: updateEndpoint(input: $input) {\n      __typename\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": typeof types.UpdateEndpointDocument,
    "\n  mutation PauseEndpoint($id: ID!, $key: String!) {\n    outcome: pauseEndpoint(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": typeof types.PauseEndpointDocument,
    "\n  mutation ResumeEndpoint($id: ID!, $key: String!) {\n    outcome: resumeEndpoint(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": typeof types.ResumeEndpointDocument,
    "\n  mutation DeleteEndpoint($input: DeleteInput!, $key: String!) {\n    outcome: deleteEndpoint(input: $input, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": typeof types.DeleteEndpointDocument,
    "\n  mutation RotateSecret($id: ID!, $key: String!) {\n    outcome: rotateEndpointSecret(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on EndpointSecretPayload { secret }\n      ... on Refusal { code message }\n    }\n  }\n": typeof types.RotateSecretDocument,
    "\n  mutation TestEndpoint($id: ID!) {\n    outcome: testEndpoint(id: $id) {\n      __typename\n      ... on TestEndpointPayload { isDelivered status error milliseconds answer }\n      ... on Refusal { code message }\n    }\n  }\n": typeof types.TestEndpointDocument,
    "\n  mutation Redeliver($id: ID!, $key: String!) {\n    outcome: redeliver(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n": typeof types.RedeliverDocument,
    "\n  mutation RedeliverFailed($id: ID!, $since: DateTime!, $key: String!) {\n    outcome: redeliverFailed(id: $id, since: $since, idempotencyKey: $key) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n": typeof types.RedeliverFailedDocument,
    "\n  mutation ReplayEvents($id: ID!, $from: SafeInt!) {\n    outcome: replayEvents(id: $id, fromSequence: $from) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n": typeof types.ReplayEventsDocument,
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
    "\n  query EventList($before: String, $after: String, $last: Int, $first: Int, $types: [String!], $subject: ID) {\n    events(before: $before, after: $after, last: $last, first: $first, types: $types, subject: $subject) {\n      totalCount\n      pageInfo { hasPreviousPage startCursor }\n      nodes { id sequence type at audience subjectKind subjectId actorKind fields tags data }\n    }\n  }\n": types.EventListDocument,
    "\n  query AuditList($first: Int!, $after: String, $where: AuditWhere) {\n    auditLog(first: $first, after: $after, where: $where) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        sequence\n        type\n        subjectKind\n        subjectId\n        actor\n        user { id name }\n        via\n        credentialId\n        at\n        payload\n        details\n        tags\n      }\n    }\n  }\n": types.AuditListDocument,
    "\n  query UserList($first: Int!, $after: String, $where: UserWhere) {\n    users(first: $first, after: $after, where: $where) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        name\n        email\n        role\n        isDisabled\n        hasPassword\n        createdAt\n        categories { id name }\n        identities { issuer }\n        tokens { id name prefix scopes createdAt lastUsedAt expiresAt revokedAt }\n      }\n    }\n  }\n": types.UserListDocument,
    "\n  mutation CreateUser($input: CreateUserInput!, $key: String!) {\n    outcome: createUser(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on UserPayload { user { id } }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!, $key: String!) {\n    outcome: updateUser(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": types.UpdateUserDocument,
    "\n  mutation CreateLoginLink($id: ID!, $key: String!) {\n    outcome: createLoginLink(userId: $id, idempotencyKey: $key) {\n      __typename\n      ... on LoginLinkPayload { link expiresAt }\n      ... on Refusal { code message }\n    }\n  }\n": types.CreateLoginLinkDocument,
    "\n  mutation UnlinkIdentities($id: ID!, $key: String!) {\n    outcome: unlinkIdentities(userId: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": types.UnlinkIdentitiesDocument,
    "\n  mutation CreateTokenFor($input: CreateTokenInput!, $key: String!) {\n    outcome: createToken(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateTokenPayload { secret }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": types.CreateTokenForDocument,
    "\n  mutation RevokeTokenOf($id: ID!, $key: String!) {\n    outcome: revokeToken(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": types.RevokeTokenOfDocument,
    "\n  query SystemState {\n    system {\n      version\n      pythonVersion\n      now\n      databaseEngine\n      databaseVersion\n      databaseBytes\n      migration\n      migratedAt\n      articleCount\n      draftCount\n      trashCount\n      userCount\n      lastSequence\n      eventCount\n      firstEventAt\n      pendingDeliveryCount\n      failedDeliveryCount\n      oldestDeliveryAt\n      stoppedEndpointCount\n      scheduleCount\n      overdueScheduleCount\n      nextScheduleAt\n      hotDueAt\n      followers { name behind isWorking tries retryAt skippedCount skippedSequence }\n      derived { name total missing stale }\n    }\n  }\n": types.SystemStateDocument,
    "\n  fragment EndpointRow on Endpoint {\n    id\n    kind\n    name\n    url\n    state\n    reason\n    failingSince\n    deliveredAt\n    behind\n    unfinishedCount\n    version\n  }\n": types.EndpointRowFragmentDoc,
    "\n  query EndpointList($first: Int!, $after: String) {\n    endpoints(first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...EndpointRow }\n    }\n  }\n": types.EndpointListDocument,
    "\n  query EndpointPage($id: ID!) {\n    endpoint(id: $id) {\n      ...EndpointRow\n      types\n      categories { id name }\n      sources { id name }\n      languages\n      payload\n      selection\n      runAs\n      headers { name }\n      ratePerMinute\n      concurrency\n      hasFormerSecret\n      formerUntil\n      position\n      createdAt\n      updatedAt\n    }\n  }\n": types.EndpointPageDocument,
    "\n  query DeliveryList($id: ID!, $first: Int!, $after: String, $where: DeliveryWhere) {\n    endpoint(id: $id) {\n      deliveries(first: $first, after: $after, where: $where) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          id\n          eventId\n          type\n          sequence\n          state\n          attemptCount\n          nextAt\n          lastStatus\n          lastError\n          createdAt\n          finishedAt\n        }\n      }\n    }\n  }\n": types.DeliveryListDocument,
    "\n  query DeliveryDetail($id: ID!) {\n    delivery(id: $id) {\n      id\n      type\n      state\n      body\n      event { subjectKind subjectId at data fields tags }\n      attempts { id number at status error milliseconds answer }\n    }\n  }\n": types.DeliveryDetailDocument,
    "\n  mutation CreateEndpoint($input: CreateEndpointInput!) {\n    outcome: createEndpoint(input: $input) {\n      __typename\n      ... on EndpointSecretPayload { secret endpoint { id } }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": types.CreateEndpointDocument,
    "\n  mutation UpdateEndpoint($input: UpdateEndpointInput!) {\n    outcome: updateEndpoint(input: $input) {\n      __typename\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n": types.UpdateEndpointDocument,
    "\n  mutation PauseEndpoint($id: ID!, $key: String!) {\n    outcome: pauseEndpoint(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": types.PauseEndpointDocument,
    "\n  mutation ResumeEndpoint($id: ID!, $key: String!) {\n    outcome: resumeEndpoint(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": types.ResumeEndpointDocument,
    "\n  mutation DeleteEndpoint($input: DeleteInput!, $key: String!) {\n    outcome: deleteEndpoint(input: $input, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n": types.DeleteEndpointDocument,
    "\n  mutation RotateSecret($id: ID!, $key: String!) {\n    outcome: rotateEndpointSecret(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on EndpointSecretPayload { secret }\n      ... on Refusal { code message }\n    }\n  }\n": types.RotateSecretDocument,
    "\n  mutation TestEndpoint($id: ID!) {\n    outcome: testEndpoint(id: $id) {\n      __typename\n      ... on TestEndpointPayload { isDelivered status error milliseconds answer }\n      ... on Refusal { code message }\n    }\n  }\n": types.TestEndpointDocument,
    "\n  mutation Redeliver($id: ID!, $key: String!) {\n    outcome: redeliver(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n": types.RedeliverDocument,
    "\n  mutation RedeliverFailed($id: ID!, $since: DateTime!, $key: String!) {\n    outcome: redeliverFailed(id: $id, since: $since, idempotencyKey: $key) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n": types.RedeliverFailedDocument,
    "\n  mutation ReplayEvents($id: ID!, $from: SafeInt!) {\n    outcome: replayEvents(id: $id, fromSequence: $from) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n": types.ReplayEventsDocument,
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
export function graphql(source: "\n  query EventList($before: String, $after: String, $last: Int, $first: Int, $types: [String!], $subject: ID) {\n    events(before: $before, after: $after, last: $last, first: $first, types: $types, subject: $subject) {\n      totalCount\n      pageInfo { hasPreviousPage startCursor }\n      nodes { id sequence type at audience subjectKind subjectId actorKind fields tags data }\n    }\n  }\n"): typeof import('./graphql').EventListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditList($first: Int!, $after: String, $where: AuditWhere) {\n    auditLog(first: $first, after: $after, where: $where) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        sequence\n        type\n        subjectKind\n        subjectId\n        actor\n        user { id name }\n        via\n        credentialId\n        at\n        payload\n        details\n        tags\n      }\n    }\n  }\n"): typeof import('./graphql').AuditListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserList($first: Int!, $after: String, $where: UserWhere) {\n    users(first: $first, after: $after, where: $where) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        name\n        email\n        role\n        isDisabled\n        hasPassword\n        createdAt\n        categories { id name }\n        identities { issuer }\n        tokens { id name prefix scopes createdAt lastUsedAt expiresAt revokedAt }\n      }\n    }\n  }\n"): typeof import('./graphql').UserListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($input: CreateUserInput!, $key: String!) {\n    outcome: createUser(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on UserPayload { user { id } }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n"): typeof import('./graphql').CreateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($input: UpdateUserInput!, $key: String!) {\n    outcome: updateUser(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n"): typeof import('./graphql').UpdateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateLoginLink($id: ID!, $key: String!) {\n    outcome: createLoginLink(userId: $id, idempotencyKey: $key) {\n      __typename\n      ... on LoginLinkPayload { link expiresAt }\n      ... on Refusal { code message }\n    }\n  }\n"): typeof import('./graphql').CreateLoginLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkIdentities($id: ID!, $key: String!) {\n    outcome: unlinkIdentities(userId: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n"): typeof import('./graphql').UnlinkIdentitiesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTokenFor($input: CreateTokenInput!, $key: String!) {\n    outcome: createToken(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateTokenPayload { secret }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n"): typeof import('./graphql').CreateTokenForDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeTokenOf($id: ID!, $key: String!) {\n    outcome: revokeToken(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n"): typeof import('./graphql').RevokeTokenOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SystemState {\n    system {\n      version\n      pythonVersion\n      now\n      databaseEngine\n      databaseVersion\n      databaseBytes\n      migration\n      migratedAt\n      articleCount\n      draftCount\n      trashCount\n      userCount\n      lastSequence\n      eventCount\n      firstEventAt\n      pendingDeliveryCount\n      failedDeliveryCount\n      oldestDeliveryAt\n      stoppedEndpointCount\n      scheduleCount\n      overdueScheduleCount\n      nextScheduleAt\n      hotDueAt\n      followers { name behind isWorking tries retryAt skippedCount skippedSequence }\n      derived { name total missing stale }\n    }\n  }\n"): typeof import('./graphql').SystemStateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EndpointRow on Endpoint {\n    id\n    kind\n    name\n    url\n    state\n    reason\n    failingSince\n    deliveredAt\n    behind\n    unfinishedCount\n    version\n  }\n"): typeof import('./graphql').EndpointRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EndpointList($first: Int!, $after: String) {\n    endpoints(first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...EndpointRow }\n    }\n  }\n"): typeof import('./graphql').EndpointListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EndpointPage($id: ID!) {\n    endpoint(id: $id) {\n      ...EndpointRow\n      types\n      categories { id name }\n      sources { id name }\n      languages\n      payload\n      selection\n      runAs\n      headers { name }\n      ratePerMinute\n      concurrency\n      hasFormerSecret\n      formerUntil\n      position\n      createdAt\n      updatedAt\n    }\n  }\n"): typeof import('./graphql').EndpointPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeliveryList($id: ID!, $first: Int!, $after: String, $where: DeliveryWhere) {\n    endpoint(id: $id) {\n      deliveries(first: $first, after: $after, where: $where) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          id\n          eventId\n          type\n          sequence\n          state\n          attemptCount\n          nextAt\n          lastStatus\n          lastError\n          createdAt\n          finishedAt\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').DeliveryListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeliveryDetail($id: ID!) {\n    delivery(id: $id) {\n      id\n      type\n      state\n      body\n      event { subjectKind subjectId at data fields tags }\n      attempts { id number at status error milliseconds answer }\n    }\n  }\n"): typeof import('./graphql').DeliveryDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEndpoint($input: CreateEndpointInput!) {\n    outcome: createEndpoint(input: $input) {\n      __typename\n      ... on EndpointSecretPayload { secret endpoint { id } }\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n"): typeof import('./graphql').CreateEndpointDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEndpoint($input: UpdateEndpointInput!) {\n    outcome: updateEndpoint(input: $input) {\n      __typename\n      ... on Refusal { code message }\n      ... on ValidationFailed { problems { path message } }\n    }\n  }\n"): typeof import('./graphql').UpdateEndpointDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseEndpoint($id: ID!, $key: String!) {\n    outcome: pauseEndpoint(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n"): typeof import('./graphql').PauseEndpointDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeEndpoint($id: ID!, $key: String!) {\n    outcome: resumeEndpoint(id: $id, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n"): typeof import('./graphql').ResumeEndpointDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEndpoint($input: DeleteInput!, $key: String!) {\n    outcome: deleteEndpoint(input: $input, idempotencyKey: $key) { __typename ... on Refusal { code message } }\n  }\n"): typeof import('./graphql').DeleteEndpointDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateSecret($id: ID!, $key: String!) {\n    outcome: rotateEndpointSecret(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on EndpointSecretPayload { secret }\n      ... on Refusal { code message }\n    }\n  }\n"): typeof import('./graphql').RotateSecretDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestEndpoint($id: ID!) {\n    outcome: testEndpoint(id: $id) {\n      __typename\n      ... on TestEndpointPayload { isDelivered status error milliseconds answer }\n      ... on Refusal { code message }\n    }\n  }\n"): typeof import('./graphql').TestEndpointDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Redeliver($id: ID!, $key: String!) {\n    outcome: redeliver(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n"): typeof import('./graphql').RedeliverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RedeliverFailed($id: ID!, $since: DateTime!, $key: String!) {\n    outcome: redeliverFailed(id: $id, since: $since, idempotencyKey: $key) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n"): typeof import('./graphql').RedeliverFailedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayEvents($id: ID!, $from: SafeInt!) {\n    outcome: replayEvents(id: $id, fromSequence: $from) {\n      __typename\n      ... on RedeliverPayload { count }\n      ... on Refusal { code message }\n    }\n  }\n"): typeof import('./graphql').ReplayEventsDocument;
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
