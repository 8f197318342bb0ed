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
    "\n  query DraftList($first: Int!, $after: String, $where: DraftWhere, $orderBy: DraftOrder!) {\n    drafts(first: $first, after: $after, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        title\n        status\n        review\n        version\n        updatedAt\n        hasUnpublishedChanges\n        category {\n          name\n        }\n        source {\n          name\n        }\n        owner {\n          name\n        }\n      }\n    }\n  }\n": typeof types.DraftListDocument,
    "\n  query ListChoices {\n    allCategories(first: 100) {\n      nodes {\n        category {\n          id\n          name\n          path\n        }\n      }\n    }\n    allSources(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ListChoicesDocument,
    "\n  mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: publishArticles(articles: $articles, idempotencyKey: $key) {\n      ...BulkResult\n    }\n  }\n": typeof types.PublishDraftsDocument,
    "\n  mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: trashArticles(articles: $articles, idempotencyKey: $key) {\n      ...BulkResult\n    }\n  }\n": typeof types.TrashDraftsDocument,
    "\n  fragment BulkResult on BulkResult {\n    __typename\n    ... on BulkPayload {\n      outcomes {\n        id\n        refusal {\n          code\n          message\n        }\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n": typeof types.BulkResultFragmentDoc,
    "\n  fragment Refused on Refusal {\n    code\n    message\n    ... on ValidationFailed {\n      problems { path message }\n    }\n  }\n": typeof types.RefusedFragmentDoc,
    "\n  query SourceList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allSources(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug kind url licence creditLine language articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.SourceListDocument,
    "\n  mutation CreateSource($input: CreateSourceInput!, $key: String!) {\n    made: createSource(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.CreateSourceDocument,
    "\n  mutation UpdateSource($input: UpdateSourceInput!, $key: String!) {\n    made: updateSource(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UpdateSourceDocument,
    "\n  mutation DeleteSource($input: DeleteInput!) {\n    made: deleteSource(input: $input) { __typename ...Refused }\n  }\n": typeof types.DeleteSourceDocument,
    "\n  mutation MergeSources($input: MergeInput!, $key: String!) {\n    made: mergeSources(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.MergeSourcesDocument,
    "\n  query AuthorList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allAuthors(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug kind description url articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.AuthorListDocument,
    "\n  mutation CreateAuthor($input: CreateAuthorInput!, $key: String!) {\n    made: createAuthor(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.CreateAuthorDocument,
    "\n  mutation UpdateAuthor($input: UpdateAuthorInput!, $key: String!) {\n    made: updateAuthor(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UpdateAuthorDocument,
    "\n  mutation DeleteAuthor($input: DeleteInput!) {\n    made: deleteAuthor(input: $input) { __typename ...Refused }\n  }\n": typeof types.DeleteAuthorDocument,
    "\n  mutation MergeAuthors($input: MergeInput!, $key: String!) {\n    made: mergeAuthors(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.MergeAuthorsDocument,
    "\n  query TagList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allTags(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug mediaTopic articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.TagListDocument,
    "\n  mutation CreateTag($input: CreateTagInput!, $key: String!) {\n    made: createTag(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.CreateTagDocument,
    "\n  mutation UpdateTag($input: UpdateTagInput!, $key: String!) {\n    made: updateTag(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UpdateTagDocument,
    "\n  mutation DeleteTag($input: DeleteInput!) {\n    made: deleteTag(input: $input) { __typename ...Refused }\n  }\n": typeof types.DeleteTagDocument,
    "\n  mutation MergeTags($input: MergeInput!, $key: String!) {\n    made: mergeTags(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.MergeTagsDocument,
    "\n  query ReferenceList($search: String, $first: Int, $after: String) {\n    page: allReferences(search: $search, first: $first, after: $after) {\n      nodes { reference { id version title teaser url isTruncated } target { id title } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.ReferenceListDocument,
    "\n  mutation CreateReference($input: CreateReferenceInput!, $key: String!) {\n    made: createReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on ReferencePayload { reference { id version } }\n    }\n  }\n": typeof types.CreateReferenceDocument,
    "\n  mutation UpdateReference($input: UpdateReferenceInput!, $key: String!) {\n    made: updateReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on ReferencePayload { reference { id version } }\n    }\n  }\n": typeof types.UpdateReferenceDocument,
    "\n  mutation SetReferenceTarget($input: SetReferenceTargetInput!, $key: String!) {\n    made: setReferenceTarget(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.SetReferenceTargetDocument,
    "\n  mutation DeleteReference($input: DeleteInput!) {\n    made: deleteReference(input: $input) { __typename ...Refused }\n  }\n": typeof types.DeleteReferenceDocument,
    "\n  query RedirectList($search: String, $first: Int, $after: String) {\n    page: allRedirects(search: $search, first: $first, after: $after) {\n      nodes { redirect { id version path url isPermanent } target { id title status } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.RedirectListDocument,
    "\n  mutation CreateRedirect($input: CreateRedirectInput!, $key: String!) {\n    made: createRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.CreateRedirectDocument,
    "\n  mutation UpdateRedirect($input: UpdateRedirectInput!, $key: String!) {\n    made: updateRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UpdateRedirectDocument,
    "\n  mutation DeleteRedirect($input: DeleteInput!, $key: String!) {\n    made: deleteRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.DeleteRedirectDocument,
    "\n  query CollectionList($after: String) {\n    page: collections(first: 100, after: $after) {\n      nodes { id version slug title description tail }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CollectionListDocument,
    "\n  query PlacedList($id: ID!, $after: String) {\n    collection(id: $id) { version items(first: 100) { ... on Article { id title } ... on Reference { id title } } }\n    placedItems(collectionId: $id, first: 100, after: $after) {\n      nodes { position isPublic draft { id title status category { name } } reference { id title url } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.PlacedListDocument,
    "\n  mutation CreateCollection($input: CreateCollectionInput!, $key: String!) {\n    made: createCollection(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { id } }\n    }\n  }\n": typeof types.CreateCollectionDocument,
    "\n  mutation UpdateCollection($input: UpdateCollectionInput!, $key: String!) {\n    made: updateCollection(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UpdateCollectionDocument,
    "\n  mutation DeleteCollection($input: DeleteInput!, $key: String!) {\n    made: deleteCollection(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.DeleteCollectionDocument,
    "\n  mutation PinItem($input: PlaceItemInput!, $key: String!) {\n    made: pinItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n": typeof types.PinItemDocument,
    "\n  mutation MoveItem($input: PlaceItemInput!, $key: String!) {\n    made: moveItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n": typeof types.MoveItemDocument,
    "\n  mutation UnpinItem($input: UnpinItemInput!, $key: String!) {\n    made: unpinItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n": typeof types.UnpinItemDocument,
    "\n  query CategoryList($ids: [ID!], $after: String) {\n    page: allCategories(where: { ids: $ids }, first: 100, after: $after) {\n      nodes { position category { id version name slug path description parent { id } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CategoryListDocument,
    "\n  query CategoryCount($ids: [ID!]) {\n    allCategories(where: { ids: $ids }, first: 1) { nodes { category { id articles(first: 0) { totalCount } } } }\n  }\n": typeof types.CategoryCountDocument,
    "\n  mutation CreateCategory($input: CreateCategoryInput!, $key: String!) {\n    made: createCategory(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CategoryPayload { category { id } }\n    }\n  }\n": typeof types.CreateCategoryDocument,
    "\n  mutation UpdateCategory($input: UpdateCategoryInput!, $key: String!) {\n    made: updateCategory(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UpdateCategoryDocument,
    "\n  mutation MoveCategory($input: MoveCategoryInput!, $key: String!) {\n    made: moveCategory(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.MoveCategoryDocument,
    "\n  mutation MergeCategories($input: MergeInput!, $key: String!) {\n    made: mergeCategories(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.MergeCategoriesDocument,
    "\n  mutation DeleteCategory($input: DeleteInput!) {\n    made: deleteCategory(input: $input) { __typename ...Refused }\n  }\n": typeof types.DeleteCategoryDocument,
    "\n  query HotList($window: HotWindow!, $category: ID) {\n    hotArticles(window: $window, category: $category, first: 30) {\n      rank\n      trend\n      isPinned\n      node { id title viewCount category { name } }\n    }\n  }\n": typeof types.HotListDocument,
    "\n  query HotChoices($after: String) {\n    page: hotChoices(first: 50, after: $after) {\n      nodes { position isExcluded until draft { id title status } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.HotChoicesDocument,
    "\n  mutation PinHot($input: PinHotArticleInput!, $key: String!) {\n    made: pinHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.PinHotDocument,
    "\n  mutation UnpinHot($input: HotArticleInput!, $key: String!) {\n    made: unpinHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UnpinHotDocument,
    "\n  mutation ExcludeHot($input: ExcludeHotArticleInput!, $key: String!) {\n    made: excludeHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.ExcludeHotDocument,
    "\n  mutation IncludeHot($input: HotArticleInput!, $key: String!) {\n    made: includeHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.IncludeHotDocument,
    "\n  query CalendarPlans($since: DateTime!, $before: DateTime!, $after: String) {\n    page: schedules(where: { states: [PENDING, FAILED], dueAt: { since: $since, before: $before } }, first: 100, after: $after) {\n      nodes { id act state dueAt outcome draft { id title category { name } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CalendarPlansDocument,
    "\n  query CalendarArticles($since: DateTime!, $before: DateTime!, $after: String) {\n    page: articles(where: { listedAt: { since: $since, before: $before } }, orderBy: OLDEST, first: 100, after: $after) {\n      nodes { id title listedAt category { name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CalendarArticlesDocument,
    "\n  query SiteSaid {\n    site { name tagline url language version }\n  }\n": typeof types.SiteSaidDocument,
    "\n  mutation UpdateSite($input: UpdateSiteInput!, $key: String!) {\n    made: updateSite(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UpdateSiteDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query MySessions {\n    viewer {\n      sessions {\n        id\n        isCurrent\n        address\n        userAgent\n        lastUsedAt\n        expiresAt\n      }\n    }\n  }\n": typeof types.MySessionsDocument,
    "\n  query FindSources($search: String) {\n    found: allSources(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindSourcesDocument,
    "\n  query FindAuthors($search: String) {\n    found: allAuthors(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindAuthorsDocument,
    "\n  query FindTags($search: String) {\n    found: allTags(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindTagsDocument,
    "\n  query FindCategories($search: String) {\n    found: allCategories(search: $search, first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n": typeof types.FindCategoriesDocument,
    "\n  query FindDrafts($search: String) {\n    found: drafts(search: $search, first: 20) {\n      nodes { id title status updatedAt }\n    }\n  }\n": typeof types.FindDraftsDocument,
    "\n  query FindPeople {\n    found: people(first: 100) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindPeopleDocument,
    "\n  query FindReferences($search: String) {\n    found: allReferences(search: $search, first: 20) {\n      nodes { reference { id title url } }\n    }\n  }\n": typeof types.FindReferencesDocument,
};
const documents: Documents = {
    "\n  query WhoAmI {\n    viewer {\n      id\n      name\n      email\n      role\n      permissions\n    }\n    signInProvider {\n      label\n      url\n    }\n  }\n": types.WhoAmIDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on RateLimited {\n        retryAfterSeconds\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut($everywhere: Boolean!) {\n    signOut(everywhere: $everywhere) {\n      __typename\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation SetPassword($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": types.SetPasswordDocument,
    "\n  query MyTokens {\n    viewer {\n      tokens {\n        id\n        name\n        prefix\n        scopes\n        expiresAt\n        revokedAt\n      }\n    }\n  }\n": types.MyTokensDocument,
    "\n  mutation CreateToken($input: CreateTokenInput!, $key: String!) {\n    createToken(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateTokenPayload {\n        secret\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.CreateTokenDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.RevokeTokenDocument,
    "\n  query DraftList($first: Int!, $after: String, $where: DraftWhere, $orderBy: DraftOrder!) {\n    drafts(first: $first, after: $after, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        title\n        status\n        review\n        version\n        updatedAt\n        hasUnpublishedChanges\n        category {\n          name\n        }\n        source {\n          name\n        }\n        owner {\n          name\n        }\n      }\n    }\n  }\n": types.DraftListDocument,
    "\n  query ListChoices {\n    allCategories(first: 100) {\n      nodes {\n        category {\n          id\n          name\n          path\n        }\n      }\n    }\n    allSources(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.ListChoicesDocument,
    "\n  mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: publishArticles(articles: $articles, idempotencyKey: $key) {\n      ...BulkResult\n    }\n  }\n": types.PublishDraftsDocument,
    "\n  mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: trashArticles(articles: $articles, idempotencyKey: $key) {\n      ...BulkResult\n    }\n  }\n": types.TrashDraftsDocument,
    "\n  fragment BulkResult on BulkResult {\n    __typename\n    ... on BulkPayload {\n      outcomes {\n        id\n        refusal {\n          code\n          message\n        }\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n": types.BulkResultFragmentDoc,
    "\n  fragment Refused on Refusal {\n    code\n    message\n    ... on ValidationFailed {\n      problems { path message }\n    }\n  }\n": types.RefusedFragmentDoc,
    "\n  query SourceList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allSources(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug kind url licence creditLine language articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.SourceListDocument,
    "\n  mutation CreateSource($input: CreateSourceInput!, $key: String!) {\n    made: createSource(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.CreateSourceDocument,
    "\n  mutation UpdateSource($input: UpdateSourceInput!, $key: String!) {\n    made: updateSource(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UpdateSourceDocument,
    "\n  mutation DeleteSource($input: DeleteInput!) {\n    made: deleteSource(input: $input) { __typename ...Refused }\n  }\n": types.DeleteSourceDocument,
    "\n  mutation MergeSources($input: MergeInput!, $key: String!) {\n    made: mergeSources(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.MergeSourcesDocument,
    "\n  query AuthorList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allAuthors(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug kind description url articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.AuthorListDocument,
    "\n  mutation CreateAuthor($input: CreateAuthorInput!, $key: String!) {\n    made: createAuthor(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.CreateAuthorDocument,
    "\n  mutation UpdateAuthor($input: UpdateAuthorInput!, $key: String!) {\n    made: updateAuthor(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UpdateAuthorDocument,
    "\n  mutation DeleteAuthor($input: DeleteInput!) {\n    made: deleteAuthor(input: $input) { __typename ...Refused }\n  }\n": types.DeleteAuthorDocument,
    "\n  mutation MergeAuthors($input: MergeInput!, $key: String!) {\n    made: mergeAuthors(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.MergeAuthorsDocument,
    "\n  query TagList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allTags(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug mediaTopic articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.TagListDocument,
    "\n  mutation CreateTag($input: CreateTagInput!, $key: String!) {\n    made: createTag(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.CreateTagDocument,
    "\n  mutation UpdateTag($input: UpdateTagInput!, $key: String!) {\n    made: updateTag(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UpdateTagDocument,
    "\n  mutation DeleteTag($input: DeleteInput!) {\n    made: deleteTag(input: $input) { __typename ...Refused }\n  }\n": types.DeleteTagDocument,
    "\n  mutation MergeTags($input: MergeInput!, $key: String!) {\n    made: mergeTags(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.MergeTagsDocument,
    "\n  query ReferenceList($search: String, $first: Int, $after: String) {\n    page: allReferences(search: $search, first: $first, after: $after) {\n      nodes { reference { id version title teaser url isTruncated } target { id title } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.ReferenceListDocument,
    "\n  mutation CreateReference($input: CreateReferenceInput!, $key: String!) {\n    made: createReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on ReferencePayload { reference { id version } }\n    }\n  }\n": types.CreateReferenceDocument,
    "\n  mutation UpdateReference($input: UpdateReferenceInput!, $key: String!) {\n    made: updateReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on ReferencePayload { reference { id version } }\n    }\n  }\n": types.UpdateReferenceDocument,
    "\n  mutation SetReferenceTarget($input: SetReferenceTargetInput!, $key: String!) {\n    made: setReferenceTarget(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.SetReferenceTargetDocument,
    "\n  mutation DeleteReference($input: DeleteInput!) {\n    made: deleteReference(input: $input) { __typename ...Refused }\n  }\n": types.DeleteReferenceDocument,
    "\n  query RedirectList($search: String, $first: Int, $after: String) {\n    page: allRedirects(search: $search, first: $first, after: $after) {\n      nodes { redirect { id version path url isPermanent } target { id title status } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.RedirectListDocument,
    "\n  mutation CreateRedirect($input: CreateRedirectInput!, $key: String!) {\n    made: createRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.CreateRedirectDocument,
    "\n  mutation UpdateRedirect($input: UpdateRedirectInput!, $key: String!) {\n    made: updateRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UpdateRedirectDocument,
    "\n  mutation DeleteRedirect($input: DeleteInput!, $key: String!) {\n    made: deleteRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.DeleteRedirectDocument,
    "\n  query CollectionList($after: String) {\n    page: collections(first: 100, after: $after) {\n      nodes { id version slug title description tail }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CollectionListDocument,
    "\n  query PlacedList($id: ID!, $after: String) {\n    collection(id: $id) { version items(first: 100) { ... on Article { id title } ... on Reference { id title } } }\n    placedItems(collectionId: $id, first: 100, after: $after) {\n      nodes { position isPublic draft { id title status category { name } } reference { id title url } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.PlacedListDocument,
    "\n  mutation CreateCollection($input: CreateCollectionInput!, $key: String!) {\n    made: createCollection(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { id } }\n    }\n  }\n": types.CreateCollectionDocument,
    "\n  mutation UpdateCollection($input: UpdateCollectionInput!, $key: String!) {\n    made: updateCollection(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UpdateCollectionDocument,
    "\n  mutation DeleteCollection($input: DeleteInput!, $key: String!) {\n    made: deleteCollection(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.DeleteCollectionDocument,
    "\n  mutation PinItem($input: PlaceItemInput!, $key: String!) {\n    made: pinItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n": types.PinItemDocument,
    "\n  mutation MoveItem($input: PlaceItemInput!, $key: String!) {\n    made: moveItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n": types.MoveItemDocument,
    "\n  mutation UnpinItem($input: UnpinItemInput!, $key: String!) {\n    made: unpinItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n": types.UnpinItemDocument,
    "\n  query CategoryList($ids: [ID!], $after: String) {\n    page: allCategories(where: { ids: $ids }, first: 100, after: $after) {\n      nodes { position category { id version name slug path description parent { id } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CategoryListDocument,
    "\n  query CategoryCount($ids: [ID!]) {\n    allCategories(where: { ids: $ids }, first: 1) { nodes { category { id articles(first: 0) { totalCount } } } }\n  }\n": types.CategoryCountDocument,
    "\n  mutation CreateCategory($input: CreateCategoryInput!, $key: String!) {\n    made: createCategory(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CategoryPayload { category { id } }\n    }\n  }\n": types.CreateCategoryDocument,
    "\n  mutation UpdateCategory($input: UpdateCategoryInput!, $key: String!) {\n    made: updateCategory(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UpdateCategoryDocument,
    "\n  mutation MoveCategory($input: MoveCategoryInput!, $key: String!) {\n    made: moveCategory(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.MoveCategoryDocument,
    "\n  mutation MergeCategories($input: MergeInput!, $key: String!) {\n    made: mergeCategories(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.MergeCategoriesDocument,
    "\n  mutation DeleteCategory($input: DeleteInput!) {\n    made: deleteCategory(input: $input) { __typename ...Refused }\n  }\n": types.DeleteCategoryDocument,
    "\n  query HotList($window: HotWindow!, $category: ID) {\n    hotArticles(window: $window, category: $category, first: 30) {\n      rank\n      trend\n      isPinned\n      node { id title viewCount category { name } }\n    }\n  }\n": types.HotListDocument,
    "\n  query HotChoices($after: String) {\n    page: hotChoices(first: 50, after: $after) {\n      nodes { position isExcluded until draft { id title status } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.HotChoicesDocument,
    "\n  mutation PinHot($input: PinHotArticleInput!, $key: String!) {\n    made: pinHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.PinHotDocument,
    "\n  mutation UnpinHot($input: HotArticleInput!, $key: String!) {\n    made: unpinHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UnpinHotDocument,
    "\n  mutation ExcludeHot($input: ExcludeHotArticleInput!, $key: String!) {\n    made: excludeHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.ExcludeHotDocument,
    "\n  mutation IncludeHot($input: HotArticleInput!, $key: String!) {\n    made: includeHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.IncludeHotDocument,
    "\n  query CalendarPlans($since: DateTime!, $before: DateTime!, $after: String) {\n    page: schedules(where: { states: [PENDING, FAILED], dueAt: { since: $since, before: $before } }, first: 100, after: $after) {\n      nodes { id act state dueAt outcome draft { id title category { name } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CalendarPlansDocument,
    "\n  query CalendarArticles($since: DateTime!, $before: DateTime!, $after: String) {\n    page: articles(where: { listedAt: { since: $since, before: $before } }, orderBy: OLDEST, first: 100, after: $after) {\n      nodes { id title listedAt category { name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CalendarArticlesDocument,
    "\n  query SiteSaid {\n    site { name tagline url language version }\n  }\n": types.SiteSaidDocument,
    "\n  mutation UpdateSite($input: UpdateSiteInput!, $key: String!) {\n    made: updateSite(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UpdateSiteDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  query MySessions {\n    viewer {\n      sessions {\n        id\n        isCurrent\n        address\n        userAgent\n        lastUsedAt\n        expiresAt\n      }\n    }\n  }\n": types.MySessionsDocument,
    "\n  query FindSources($search: String) {\n    found: allSources(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindSourcesDocument,
    "\n  query FindAuthors($search: String) {\n    found: allAuthors(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindAuthorsDocument,
    "\n  query FindTags($search: String) {\n    found: allTags(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindTagsDocument,
    "\n  query FindCategories($search: String) {\n    found: allCategories(search: $search, first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n": types.FindCategoriesDocument,
    "\n  query FindDrafts($search: String) {\n    found: drafts(search: $search, first: 20) {\n      nodes { id title status updatedAt }\n    }\n  }\n": types.FindDraftsDocument,
    "\n  query FindPeople {\n    found: people(first: 100) {\n      nodes { id name }\n    }\n  }\n": types.FindPeopleDocument,
    "\n  query FindReferences($search: String) {\n    found: allReferences(search: $search, first: 20) {\n      nodes { reference { id title url } }\n    }\n  }\n": types.FindReferencesDocument,
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
export function graphql(source: "\n  query DraftList($first: Int!, $after: String, $where: DraftWhere, $orderBy: DraftOrder!) {\n    drafts(first: $first, after: $after, where: $where, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        title\n        status\n        review\n        version\n        updatedAt\n        hasUnpublishedChanges\n        category {\n          name\n        }\n        source {\n          name\n        }\n        owner {\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').DraftListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListChoices {\n    allCategories(first: 100) {\n      nodes {\n        category {\n          id\n          name\n          path\n        }\n      }\n    }\n    allSources(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').ListChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: publishArticles(articles: $articles, idempotencyKey: $key) {\n      ...BulkResult\n    }\n  }\n"): typeof import('./graphql').PublishDraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrashDrafts($articles: [ArticleInput!]!, $key: String!) {\n    bulk: trashArticles(articles: $articles, idempotencyKey: $key) {\n      ...BulkResult\n    }\n  }\n"): typeof import('./graphql').TrashDraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BulkResult on BulkResult {\n    __typename\n    ... on BulkPayload {\n      outcomes {\n        id\n        refusal {\n          code\n          message\n        }\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n"): typeof import('./graphql').BulkResultFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Refused on Refusal {\n    code\n    message\n    ... on ValidationFailed {\n      problems { path message }\n    }\n  }\n"): typeof import('./graphql').RefusedFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allSources(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug kind url licence creditLine language articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').SourceListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSource($input: CreateSourceInput!, $key: String!) {\n    made: createSource(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').CreateSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSource($input: UpdateSourceInput!, $key: String!) {\n    made: updateSource(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UpdateSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteSource($input: DeleteInput!) {\n    made: deleteSource(input: $input) { __typename ...Refused }\n  }\n"): typeof import('./graphql').DeleteSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeSources($input: MergeInput!, $key: String!) {\n    made: mergeSources(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').MergeSourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuthorList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allAuthors(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug kind description url articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').AuthorListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAuthor($input: CreateAuthorInput!, $key: String!) {\n    made: createAuthor(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').CreateAuthorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAuthor($input: UpdateAuthorInput!, $key: String!) {\n    made: updateAuthor(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UpdateAuthorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAuthor($input: DeleteInput!) {\n    made: deleteAuthor(input: $input) { __typename ...Refused }\n  }\n"): typeof import('./graphql').DeleteAuthorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeAuthors($input: MergeInput!, $key: String!) {\n    made: mergeAuthors(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').MergeAuthorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TagList($search: String, $ids: [ID!], $first: Int, $after: String) {\n    page: allTags(search: $search, where: { ids: $ids }, first: $first, after: $after) {\n      nodes { id version name slug mediaTopic articles(first: 0) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').TagListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTag($input: CreateTagInput!, $key: String!) {\n    made: createTag(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').CreateTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTag($input: UpdateTagInput!, $key: String!) {\n    made: updateTag(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UpdateTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTag($input: DeleteInput!) {\n    made: deleteTag(input: $input) { __typename ...Refused }\n  }\n"): typeof import('./graphql').DeleteTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeTags($input: MergeInput!, $key: String!) {\n    made: mergeTags(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').MergeTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReferenceList($search: String, $first: Int, $after: String) {\n    page: allReferences(search: $search, first: $first, after: $after) {\n      nodes { reference { id version title teaser url isTruncated } target { id title } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').ReferenceListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateReference($input: CreateReferenceInput!, $key: String!) {\n    made: createReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on ReferencePayload { reference { id version } }\n    }\n  }\n"): typeof import('./graphql').CreateReferenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateReference($input: UpdateReferenceInput!, $key: String!) {\n    made: updateReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on ReferencePayload { reference { id version } }\n    }\n  }\n"): typeof import('./graphql').UpdateReferenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetReferenceTarget($input: SetReferenceTargetInput!, $key: String!) {\n    made: setReferenceTarget(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').SetReferenceTargetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteReference($input: DeleteInput!) {\n    made: deleteReference(input: $input) { __typename ...Refused }\n  }\n"): typeof import('./graphql').DeleteReferenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RedirectList($search: String, $first: Int, $after: String) {\n    page: allRedirects(search: $search, first: $first, after: $after) {\n      nodes { redirect { id version path url isPermanent } target { id title status } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').RedirectListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateRedirect($input: CreateRedirectInput!, $key: String!) {\n    made: createRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').CreateRedirectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateRedirect($input: UpdateRedirectInput!, $key: String!) {\n    made: updateRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UpdateRedirectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteRedirect($input: DeleteInput!, $key: String!) {\n    made: deleteRedirect(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').DeleteRedirectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CollectionList($after: String) {\n    page: collections(first: 100, after: $after) {\n      nodes { id version slug title description tail }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql').CollectionListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlacedList($id: ID!, $after: String) {\n    collection(id: $id) { version items(first: 100) { ... on Article { id title } ... on Reference { id title } } }\n    placedItems(collectionId: $id, first: 100, after: $after) {\n      nodes { position isPublic draft { id title status category { name } } reference { id title url } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql').PlacedListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCollection($input: CreateCollectionInput!, $key: String!) {\n    made: createCollection(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { id } }\n    }\n  }\n"): typeof import('./graphql').CreateCollectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCollection($input: UpdateCollectionInput!, $key: String!) {\n    made: updateCollection(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UpdateCollectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCollection($input: DeleteInput!, $key: String!) {\n    made: deleteCollection(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').DeleteCollectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PinItem($input: PlaceItemInput!, $key: String!) {\n    made: pinItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n"): typeof import('./graphql').PinItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveItem($input: PlaceItemInput!, $key: String!) {\n    made: moveItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n"): typeof import('./graphql').MoveItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnpinItem($input: UnpinItemInput!, $key: String!) {\n    made: unpinItem(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CollectionPayload { collection { version } }\n    }\n  }\n"): typeof import('./graphql').UnpinItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CategoryList($ids: [ID!], $after: String) {\n    page: allCategories(where: { ids: $ids }, first: 100, after: $after) {\n      nodes { position category { id version name slug path description parent { id } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql').CategoryListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CategoryCount($ids: [ID!]) {\n    allCategories(where: { ids: $ids }, first: 1) { nodes { category { id articles(first: 0) { totalCount } } } }\n  }\n"): typeof import('./graphql').CategoryCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCategory($input: CreateCategoryInput!, $key: String!) {\n    made: createCategory(input: $input, idempotencyKey: $key) {\n      __typename\n      ...Refused\n      ... on CategoryPayload { category { id } }\n    }\n  }\n"): typeof import('./graphql').CreateCategoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCategory($input: UpdateCategoryInput!, $key: String!) {\n    made: updateCategory(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UpdateCategoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveCategory($input: MoveCategoryInput!, $key: String!) {\n    made: moveCategory(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').MoveCategoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeCategories($input: MergeInput!, $key: String!) {\n    made: mergeCategories(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').MergeCategoriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCategory($input: DeleteInput!) {\n    made: deleteCategory(input: $input) { __typename ...Refused }\n  }\n"): typeof import('./graphql').DeleteCategoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HotList($window: HotWindow!, $category: ID) {\n    hotArticles(window: $window, category: $category, first: 30) {\n      rank\n      trend\n      isPinned\n      node { id title viewCount category { name } }\n    }\n  }\n"): typeof import('./graphql').HotListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HotChoices($after: String) {\n    page: hotChoices(first: 50, after: $after) {\n      nodes { position isExcluded until draft { id title status } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').HotChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PinHot($input: PinHotArticleInput!, $key: String!) {\n    made: pinHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').PinHotDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnpinHot($input: HotArticleInput!, $key: String!) {\n    made: unpinHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UnpinHotDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExcludeHot($input: ExcludeHotArticleInput!, $key: String!) {\n    made: excludeHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').ExcludeHotDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IncludeHot($input: HotArticleInput!, $key: String!) {\n    made: includeHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').IncludeHotDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarPlans($since: DateTime!, $before: DateTime!, $after: String) {\n    page: schedules(where: { states: [PENDING, FAILED], dueAt: { since: $since, before: $before } }, first: 100, after: $after) {\n      nodes { id act state dueAt outcome draft { id title category { name } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql').CalendarPlansDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarArticles($since: DateTime!, $before: DateTime!, $after: String) {\n    page: articles(where: { listedAt: { since: $since, before: $before } }, orderBy: OLDEST, first: 100, after: $after) {\n      nodes { id title listedAt category { name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql').CalendarArticlesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SiteSaid {\n    site { name tagline url language version }\n  }\n"): typeof import('./graphql').SiteSaidDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSite($input: UpdateSiteInput!, $key: String!) {\n    made: updateSite(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UpdateSiteDocument;
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindReferences($search: String) {\n    found: allReferences(search: $search, first: 20) {\n      nodes { reference { id title url } }\n    }\n  }\n"): typeof import('./graphql').FindReferencesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
