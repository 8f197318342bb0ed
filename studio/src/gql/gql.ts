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
    "\n  query WhoAmI {\n    viewer {\n      id\n      name\n      email\n      role\n      permissions\n    }\n    signInProvider {\n      label\n      url\n    }\n    site {\n      timeZone\n    }\n  }\n": typeof types.WhoAmIDocument,
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
    "\n  query SiteSaid {\n    site { name tagline url language timeZone version }\n  }\n": typeof types.SiteSaidDocument,
    "\n  mutation UpdateSite($input: UpdateSiteInput!, $key: String!) {\n    made: updateSite(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": typeof types.UpdateSiteDocument,
    "\n  fragment EditedDraft on Draft {\n    id\n    version\n    status\n    slug\n    updatedAt\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      number\n      title\n      slug\n      subtitle\n      html\n      excerpt\n      typedExcerpt\n      byline\n      language\n      publishedAt\n      canonicalUrl\n      urgency\n      creditLine\n      licence\n      image {\n        id\n        url\n        alt\n      }\n      imageCaption\n      source {\n        id\n        name\n      }\n      category {\n        id\n        name\n      }\n      credits {\n        name\n        role\n        author {\n          id\n          name\n        }\n      }\n      relations {\n        kind\n        target {\n          id\n          title\n        }\n        reference {\n          id\n          title\n        }\n      }\n      tags {\n        id\n        name\n      }\n    }\n  }\n": typeof types.EditedDraftFragmentDoc,
    "\n  query DraftToEdit($id: ID!) {\n    draft(id: $id) {\n      ...EditedDraft\n    }\n    site {\n      name\n      url\n    }\n  }\n": typeof types.DraftToEditDocument,
    "\n  mutation SaveDraft($input: UpdateArticleInput!, $key: String!) {\n    saved: updateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on UpdateArticlePayload {\n        mergedFields\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on VersionConflict {\n        fields\n        currentVersion\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SaveDraftDocument,
    "\n  mutation MakeDraft($input: CreateArticleInput!, $key: String!) {\n    saved: createArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MakeDraftDocument,
    "\n  fragment SavedDraft on Draft {\n    id\n    version\n    slug\n    status\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      excerpt\n    }\n  }\n": typeof types.SavedDraftFragmentDoc,
    "\n  query LookAlikes($id: ID!) {\n    draft(id: $id) {\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n        }\n      }\n    }\n  }\n": typeof types.LookAlikesDocument,
    "\n  query LinkSuggestions($id: ID!) {\n    draft(id: $id) {\n      relatedSuggestions(first: 8) {\n        score\n        reason\n        article {\n          id\n          title\n        }\n      }\n    }\n  }\n": typeof types.LinkSuggestionsDocument,
    "\n  mutation MakeReference($input: CreateReferenceInput!, $key: String!) {\n    made: createReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on ReferencePayload {\n        reference {\n          id\n          title\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MakeReferenceDocument,
    "\n  mutation MakeTag($input: CreateTagInput!, $key: String!) {\n    made: createTag(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on TagPayload {\n        tag {\n          id\n          name\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MakeTagDocument,
    "\n  query CategoryChoices($after: String) {\n    allCategories(first: 100, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        position\n        category {\n          id\n          name\n          path\n          depth\n          parent {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.CategoryChoicesDocument,
    "\n  query PictureShown($id: ID!) {\n    asset(id: $id) {\n      id\n      url\n      alt\n      caption\n    }\n  }\n": typeof types.PictureShownDocument,
    "\n  mutation AnnouncePresence($id: ID!, $isEditing: Boolean!) {\n    announced: announcePresence(id: $id, isEditing: $isEditing) {\n      ... on DraftPayload {\n        draft {\n          version\n          presence {\n            isEditing\n            since\n            user {\n              id\n              name\n            }\n          }\n          lock {\n            user {\n              id\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.AnnouncePresenceDocument,
    "\n  mutation WithdrawPresence($id: ID!) {\n    withdrawPresence(id: $id) {\n      __typename\n    }\n  }\n": typeof types.WithdrawPresenceDocument,
    "\n  mutation HoldLock($id: ID!, $takeOver: Boolean!) {\n    held: lockArticle(id: $id, takeOver: $takeOver) {\n      __typename\n    }\n  }\n": typeof types.HoldLockDocument,
    "\n  mutation ReleaseLock($id: ID!) {\n    released: unlockArticle(id: $id) {\n      __typename\n    }\n  }\n": typeof types.ReleaseLockDocument,
    "\n  query DraftTranslations($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      translationOf {\n        id\n      }\n      translations {\n        id\n        version\n        title\n        status\n        translationOf {\n          id\n        }\n        head {\n          language\n        }\n      }\n    }\n  }\n": typeof types.DraftTranslationsDocument,
    "\n  query DraftToLink($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      translationOf {\n        id\n      }\n      head {\n        language\n      }\n    }\n  }\n": typeof types.DraftToLinkDocument,
    "\n  mutation TranslateArticle($id: ID!, $language: String!, $key: String!) {\n    made: translateArticle(id: $id, language: $language, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": typeof types.TranslateArticleDocument,
    "\n  mutation LinkTranslation($input: UpdateArticleInput!, $key: String!) {\n    saved: updateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.LinkTranslationDocument,
    "\n  mutation ImportPage($input: ImportArticleInput!) {\n    done: importArticle(input: $input) {\n      __typename\n      ... on ImportArticlePayload {\n        isNew\n        notes\n        draft {\n          id\n          title\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ImportPageDocument,
    "\n  query EvidenceOf($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      status\n      suggestions\n      evidence {\n        field\n        origin\n        text\n        confidence\n        isSuggestion\n        value\n      }\n      head {\n        title\n        subtitle\n        publishedAt\n        canonicalUrl\n        typedExcerpt\n        byline\n        language\n        urgency\n        licence\n        creditLine\n        wordCount\n        source {\n          name\n        }\n        category {\n          breadcrumb {\n            name\n          }\n        }\n        credits {\n          name\n          role\n        }\n        tags {\n          name\n        }\n        relations {\n          reference {\n            title\n          }\n          target {\n            title\n          }\n        }\n      }\n    }\n  }\n": typeof types.EvidenceOfDocument,
    "\n  mutation ConfirmSuggestion($input: SuggestionInput!, $key: String!) {\n    done: confirmSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ConfirmSuggestionDocument,
    "\n  mutation DismissSuggestion($input: SuggestionInput!, $key: String!) {\n    done: dismissSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DismissSuggestionDocument,
    "\n  query AssetList($first: Int!, $after: String, $where: AssetWhere, $orderBy: AssetOrder!, $search: String) {\n    assets(first: $first, after: $after, where: $where, orderBy: $orderBy, search: $search) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...AssetCard\n      }\n    }\n  }\n": typeof types.AssetListDocument,
    "\n  query AssetDetails($id: ID!) {\n    asset(id: $id) {\n      ...AssetCard\n      rights\n      focalX\n      focalY\n      createdAt\n      version\n      uploader {\n        id\n        name\n      }\n      useCount\n      usedBy {\n        id\n        title\n        status\n      }\n      sizes: renditions {\n        url\n        width\n      }\n    }\n  }\n": typeof types.AssetDetailsDocument,
    "\n  mutation UploadAsset($file: Upload!) {\n    uploadAsset(file: $file) {\n      __typename\n      ... on UploadAssetPayload {\n        isNew\n        asset {\n          ...AssetCard\n        }\n      }\n      ...FileRefusal\n    }\n  }\n": typeof types.UploadAssetDocument,
    "\n  mutation ReplaceAsset($id: ID!, $expectedVersion: Int!, $file: Upload!) {\n    replaceAsset(id: $id, expectedVersion: $expectedVersion, file: $file) {\n      __typename\n      ...FileRefusal\n    }\n  }\n": typeof types.ReplaceAssetDocument,
    "\n  mutation UpdateAsset($input: UpdateAssetInput!, $key: String!) {\n    updateAsset(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UpdateAssetDocument,
    "\n  mutation DeleteAsset($input: DeleteInput!) {\n    deleteAsset(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DeleteAssetDocument,
    "\n  fragment FileRefusal on Refusal {\n    code\n    message\n  }\n": typeof types.FileRefusalFragmentDoc,
    "\n  fragment AssetCard on Asset {\n    id\n    url\n    name\n    title\n    type\n    mediaType\n    sizeBytes\n    width\n    height\n    isAnimated\n    alt\n    caption\n    credit\n    expiresAt\n    thumbnails: renditions(crop: FOUR_BY_THREE) {\n      url\n      width\n    }\n  }\n": typeof types.AssetCardFragmentDoc,
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
    "\n  query FindReferences($search: String) {\n    found: allReferences(search: $search, first: 20) {\n      nodes { reference { id title url } }\n    }\n  }\n": typeof types.FindReferencesDocument,
    "\n  query PublishDesk($id: ID!, $revision: Int) {\n    draft(id: $id) {\n      id\n      version\n      status\n      review\n      reviewNote\n      title\n      firstPublishedAt\n      embargoUntil\n      hasUnpublishedChanges\n      updatedAt\n      owner {\n        id\n        name\n      }\n      assignee {\n        id\n        name\n      }\n      article {\n        url\n        publishedAt\n        canonical {\n          id\n          title\n        }\n        corrections {\n          note\n          correctedAt\n        }\n        copies(first: 10) {\n          totalCount\n          nodes {\n            id\n            title\n            publishedAt\n            source {\n              name\n            }\n          }\n        }\n      }\n      head {\n        number\n        actor\n        publishedAt\n        source {\n          id\n          name\n        }\n        category {\n          id\n          name\n          breadcrumb {\n            id\n            name\n          }\n        }\n        credits {\n          author {\n            id\n            name\n          }\n        }\n        tags {\n          id\n          name\n        }\n        relations {\n          position\n          target {\n            id\n            title\n          }\n        }\n      }\n      live {\n        number\n        actor\n        createdAt\n      }\n      publications {\n        liveFrom\n        liveUntil\n      }\n      revisions(first: 30) {\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isLive\n        }\n      }\n      schedules {\n        id\n        act\n        dueAt\n        actor\n        isNewest\n        revision {\n          number\n        }\n      }\n      lock {\n        user {\n          id\n          name\n        }\n        heldSince\n      }\n      previewLinks {\n        id\n        revision\n        createdAt\n        expiresAt\n        revokedAt\n        user {\n          name\n        }\n      }\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n          updatedAt\n          source {\n            name\n          }\n        }\n      }\n    }\n    publishPlan(id: $id, revision: $revision) {\n      revision\n      url\n      formerUrl\n      event\n      canPublish\n      lists {\n        tag\n        change\n      }\n      findings {\n        code\n        field\n        message\n        blocks\n      }\n    }\n  }\n": typeof types.PublishDeskDocument,
    "\n  query DraftVersion($id: ID!) {\n    draft(id: $id) {\n      title\n      version\n    }\n  }\n": typeof types.DraftVersionDocument,
    "\n  query NamesOfNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ... on Article {\n        title\n      }\n      ... on Author {\n        name\n      }\n      ... on Category {\n        name\n      }\n      ... on Collection {\n        title\n      }\n      ... on Source {\n        name\n      }\n      ... on Tag {\n        name\n      }\n    }\n  }\n": typeof types.NamesOfNodesDocument,
    "\n  mutation PublishNow($input: ArticleInput!, $revision: Int, $key: String!) {\n    done: publishArticle(input: $input, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PublishNowDocument,
    "\n  mutation CorrectNow($input: ArticleInput!, $note: String!, $revision: Int, $key: String!) {\n    done: correctArticle(input: $input, note: $note, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CorrectNowDocument,
    "\n  mutation Unpublish($input: ArticleInput!, $key: String!) {\n    done: unpublishArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UnpublishDocument,
    "\n  mutation TakeDown($input: ArticleInput!, $reason: String!, $key: String!) {\n    done: takeDownArticle(input: $input, reason: $reason, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TakeDownDocument,
    "\n  mutation Reinstate($input: ArticleInput!, $key: String!) {\n    done: reinstateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ReinstateDocument,
    "\n  mutation LeaveTrash($input: ArticleInput!, $key: String!) {\n    done: restoreArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.LeaveTrashDocument,
    "\n  mutation PlanAct($input: ArticleInput!, $act: ScheduleAct!, $at: DateTime!, $revision: Int, $key: String!) {\n    done: scheduleArticle(input: $input, act: $act, at: $at, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PlanActDocument,
    "\n  mutation CancelPlan($input: ArticleInput!, $act: ScheduleAct!, $key: String!) {\n    done: cancelSchedule(input: $input, act: $act, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelPlanDocument,
    "\n  mutation SetEmbargo($input: ArticleInput!, $until: DateTime, $key: String!) {\n    done: setEmbargo(input: $input, until: $until, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SetEmbargoDocument,
    "\n  mutation Submit($input: ArticleInput!, $key: String!) {\n    done: submitArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SubmitDocument,
    "\n  mutation RequestChanges($input: ArticleInput!, $note: String!, $key: String!) {\n    done: requestChanges(input: $input, note: $note, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RequestChangesDocument,
    "\n  mutation Assign($input: ArticleInput!, $userId: ID, $key: String!) {\n    done: assignArticle(input: $input, userId: $userId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.AssignDocument,
    "\n  mutation TakeLock($id: ID!, $key: String!) {\n    done: lockArticle(id: $id, takeOver: true, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TakeLockDocument,
    "\n  mutation GiveUpLock($id: ID!, $key: String!) {\n    done: unlockArticle(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.GiveUpLockDocument,
    "\n  mutation MakePreview($input: CreatePreviewLinkInput!, $key: String!) {\n    done: createPreviewLink(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreatePreviewLinkPayload {\n        secret\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MakePreviewDocument,
    "\n  mutation RevokePreview($id: ID!, $key: String!) {\n    done: revokePreviewLink(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RevokePreviewDocument,
    "\n  mutation ChooseLead($id: ID!, $key: String!) {\n    done: chooseLead(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ChooseLeadDocument,
    "\n  mutation MarkCopy($id: ID!, $otherId: ID!, $key: String!) {\n    done: markCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MarkCopyDocument,
    "\n  mutation DismissCopy($id: ID!, $otherId: ID!, $key: String!) {\n    done: dismissCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DismissCopyDocument,
    "\n  mutation ForgetVerdict($id: ID!, $otherId: ID!, $key: String!) {\n    done: forgetCopyVerdict(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ForgetVerdictDocument,
    "\n  query History($id: ID!, $after: String) {\n    draft(id: $id) {\n      id\n      version\n      status\n      publications {\n        liveFrom\n        liveUntil\n        note\n        revision {\n          number\n        }\n      }\n      schedules(state: null) {\n        id\n        act\n        state\n        dueAt\n        endedAt\n        actor\n        outcome\n        revision {\n          number\n        }\n      }\n      head {\n        number\n      }\n      revisions(first: 30, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isAutosave\n          isLive\n          title\n          wordCount\n        }\n      }\n    }\n  }\n": typeof types.HistoryDocument,
    "\n  query CompareRevisions($id: ID!, $from: Int!, $to: Int) {\n    revisionChanges(id: $id, from: $from, to: $to) {\n      __typename\n      field\n      ... on ValueChange {\n        old\n        new\n      }\n      ... on ListDifference {\n        items {\n          kind\n          label\n          old\n          new\n          oldPosition\n          newPosition\n        }\n      }\n      ... on BodyDifference {\n        paragraphs {\n          kind\n          isMoved\n          spans {\n            kind\n            text\n          }\n          old {\n            position\n            type\n            level\n            html\n          }\n          new {\n            position\n            type\n            level\n            html\n          }\n        }\n      }\n    }\n  }\n": typeof types.CompareRevisionsDocument,
    "\n  mutation NameRevision($id: ID!, $number: Int!, $name: String!, $key: String!) {\n    done: nameRevision(id: $id, number: $number, name: $name, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.NameRevisionDocument,
    "\n  mutation RestoreRevision($input: ArticleInput!, $number: Int!, $key: String!) {\n    done: restoreRevision(input: $input, number: $number, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RestoreRevisionDocument,
};
const documents: Documents = {
    "\n  query WhoAmI {\n    viewer {\n      id\n      name\n      email\n      role\n      permissions\n    }\n    signInProvider {\n      label\n      url\n    }\n    site {\n      timeZone\n    }\n  }\n": types.WhoAmIDocument,
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
    "\n  query SiteSaid {\n    site { name tagline url language timeZone version }\n  }\n": types.SiteSaidDocument,
    "\n  mutation UpdateSite($input: UpdateSiteInput!, $key: String!) {\n    made: updateSite(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n": types.UpdateSiteDocument,
    "\n  fragment EditedDraft on Draft {\n    id\n    version\n    status\n    slug\n    updatedAt\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      number\n      title\n      slug\n      subtitle\n      html\n      excerpt\n      typedExcerpt\n      byline\n      language\n      publishedAt\n      canonicalUrl\n      urgency\n      creditLine\n      licence\n      image {\n        id\n        url\n        alt\n      }\n      imageCaption\n      source {\n        id\n        name\n      }\n      category {\n        id\n        name\n      }\n      credits {\n        name\n        role\n        author {\n          id\n          name\n        }\n      }\n      relations {\n        kind\n        target {\n          id\n          title\n        }\n        reference {\n          id\n          title\n        }\n      }\n      tags {\n        id\n        name\n      }\n    }\n  }\n": types.EditedDraftFragmentDoc,
    "\n  query DraftToEdit($id: ID!) {\n    draft(id: $id) {\n      ...EditedDraft\n    }\n    site {\n      name\n      url\n    }\n  }\n": types.DraftToEditDocument,
    "\n  mutation SaveDraft($input: UpdateArticleInput!, $key: String!) {\n    saved: updateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on UpdateArticlePayload {\n        mergedFields\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on VersionConflict {\n        fields\n        currentVersion\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.SaveDraftDocument,
    "\n  mutation MakeDraft($input: CreateArticleInput!, $key: String!) {\n    saved: createArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.MakeDraftDocument,
    "\n  fragment SavedDraft on Draft {\n    id\n    version\n    slug\n    status\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      excerpt\n    }\n  }\n": types.SavedDraftFragmentDoc,
    "\n  query LookAlikes($id: ID!) {\n    draft(id: $id) {\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n        }\n      }\n    }\n  }\n": types.LookAlikesDocument,
    "\n  query LinkSuggestions($id: ID!) {\n    draft(id: $id) {\n      relatedSuggestions(first: 8) {\n        score\n        reason\n        article {\n          id\n          title\n        }\n      }\n    }\n  }\n": types.LinkSuggestionsDocument,
    "\n  mutation MakeReference($input: CreateReferenceInput!, $key: String!) {\n    made: createReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on ReferencePayload {\n        reference {\n          id\n          title\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.MakeReferenceDocument,
    "\n  mutation MakeTag($input: CreateTagInput!, $key: String!) {\n    made: createTag(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on TagPayload {\n        tag {\n          id\n          name\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.MakeTagDocument,
    "\n  query CategoryChoices($after: String) {\n    allCategories(first: 100, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        position\n        category {\n          id\n          name\n          path\n          depth\n          parent {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.CategoryChoicesDocument,
    "\n  query PictureShown($id: ID!) {\n    asset(id: $id) {\n      id\n      url\n      alt\n      caption\n    }\n  }\n": types.PictureShownDocument,
    "\n  mutation AnnouncePresence($id: ID!, $isEditing: Boolean!) {\n    announced: announcePresence(id: $id, isEditing: $isEditing) {\n      ... on DraftPayload {\n        draft {\n          version\n          presence {\n            isEditing\n            since\n            user {\n              id\n              name\n            }\n          }\n          lock {\n            user {\n              id\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n": types.AnnouncePresenceDocument,
    "\n  mutation WithdrawPresence($id: ID!) {\n    withdrawPresence(id: $id) {\n      __typename\n    }\n  }\n": types.WithdrawPresenceDocument,
    "\n  mutation HoldLock($id: ID!, $takeOver: Boolean!) {\n    held: lockArticle(id: $id, takeOver: $takeOver) {\n      __typename\n    }\n  }\n": types.HoldLockDocument,
    "\n  mutation ReleaseLock($id: ID!) {\n    released: unlockArticle(id: $id) {\n      __typename\n    }\n  }\n": types.ReleaseLockDocument,
    "\n  query DraftTranslations($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      translationOf {\n        id\n      }\n      translations {\n        id\n        version\n        title\n        status\n        translationOf {\n          id\n        }\n        head {\n          language\n        }\n      }\n    }\n  }\n": types.DraftTranslationsDocument,
    "\n  query DraftToLink($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      translationOf {\n        id\n      }\n      head {\n        language\n      }\n    }\n  }\n": types.DraftToLinkDocument,
    "\n  mutation TranslateArticle($id: ID!, $language: String!, $key: String!) {\n    made: translateArticle(id: $id, language: $language, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": types.TranslateArticleDocument,
    "\n  mutation LinkTranslation($input: UpdateArticleInput!, $key: String!) {\n    saved: updateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.LinkTranslationDocument,
    "\n  mutation ImportPage($input: ImportArticleInput!) {\n    done: importArticle(input: $input) {\n      __typename\n      ... on ImportArticlePayload {\n        isNew\n        notes\n        draft {\n          id\n          title\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.ImportPageDocument,
    "\n  query EvidenceOf($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      status\n      suggestions\n      evidence {\n        field\n        origin\n        text\n        confidence\n        isSuggestion\n        value\n      }\n      head {\n        title\n        subtitle\n        publishedAt\n        canonicalUrl\n        typedExcerpt\n        byline\n        language\n        urgency\n        licence\n        creditLine\n        wordCount\n        source {\n          name\n        }\n        category {\n          breadcrumb {\n            name\n          }\n        }\n        credits {\n          name\n          role\n        }\n        tags {\n          name\n        }\n        relations {\n          reference {\n            title\n          }\n          target {\n            title\n          }\n        }\n      }\n    }\n  }\n": types.EvidenceOfDocument,
    "\n  mutation ConfirmSuggestion($input: SuggestionInput!, $key: String!) {\n    done: confirmSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.ConfirmSuggestionDocument,
    "\n  mutation DismissSuggestion($input: SuggestionInput!, $key: String!) {\n    done: dismissSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.DismissSuggestionDocument,
    "\n  query AssetList($first: Int!, $after: String, $where: AssetWhere, $orderBy: AssetOrder!, $search: String) {\n    assets(first: $first, after: $after, where: $where, orderBy: $orderBy, search: $search) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...AssetCard\n      }\n    }\n  }\n": types.AssetListDocument,
    "\n  query AssetDetails($id: ID!) {\n    asset(id: $id) {\n      ...AssetCard\n      rights\n      focalX\n      focalY\n      createdAt\n      version\n      uploader {\n        id\n        name\n      }\n      useCount\n      usedBy {\n        id\n        title\n        status\n      }\n      sizes: renditions {\n        url\n        width\n      }\n    }\n  }\n": types.AssetDetailsDocument,
    "\n  mutation UploadAsset($file: Upload!) {\n    uploadAsset(file: $file) {\n      __typename\n      ... on UploadAssetPayload {\n        isNew\n        asset {\n          ...AssetCard\n        }\n      }\n      ...FileRefusal\n    }\n  }\n": types.UploadAssetDocument,
    "\n  mutation ReplaceAsset($id: ID!, $expectedVersion: Int!, $file: Upload!) {\n    replaceAsset(id: $id, expectedVersion: $expectedVersion, file: $file) {\n      __typename\n      ...FileRefusal\n    }\n  }\n": types.ReplaceAssetDocument,
    "\n  mutation UpdateAsset($input: UpdateAssetInput!, $key: String!) {\n    updateAsset(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.UpdateAssetDocument,
    "\n  mutation DeleteAsset($input: DeleteInput!) {\n    deleteAsset(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.DeleteAssetDocument,
    "\n  fragment FileRefusal on Refusal {\n    code\n    message\n  }\n": types.FileRefusalFragmentDoc,
    "\n  fragment AssetCard on Asset {\n    id\n    url\n    name\n    title\n    type\n    mediaType\n    sizeBytes\n    width\n    height\n    isAnimated\n    alt\n    caption\n    credit\n    expiresAt\n    thumbnails: renditions(crop: FOUR_BY_THREE) {\n      url\n      width\n    }\n  }\n": types.AssetCardFragmentDoc,
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
    "\n  query FindReferences($search: String) {\n    found: allReferences(search: $search, first: 20) {\n      nodes { reference { id title url } }\n    }\n  }\n": types.FindReferencesDocument,
    "\n  query PublishDesk($id: ID!, $revision: Int) {\n    draft(id: $id) {\n      id\n      version\n      status\n      review\n      reviewNote\n      title\n      firstPublishedAt\n      embargoUntil\n      hasUnpublishedChanges\n      updatedAt\n      owner {\n        id\n        name\n      }\n      assignee {\n        id\n        name\n      }\n      article {\n        url\n        publishedAt\n        canonical {\n          id\n          title\n        }\n        corrections {\n          note\n          correctedAt\n        }\n        copies(first: 10) {\n          totalCount\n          nodes {\n            id\n            title\n            publishedAt\n            source {\n              name\n            }\n          }\n        }\n      }\n      head {\n        number\n        actor\n        publishedAt\n        source {\n          id\n          name\n        }\n        category {\n          id\n          name\n          breadcrumb {\n            id\n            name\n          }\n        }\n        credits {\n          author {\n            id\n            name\n          }\n        }\n        tags {\n          id\n          name\n        }\n        relations {\n          position\n          target {\n            id\n            title\n          }\n        }\n      }\n      live {\n        number\n        actor\n        createdAt\n      }\n      publications {\n        liveFrom\n        liveUntil\n      }\n      revisions(first: 30) {\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isLive\n        }\n      }\n      schedules {\n        id\n        act\n        dueAt\n        actor\n        isNewest\n        revision {\n          number\n        }\n      }\n      lock {\n        user {\n          id\n          name\n        }\n        heldSince\n      }\n      previewLinks {\n        id\n        revision\n        createdAt\n        expiresAt\n        revokedAt\n        user {\n          name\n        }\n      }\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n          updatedAt\n          source {\n            name\n          }\n        }\n      }\n    }\n    publishPlan(id: $id, revision: $revision) {\n      revision\n      url\n      formerUrl\n      event\n      canPublish\n      lists {\n        tag\n        change\n      }\n      findings {\n        code\n        field\n        message\n        blocks\n      }\n    }\n  }\n": types.PublishDeskDocument,
    "\n  query DraftVersion($id: ID!) {\n    draft(id: $id) {\n      title\n      version\n    }\n  }\n": types.DraftVersionDocument,
    "\n  query NamesOfNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ... on Article {\n        title\n      }\n      ... on Author {\n        name\n      }\n      ... on Category {\n        name\n      }\n      ... on Collection {\n        title\n      }\n      ... on Source {\n        name\n      }\n      ... on Tag {\n        name\n      }\n    }\n  }\n": types.NamesOfNodesDocument,
    "\n  mutation PublishNow($input: ArticleInput!, $revision: Int, $key: String!) {\n    done: publishArticle(input: $input, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.PublishNowDocument,
    "\n  mutation CorrectNow($input: ArticleInput!, $note: String!, $revision: Int, $key: String!) {\n    done: correctArticle(input: $input, note: $note, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.CorrectNowDocument,
    "\n  mutation Unpublish($input: ArticleInput!, $key: String!) {\n    done: unpublishArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.UnpublishDocument,
    "\n  mutation TakeDown($input: ArticleInput!, $reason: String!, $key: String!) {\n    done: takeDownArticle(input: $input, reason: $reason, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.TakeDownDocument,
    "\n  mutation Reinstate($input: ArticleInput!, $key: String!) {\n    done: reinstateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.ReinstateDocument,
    "\n  mutation LeaveTrash($input: ArticleInput!, $key: String!) {\n    done: restoreArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.LeaveTrashDocument,
    "\n  mutation PlanAct($input: ArticleInput!, $act: ScheduleAct!, $at: DateTime!, $revision: Int, $key: String!) {\n    done: scheduleArticle(input: $input, act: $act, at: $at, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.PlanActDocument,
    "\n  mutation CancelPlan($input: ArticleInput!, $act: ScheduleAct!, $key: String!) {\n    done: cancelSchedule(input: $input, act: $act, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.CancelPlanDocument,
    "\n  mutation SetEmbargo($input: ArticleInput!, $until: DateTime, $key: String!) {\n    done: setEmbargo(input: $input, until: $until, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.SetEmbargoDocument,
    "\n  mutation Submit($input: ArticleInput!, $key: String!) {\n    done: submitArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.SubmitDocument,
    "\n  mutation RequestChanges($input: ArticleInput!, $note: String!, $key: String!) {\n    done: requestChanges(input: $input, note: $note, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.RequestChangesDocument,
    "\n  mutation Assign($input: ArticleInput!, $userId: ID, $key: String!) {\n    done: assignArticle(input: $input, userId: $userId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.AssignDocument,
    "\n  mutation TakeLock($id: ID!, $key: String!) {\n    done: lockArticle(id: $id, takeOver: true, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.TakeLockDocument,
    "\n  mutation GiveUpLock($id: ID!, $key: String!) {\n    done: unlockArticle(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.GiveUpLockDocument,
    "\n  mutation MakePreview($input: CreatePreviewLinkInput!, $key: String!) {\n    done: createPreviewLink(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreatePreviewLinkPayload {\n        secret\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.MakePreviewDocument,
    "\n  mutation RevokePreview($id: ID!, $key: String!) {\n    done: revokePreviewLink(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.RevokePreviewDocument,
    "\n  mutation ChooseLead($id: ID!, $key: String!) {\n    done: chooseLead(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.ChooseLeadDocument,
    "\n  mutation MarkCopy($id: ID!, $otherId: ID!, $key: String!) {\n    done: markCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.MarkCopyDocument,
    "\n  mutation DismissCopy($id: ID!, $otherId: ID!, $key: String!) {\n    done: dismissCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.DismissCopyDocument,
    "\n  mutation ForgetVerdict($id: ID!, $otherId: ID!, $key: String!) {\n    done: forgetCopyVerdict(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.ForgetVerdictDocument,
    "\n  query History($id: ID!, $after: String) {\n    draft(id: $id) {\n      id\n      version\n      status\n      publications {\n        liveFrom\n        liveUntil\n        note\n        revision {\n          number\n        }\n      }\n      schedules(state: null) {\n        id\n        act\n        state\n        dueAt\n        endedAt\n        actor\n        outcome\n        revision {\n          number\n        }\n      }\n      head {\n        number\n      }\n      revisions(first: 30, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isAutosave\n          isLive\n          title\n          wordCount\n        }\n      }\n    }\n  }\n": types.HistoryDocument,
    "\n  query CompareRevisions($id: ID!, $from: Int!, $to: Int) {\n    revisionChanges(id: $id, from: $from, to: $to) {\n      __typename\n      field\n      ... on ValueChange {\n        old\n        new\n      }\n      ... on ListDifference {\n        items {\n          kind\n          label\n          old\n          new\n          oldPosition\n          newPosition\n        }\n      }\n      ... on BodyDifference {\n        paragraphs {\n          kind\n          isMoved\n          spans {\n            kind\n            text\n          }\n          old {\n            position\n            type\n            level\n            html\n          }\n          new {\n            position\n            type\n            level\n            html\n          }\n        }\n      }\n    }\n  }\n": types.CompareRevisionsDocument,
    "\n  mutation NameRevision($id: ID!, $number: Int!, $name: String!, $key: String!) {\n    done: nameRevision(id: $id, number: $number, name: $name, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.NameRevisionDocument,
    "\n  mutation RestoreRevision($input: ArticleInput!, $number: Int!, $key: String!) {\n    done: restoreRevision(input: $input, number: $number, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.RestoreRevisionDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoAmI {\n    viewer {\n      id\n      name\n      email\n      role\n      permissions\n    }\n    signInProvider {\n      label\n      url\n    }\n    site {\n      timeZone\n    }\n  }\n"): typeof import('./graphql').WhoAmIDocument;
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
export function graphql(source: "\n  query SiteSaid {\n    site { name tagline url language timeZone version }\n  }\n"): typeof import('./graphql').SiteSaidDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSite($input: UpdateSiteInput!, $key: String!) {\n    made: updateSite(input: $input, idempotencyKey: $key) { __typename ...Refused }\n  }\n"): typeof import('./graphql').UpdateSiteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EditedDraft on Draft {\n    id\n    version\n    status\n    slug\n    updatedAt\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      number\n      title\n      slug\n      subtitle\n      html\n      excerpt\n      typedExcerpt\n      byline\n      language\n      publishedAt\n      canonicalUrl\n      urgency\n      creditLine\n      licence\n      image {\n        id\n        url\n        alt\n      }\n      imageCaption\n      source {\n        id\n        name\n      }\n      category {\n        id\n        name\n      }\n      credits {\n        name\n        role\n        author {\n          id\n          name\n        }\n      }\n      relations {\n        kind\n        target {\n          id\n          title\n        }\n        reference {\n          id\n          title\n        }\n      }\n      tags {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').EditedDraftFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftToEdit($id: ID!) {\n    draft(id: $id) {\n      ...EditedDraft\n    }\n    site {\n      name\n      url\n    }\n  }\n"): typeof import('./graphql').DraftToEditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveDraft($input: UpdateArticleInput!, $key: String!) {\n    saved: updateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on UpdateArticlePayload {\n        mergedFields\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on VersionConflict {\n        fields\n        currentVersion\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SaveDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeDraft($input: CreateArticleInput!, $key: String!) {\n    saved: createArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').MakeDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SavedDraft on Draft {\n    id\n    version\n    slug\n    status\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      excerpt\n    }\n  }\n"): typeof import('./graphql').SavedDraftFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LookAlikes($id: ID!) {\n    draft(id: $id) {\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').LookAlikesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LinkSuggestions($id: ID!) {\n    draft(id: $id) {\n      relatedSuggestions(first: 8) {\n        score\n        reason\n        article {\n          id\n          title\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').LinkSuggestionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeReference($input: CreateReferenceInput!, $key: String!) {\n    made: createReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on ReferencePayload {\n        reference {\n          id\n          title\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').MakeReferenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeTag($input: CreateTagInput!, $key: String!) {\n    made: createTag(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on TagPayload {\n        tag {\n          id\n          name\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').MakeTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CategoryChoices($after: String) {\n    allCategories(first: 100, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        position\n        category {\n          id\n          name\n          path\n          depth\n          parent {\n            id\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').CategoryChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PictureShown($id: ID!) {\n    asset(id: $id) {\n      id\n      url\n      alt\n      caption\n    }\n  }\n"): typeof import('./graphql').PictureShownDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnnouncePresence($id: ID!, $isEditing: Boolean!) {\n    announced: announcePresence(id: $id, isEditing: $isEditing) {\n      ... on DraftPayload {\n        draft {\n          version\n          presence {\n            isEditing\n            since\n            user {\n              id\n              name\n            }\n          }\n          lock {\n            user {\n              id\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').AnnouncePresenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawPresence($id: ID!) {\n    withdrawPresence(id: $id) {\n      __typename\n    }\n  }\n"): typeof import('./graphql').WithdrawPresenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HoldLock($id: ID!, $takeOver: Boolean!) {\n    held: lockArticle(id: $id, takeOver: $takeOver) {\n      __typename\n    }\n  }\n"): typeof import('./graphql').HoldLockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseLock($id: ID!) {\n    released: unlockArticle(id: $id) {\n      __typename\n    }\n  }\n"): typeof import('./graphql').ReleaseLockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftTranslations($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      translationOf {\n        id\n      }\n      translations {\n        id\n        version\n        title\n        status\n        translationOf {\n          id\n        }\n        head {\n          language\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').DraftTranslationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftToLink($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      translationOf {\n        id\n      }\n      head {\n        language\n      }\n    }\n  }\n"): typeof import('./graphql').DraftToLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TranslateArticle($id: ID!, $language: String!, $key: String!) {\n    made: translateArticle(id: $id, language: $language, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').TranslateArticleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkTranslation($input: UpdateArticleInput!, $key: String!) {\n    saved: updateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').LinkTranslationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportPage($input: ImportArticleInput!) {\n    done: importArticle(input: $input) {\n      __typename\n      ... on ImportArticlePayload {\n        isNew\n        notes\n        draft {\n          id\n          title\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ImportPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EvidenceOf($id: ID!) {\n    draft(id: $id) {\n      id\n      version\n      status\n      suggestions\n      evidence {\n        field\n        origin\n        text\n        confidence\n        isSuggestion\n        value\n      }\n      head {\n        title\n        subtitle\n        publishedAt\n        canonicalUrl\n        typedExcerpt\n        byline\n        language\n        urgency\n        licence\n        creditLine\n        wordCount\n        source {\n          name\n        }\n        category {\n          breadcrumb {\n            name\n          }\n        }\n        credits {\n          name\n          role\n        }\n        tags {\n          name\n        }\n        relations {\n          reference {\n            title\n          }\n          target {\n            title\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').EvidenceOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSuggestion($input: SuggestionInput!, $key: String!) {\n    done: confirmSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmSuggestionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissSuggestion($input: SuggestionInput!, $key: String!) {\n    done: dismissSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DismissSuggestionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AssetList($first: Int!, $after: String, $where: AssetWhere, $orderBy: AssetOrder!, $search: String) {\n    assets(first: $first, after: $after, where: $where, orderBy: $orderBy, search: $search) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...AssetCard\n      }\n    }\n  }\n"): typeof import('./graphql').AssetListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AssetDetails($id: ID!) {\n    asset(id: $id) {\n      ...AssetCard\n      rights\n      focalX\n      focalY\n      createdAt\n      version\n      uploader {\n        id\n        name\n      }\n      useCount\n      usedBy {\n        id\n        title\n        status\n      }\n      sizes: renditions {\n        url\n        width\n      }\n    }\n  }\n"): typeof import('./graphql').AssetDetailsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UploadAsset($file: Upload!) {\n    uploadAsset(file: $file) {\n      __typename\n      ... on UploadAssetPayload {\n        isNew\n        asset {\n          ...AssetCard\n        }\n      }\n      ...FileRefusal\n    }\n  }\n"): typeof import('./graphql').UploadAssetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplaceAsset($id: ID!, $expectedVersion: Int!, $file: Upload!) {\n    replaceAsset(id: $id, expectedVersion: $expectedVersion, file: $file) {\n      __typename\n      ...FileRefusal\n    }\n  }\n"): typeof import('./graphql').ReplaceAssetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAsset($input: UpdateAssetInput!, $key: String!) {\n    updateAsset(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateAssetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAsset($input: DeleteInput!) {\n    deleteAsset(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteAssetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FileRefusal on Refusal {\n    code\n    message\n  }\n"): typeof import('./graphql').FileRefusalFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AssetCard on Asset {\n    id\n    url\n    name\n    title\n    type\n    mediaType\n    sizeBytes\n    width\n    height\n    isAnimated\n    alt\n    caption\n    credit\n    expiresAt\n    thumbnails: renditions(crop: FOUR_BY_THREE) {\n      url\n      width\n    }\n  }\n"): typeof import('./graphql').AssetCardFragmentDoc;
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindReferences($search: String) {\n    found: allReferences(search: $search, first: 20) {\n      nodes { reference { id title url } }\n    }\n  }\n"): typeof import('./graphql').FindReferencesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PublishDesk($id: ID!, $revision: Int) {\n    draft(id: $id) {\n      id\n      version\n      status\n      review\n      reviewNote\n      title\n      firstPublishedAt\n      embargoUntil\n      hasUnpublishedChanges\n      updatedAt\n      owner {\n        id\n        name\n      }\n      assignee {\n        id\n        name\n      }\n      article {\n        url\n        publishedAt\n        canonical {\n          id\n          title\n        }\n        corrections {\n          note\n          correctedAt\n        }\n        copies(first: 10) {\n          totalCount\n          nodes {\n            id\n            title\n            publishedAt\n            source {\n              name\n            }\n          }\n        }\n      }\n      head {\n        number\n        actor\n        publishedAt\n        source {\n          id\n          name\n        }\n        category {\n          id\n          name\n          breadcrumb {\n            id\n            name\n          }\n        }\n        credits {\n          author {\n            id\n            name\n          }\n        }\n        tags {\n          id\n          name\n        }\n        relations {\n          position\n          target {\n            id\n            title\n          }\n        }\n      }\n      live {\n        number\n        actor\n        createdAt\n      }\n      publications {\n        liveFrom\n        liveUntil\n      }\n      revisions(first: 30) {\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isLive\n        }\n      }\n      schedules {\n        id\n        act\n        dueAt\n        actor\n        isNewest\n        revision {\n          number\n        }\n      }\n      lock {\n        user {\n          id\n          name\n        }\n        heldSince\n      }\n      previewLinks {\n        id\n        revision\n        createdAt\n        expiresAt\n        revokedAt\n        user {\n          name\n        }\n      }\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n          updatedAt\n          source {\n            name\n          }\n        }\n      }\n    }\n    publishPlan(id: $id, revision: $revision) {\n      revision\n      url\n      formerUrl\n      event\n      canPublish\n      lists {\n        tag\n        change\n      }\n      findings {\n        code\n        field\n        message\n        blocks\n      }\n    }\n  }\n"): typeof import('./graphql').PublishDeskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftVersion($id: ID!) {\n    draft(id: $id) {\n      title\n      version\n    }\n  }\n"): typeof import('./graphql').DraftVersionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NamesOfNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ... on Article {\n        title\n      }\n      ... on Author {\n        name\n      }\n      ... on Category {\n        name\n      }\n      ... on Collection {\n        title\n      }\n      ... on Source {\n        name\n      }\n      ... on Tag {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').NamesOfNodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishNow($input: ArticleInput!, $revision: Int, $key: String!) {\n    done: publishArticle(input: $input, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').PublishNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectNow($input: ArticleInput!, $note: String!, $revision: Int, $key: String!) {\n    done: correctArticle(input: $input, note: $note, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').CorrectNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Unpublish($input: ArticleInput!, $key: String!) {\n    done: unpublishArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UnpublishDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeDown($input: ArticleInput!, $reason: String!, $key: String!) {\n    done: takeDownArticle(input: $input, reason: $reason, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').TakeDownDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Reinstate($input: ArticleInput!, $key: String!) {\n    done: reinstateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ReinstateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveTrash($input: ArticleInput!, $key: String!) {\n    done: restoreArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').LeaveTrashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanAct($input: ArticleInput!, $act: ScheduleAct!, $at: DateTime!, $revision: Int, $key: String!) {\n    done: scheduleArticle(input: $input, act: $act, at: $at, revision: $revision, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').PlanActDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelPlan($input: ArticleInput!, $act: ScheduleAct!, $key: String!) {\n    done: cancelSchedule(input: $input, act: $act, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').CancelPlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetEmbargo($input: ArticleInput!, $until: DateTime, $key: String!) {\n    done: setEmbargo(input: $input, until: $until, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SetEmbargoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Submit($input: ArticleInput!, $key: String!) {\n    done: submitArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SubmitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestChanges($input: ArticleInput!, $note: String!, $key: String!) {\n    done: requestChanges(input: $input, note: $note, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RequestChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Assign($input: ArticleInput!, $userId: ID, $key: String!) {\n    done: assignArticle(input: $input, userId: $userId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').AssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeLock($id: ID!, $key: String!) {\n    done: lockArticle(id: $id, takeOver: true, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').TakeLockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveUpLock($id: ID!, $key: String!) {\n    done: unlockArticle(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').GiveUpLockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakePreview($input: CreatePreviewLinkInput!, $key: String!) {\n    done: createPreviewLink(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreatePreviewLinkPayload {\n        secret\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').MakePreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokePreview($id: ID!, $key: String!) {\n    done: revokePreviewLink(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RevokePreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseLead($id: ID!, $key: String!) {\n    done: chooseLead(id: $id, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ChooseLeadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkCopy($id: ID!, $otherId: ID!, $key: String!) {\n    done: markCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').MarkCopyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissCopy($id: ID!, $otherId: ID!, $key: String!) {\n    done: dismissCopy(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DismissCopyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForgetVerdict($id: ID!, $otherId: ID!, $key: String!) {\n    done: forgetCopyVerdict(id: $id, otherId: $otherId, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ForgetVerdictDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query History($id: ID!, $after: String) {\n    draft(id: $id) {\n      id\n      version\n      status\n      publications {\n        liveFrom\n        liveUntil\n        note\n        revision {\n          number\n        }\n      }\n      schedules(state: null) {\n        id\n        act\n        state\n        dueAt\n        endedAt\n        actor\n        outcome\n        revision {\n          number\n        }\n      }\n      head {\n        number\n      }\n      revisions(first: 30, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isAutosave\n          isLive\n          title\n          wordCount\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').HistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompareRevisions($id: ID!, $from: Int!, $to: Int) {\n    revisionChanges(id: $id, from: $from, to: $to) {\n      __typename\n      field\n      ... on ValueChange {\n        old\n        new\n      }\n      ... on ListDifference {\n        items {\n          kind\n          label\n          old\n          new\n          oldPosition\n          newPosition\n        }\n      }\n      ... on BodyDifference {\n        paragraphs {\n          kind\n          isMoved\n          spans {\n            kind\n            text\n          }\n          old {\n            position\n            type\n            level\n            html\n          }\n          new {\n            position\n            type\n            level\n            html\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').CompareRevisionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NameRevision($id: ID!, $number: Int!, $name: String!, $key: String!) {\n    done: nameRevision(id: $id, number: $number, name: $name, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').NameRevisionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreRevision($input: ArticleInput!, $number: Int!, $key: String!) {\n    done: restoreRevision(input: $input, number: $number, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RestoreRevisionDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
