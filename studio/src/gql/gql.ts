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
    "\n  fragment EditedDraft on Draft {\n    id\n    version\n    status\n    slug\n    updatedAt\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      number\n      title\n      slug\n      subtitle\n      html\n      excerpt\n      typedExcerpt\n      byline\n      language\n      publishedAt\n      canonicalUrl\n      urgency\n      creditLine\n      licence\n      source {\n        id\n        name\n      }\n      category {\n        id\n        name\n      }\n      credits {\n        name\n        role\n        author {\n          id\n          name\n        }\n      }\n      relations {\n        kind\n        target {\n          id\n          title\n        }\n        reference {\n          id\n          title\n        }\n      }\n      tags {\n        id\n        name\n      }\n    }\n  }\n": typeof types.EditedDraftFragmentDoc,
    "\n  query DraftToEdit($id: ID!) {\n    draft(id: $id) {\n      ...EditedDraft\n    }\n    site {\n      name\n      url\n    }\n  }\n": typeof types.DraftToEditDocument,
    "\n  mutation SaveDraft($input: UpdateArticleInput!, $key: String!) {\n    saved: updateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on UpdateArticlePayload {\n        mergedFields\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on VersionConflict {\n        fields\n        currentVersion\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SaveDraftDocument,
    "\n  mutation MakeDraft($input: CreateArticleInput!, $key: String!) {\n    saved: createArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MakeDraftDocument,
    "\n  fragment SavedDraft on Draft {\n    id\n    version\n    slug\n    status\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      excerpt\n    }\n  }\n": typeof types.SavedDraftFragmentDoc,
    "\n  query LookAlikes($id: ID!) {\n    draft(id: $id) {\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n        }\n      }\n    }\n  }\n": typeof types.LookAlikesDocument,
    "\n  query LinkSuggestions($id: ID!) {\n    draft(id: $id) {\n      relatedSuggestions(first: 8) {\n        score\n        reason\n        article {\n          id\n          title\n        }\n      }\n    }\n  }\n": typeof types.LinkSuggestionsDocument,
    "\n  mutation MakeReference($input: CreateReferenceInput!, $key: String!) {\n    made: createReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on ReferencePayload {\n        reference {\n          id\n          title\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MakeReferenceDocument,
    "\n  mutation MakeTag($input: CreateTagInput!, $key: String!) {\n    made: createTag(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on TagPayload {\n        tag {\n          id\n          name\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MakeTagDocument,
    "\n  query CategoryChoices($after: String) {\n    allCategories(first: 100, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        position\n        category {\n          id\n          name\n          path\n          depth\n          parent {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.CategoryChoicesDocument,
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
    "\n  fragment EditedDraft on Draft {\n    id\n    version\n    status\n    slug\n    updatedAt\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      number\n      title\n      slug\n      subtitle\n      html\n      excerpt\n      typedExcerpt\n      byline\n      language\n      publishedAt\n      canonicalUrl\n      urgency\n      creditLine\n      licence\n      source {\n        id\n        name\n      }\n      category {\n        id\n        name\n      }\n      credits {\n        name\n        role\n        author {\n          id\n          name\n        }\n      }\n      relations {\n        kind\n        target {\n          id\n          title\n        }\n        reference {\n          id\n          title\n        }\n      }\n      tags {\n        id\n        name\n      }\n    }\n  }\n": types.EditedDraftFragmentDoc,
    "\n  query DraftToEdit($id: ID!) {\n    draft(id: $id) {\n      ...EditedDraft\n    }\n    site {\n      name\n      url\n    }\n  }\n": types.DraftToEditDocument,
    "\n  mutation SaveDraft($input: UpdateArticleInput!, $key: String!) {\n    saved: updateArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on UpdateArticlePayload {\n        mergedFields\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on VersionConflict {\n        fields\n        currentVersion\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.SaveDraftDocument,
    "\n  mutation MakeDraft($input: CreateArticleInput!, $key: String!) {\n    saved: createArticle(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          ...SavedDraft\n        }\n      }\n      ... on ValidationFailed {\n        problems {\n          path\n          message\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.MakeDraftDocument,
    "\n  fragment SavedDraft on Draft {\n    id\n    version\n    slug\n    status\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      excerpt\n    }\n  }\n": types.SavedDraftFragmentDoc,
    "\n  query LookAlikes($id: ID!) {\n    draft(id: $id) {\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n        }\n      }\n    }\n  }\n": types.LookAlikesDocument,
    "\n  query LinkSuggestions($id: ID!) {\n    draft(id: $id) {\n      relatedSuggestions(first: 8) {\n        score\n        reason\n        article {\n          id\n          title\n        }\n      }\n    }\n  }\n": types.LinkSuggestionsDocument,
    "\n  mutation MakeReference($input: CreateReferenceInput!, $key: String!) {\n    made: createReference(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on ReferencePayload {\n        reference {\n          id\n          title\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.MakeReferenceDocument,
    "\n  mutation MakeTag($input: CreateTagInput!, $key: String!) {\n    made: createTag(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on TagPayload {\n        tag {\n          id\n          name\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.MakeTagDocument,
    "\n  query CategoryChoices($after: String) {\n    allCategories(first: 100, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        position\n        category {\n          id\n          name\n          path\n          depth\n          parent {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.CategoryChoicesDocument,
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
export function graphql(source: "\n  fragment EditedDraft on Draft {\n    id\n    version\n    status\n    slug\n    updatedAt\n    hasUnpublishedChanges\n    article {\n      url\n    }\n    head {\n      number\n      title\n      slug\n      subtitle\n      html\n      excerpt\n      typedExcerpt\n      byline\n      language\n      publishedAt\n      canonicalUrl\n      urgency\n      creditLine\n      licence\n      source {\n        id\n        name\n      }\n      category {\n        id\n        name\n      }\n      credits {\n        name\n        role\n        author {\n          id\n          name\n        }\n      }\n      relations {\n        kind\n        target {\n          id\n          title\n        }\n        reference {\n          id\n          title\n        }\n      }\n      tags {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').EditedDraftFragmentDoc;
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
