import { graphql } from '../gql'

// What collections, the tree of categories, the hot lists, the calendar and the site's own page ask.

export const CollectionList = graphql(`
  query CollectionList($after: String) {
    page: collections(first: 100, after: $after) {
      nodes { id version slug title description tail }
      pageInfo { hasNextPage endCursor }
    }
  }
`)
export const PlacedList = graphql(`
  query PlacedList($id: ID!, $after: String) {
    collection(id: $id) { version items(first: 100) { ... on Article { id title } ... on Reference { id title } } }
    placedItems(collectionId: $id, first: 100, after: $after) {
      nodes { position isPublic draft { id title status category { name } } reference { id title url } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)
export const CreateCollection = graphql(`
  mutation CreateCollection($input: CreateCollectionInput!, $key: String!) {
    made: createCollection(input: $input, idempotencyKey: $key) {
      __typename
      ...Refused
      ... on CollectionPayload { collection { id } }
    }
  }
`)
export const UpdateCollection = graphql(`
  mutation UpdateCollection($input: UpdateCollectionInput!, $key: String!) {
    made: updateCollection(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const DeleteCollection = graphql(`
  mutation DeleteCollection($input: DeleteInput!, $key: String!) {
    made: deleteCollection(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const PinItem = graphql(`
  mutation PinItem($input: PlaceItemInput!, $key: String!) {
    made: pinItem(input: $input, idempotencyKey: $key) {
      __typename
      ...Refused
      ... on CollectionPayload { collection { version } }
    }
  }
`)
export const MoveItem = graphql(`
  mutation MoveItem($input: PlaceItemInput!, $key: String!) {
    made: moveItem(input: $input, idempotencyKey: $key) {
      __typename
      ...Refused
      ... on CollectionPayload { collection { version } }
    }
  }
`)
export const UnpinItem = graphql(`
  mutation UnpinItem($input: UnpinItemInput!, $key: String!) {
    made: unpinItem(input: $input, idempotencyKey: $key) {
      __typename
      ...Refused
      ... on CollectionPayload { collection { version } }
    }
  }
`)

export const CategoryList = graphql(`
  query CategoryList($ids: [ID!], $after: String) {
    page: allCategories(where: { ids: $ids }, first: 100, after: $after) {
      nodes { position category { id version name slug path description parent { id } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)
export const CategoryCount = graphql(`
  query CategoryCount($ids: [ID!]) {
    allCategories(where: { ids: $ids }, first: 1) { nodes { category { id articles(first: 0) { totalCount } } } }
  }
`)
export const CreateCategory = graphql(`
  mutation CreateCategory($input: CreateCategoryInput!, $key: String!) {
    made: createCategory(input: $input, idempotencyKey: $key) {
      __typename
      ...Refused
      ... on CategoryPayload { category { id } }
    }
  }
`)
export const UpdateCategory = graphql(`
  mutation UpdateCategory($input: UpdateCategoryInput!, $key: String!) {
    made: updateCategory(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const MoveCategory = graphql(`
  mutation MoveCategory($input: MoveCategoryInput!, $key: String!) {
    made: moveCategory(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const MergeCategories = graphql(`
  mutation MergeCategories($input: MergeInput!, $key: String!) {
    made: mergeCategories(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const DeleteCategory = graphql(`
  mutation DeleteCategory($input: DeleteInput!) {
    made: deleteCategory(input: $input) { __typename ...Refused }
  }
`)

export const HotList = graphql(`
  query HotList($window: HotWindow!, $category: ID) {
    hotArticles(window: $window, category: $category, first: 30) {
      rank
      trend
      isPinned
      node { id title viewCount category { name } }
    }
  }
`)
export const HotChoices = graphql(`
  query HotChoices($after: String) {
    page: hotChoices(first: 50, after: $after) {
      nodes { position isExcluded until draft { id title status } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`)
export const PinHot = graphql(`
  mutation PinHot($input: PinHotArticleInput!, $key: String!) {
    made: pinHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const UnpinHot = graphql(`
  mutation UnpinHot($input: HotArticleInput!, $key: String!) {
    made: unpinHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const ExcludeHot = graphql(`
  mutation ExcludeHot($input: ExcludeHotArticleInput!, $key: String!) {
    made: excludeHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
export const IncludeHot = graphql(`
  mutation IncludeHot($input: HotArticleInput!, $key: String!) {
    made: includeHotArticle(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)

export const CalendarPlans = graphql(`
  query CalendarPlans($since: DateTime!, $before: DateTime!, $after: String) {
    page: schedules(where: { states: [PENDING, FAILED], dueAt: { since: $since, before: $before } }, first: 100, after: $after) {
      nodes { id act state dueAt outcome draft { id title category { name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)
export const CalendarArticles = graphql(`
  query CalendarArticles($since: DateTime!, $before: DateTime!, $after: String) {
    page: articles(where: { listedAt: { since: $since, before: $before } }, orderBy: OLDEST, first: 100, after: $after) {
      nodes { id title listedAt category { name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const SiteSaid = graphql(`
  query SiteSaid {
    site { name tagline url language timeZone version }
  }
`)
export const UpdateSite = graphql(`
  mutation UpdateSite($input: UpdateSiteInput!, $key: String!) {
    made: updateSite(input: $input, idempotencyKey: $key) { __typename ...Refused }
  }
`)
