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
    "\n  mutation ImportPage($input: ImportArticleInput!) {\n    done: importArticle(input: $input) {\n      __typename\n      ... on ImportArticlePayload {\n        isNew\n        notes\n        draft {\n          id\n          title\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ImportPageDocument,
    "\n  query EvidenceOf($id: ID!) {\n    site {\n      timeZone\n    }\n    draft(id: $id) {\n      id\n      version\n      status\n      suggestions\n      evidence {\n        field\n        origin\n        text\n        confidence\n        isSuggestion\n        value\n      }\n      head {\n        title\n        subtitle\n        publishedAt\n        canonicalUrl\n        typedExcerpt\n        byline\n        language\n        urgency\n        licence\n        creditLine\n        wordCount\n        source {\n          name\n        }\n        category {\n          breadcrumb {\n            name\n          }\n        }\n        credits {\n          name\n          role\n        }\n        tags {\n          name\n        }\n        relations {\n          reference {\n            title\n          }\n          target {\n            title\n          }\n        }\n      }\n    }\n  }\n": typeof types.EvidenceOfDocument,
    "\n  mutation ConfirmSuggestion($input: SuggestionInput!, $key: String!) {\n    done: confirmSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ConfirmSuggestionDocument,
    "\n  mutation DismissSuggestion($input: SuggestionInput!, $key: String!) {\n    done: dismissSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DismissSuggestionDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query MySessions {\n    viewer {\n      sessions {\n        id\n        isCurrent\n        address\n        userAgent\n        lastUsedAt\n        expiresAt\n      }\n    }\n  }\n": typeof types.MySessionsDocument,
    "\n  query FindSources($search: String) {\n    found: allSources(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindSourcesDocument,
    "\n  query FindAuthors($search: String) {\n    found: allAuthors(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindAuthorsDocument,
    "\n  query FindTags($search: String) {\n    found: allTags(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindTagsDocument,
    "\n  query FindCategories($search: String) {\n    found: allCategories(search: $search, first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n": typeof types.FindCategoriesDocument,
    "\n  query FindDrafts($search: String) {\n    found: drafts(search: $search, first: 20) {\n      nodes { id title status updatedAt }\n    }\n  }\n": typeof types.FindDraftsDocument,
    "\n  query FindPeople {\n    found: people(first: 100) {\n      nodes { id name }\n    }\n  }\n": typeof types.FindPeopleDocument,
    "\n  query PublishDesk($id: ID!, $revision: Int) {\n    draft(id: $id) {\n      id\n      version\n      status\n      review\n      reviewNote\n      title\n      firstPublishedAt\n      embargoUntil\n      hasUnpublishedChanges\n      updatedAt\n      owner {\n        id\n        name\n      }\n      assignee {\n        id\n        name\n      }\n      article {\n        url\n        publishedAt\n        canonical {\n          id\n          title\n        }\n        corrections {\n          note\n          correctedAt\n        }\n        copies(first: 10) {\n          totalCount\n          nodes {\n            id\n            title\n            publishedAt\n            source {\n              name\n            }\n          }\n        }\n      }\n      head {\n        number\n        actor\n        publishedAt\n        source {\n          id\n          name\n        }\n        category {\n          id\n          name\n          breadcrumb {\n            id\n            name\n          }\n        }\n        credits {\n          author {\n            id\n            name\n          }\n        }\n        tags {\n          id\n          name\n        }\n        relations {\n          position\n          target {\n            id\n            title\n          }\n        }\n      }\n      live {\n        number\n        actor\n        createdAt\n      }\n      publications {\n        liveFrom\n        liveUntil\n      }\n      revisions(first: 30) {\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isLive\n        }\n      }\n      schedules {\n        id\n        act\n        dueAt\n        actor\n        isNewest\n        revision {\n          number\n        }\n      }\n      lock {\n        user {\n          id\n          name\n        }\n        heldSince\n      }\n      previewLinks {\n        id\n        revision\n        createdAt\n        expiresAt\n        revokedAt\n        user {\n          name\n        }\n      }\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n          updatedAt\n          source {\n            name\n          }\n        }\n      }\n    }\n    site {\n      timeZone\n    }\n    publishPlan(id: $id, revision: $revision) {\n      revision\n      url\n      formerUrl\n      event\n      canPublish\n      lists {\n        tag\n        change\n      }\n      findings {\n        code\n        field\n        message\n        blocks\n      }\n    }\n  }\n": typeof types.PublishDeskDocument,
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
    "\n  query History($id: ID!, $after: String) {\n    site {\n      timeZone\n    }\n    draft(id: $id) {\n      id\n      version\n      status\n      publications {\n        liveFrom\n        liveUntil\n        note\n        revision {\n          number\n        }\n      }\n      schedules(state: null) {\n        id\n        act\n        state\n        dueAt\n        endedAt\n        actor\n        outcome\n        revision {\n          number\n        }\n      }\n      head {\n        number\n      }\n      revisions(first: 30, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isAutosave\n          isLive\n          title\n          wordCount\n        }\n      }\n    }\n  }\n": typeof types.HistoryDocument,
    "\n  query CompareRevisions($id: ID!, $from: Int!, $to: Int) {\n    revisionChanges(id: $id, from: $from, to: $to) {\n      __typename\n      field\n      ... on ValueChange {\n        old\n        new\n      }\n      ... on ListDifference {\n        items {\n          kind\n          label\n          old\n          new\n          oldPosition\n          newPosition\n        }\n      }\n      ... on BodyDifference {\n        paragraphs {\n          kind\n          isMoved\n          spans {\n            kind\n            text\n          }\n          old {\n            position\n            type\n            level\n            html\n          }\n          new {\n            position\n            type\n            level\n            html\n          }\n        }\n      }\n    }\n  }\n": typeof types.CompareRevisionsDocument,
    "\n  mutation NameRevision($id: ID!, $number: Int!, $name: String!, $key: String!) {\n    done: nameRevision(id: $id, number: $number, name: $name, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.NameRevisionDocument,
    "\n  mutation RestoreRevision($input: ArticleInput!, $number: Int!, $key: String!) {\n    done: restoreRevision(input: $input, number: $number, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RestoreRevisionDocument,
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
    "\n  mutation ImportPage($input: ImportArticleInput!) {\n    done: importArticle(input: $input) {\n      __typename\n      ... on ImportArticlePayload {\n        isNew\n        notes\n        draft {\n          id\n          title\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.ImportPageDocument,
    "\n  query EvidenceOf($id: ID!) {\n    site {\n      timeZone\n    }\n    draft(id: $id) {\n      id\n      version\n      status\n      suggestions\n      evidence {\n        field\n        origin\n        text\n        confidence\n        isSuggestion\n        value\n      }\n      head {\n        title\n        subtitle\n        publishedAt\n        canonicalUrl\n        typedExcerpt\n        byline\n        language\n        urgency\n        licence\n        creditLine\n        wordCount\n        source {\n          name\n        }\n        category {\n          breadcrumb {\n            name\n          }\n        }\n        credits {\n          name\n          role\n        }\n        tags {\n          name\n        }\n        relations {\n          reference {\n            title\n          }\n          target {\n            title\n          }\n        }\n      }\n    }\n  }\n": types.EvidenceOfDocument,
    "\n  mutation ConfirmSuggestion($input: SuggestionInput!, $key: String!) {\n    done: confirmSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.ConfirmSuggestionDocument,
    "\n  mutation DismissSuggestion($input: SuggestionInput!, $key: String!) {\n    done: dismissSuggestion(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.DismissSuggestionDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n      ... on ValidationFailed {\n        problems {\n          message\n        }\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  query MySessions {\n    viewer {\n      sessions {\n        id\n        isCurrent\n        address\n        userAgent\n        lastUsedAt\n        expiresAt\n      }\n    }\n  }\n": types.MySessionsDocument,
    "\n  query FindSources($search: String) {\n    found: allSources(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindSourcesDocument,
    "\n  query FindAuthors($search: String) {\n    found: allAuthors(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindAuthorsDocument,
    "\n  query FindTags($search: String) {\n    found: allTags(search: $search, first: 20) {\n      nodes { id name }\n    }\n  }\n": types.FindTagsDocument,
    "\n  query FindCategories($search: String) {\n    found: allCategories(search: $search, first: 100) {\n      nodes { category { id name path } }\n    }\n  }\n": types.FindCategoriesDocument,
    "\n  query FindDrafts($search: String) {\n    found: drafts(search: $search, first: 20) {\n      nodes { id title status updatedAt }\n    }\n  }\n": types.FindDraftsDocument,
    "\n  query FindPeople {\n    found: people(first: 100) {\n      nodes { id name }\n    }\n  }\n": types.FindPeopleDocument,
    "\n  query PublishDesk($id: ID!, $revision: Int) {\n    draft(id: $id) {\n      id\n      version\n      status\n      review\n      reviewNote\n      title\n      firstPublishedAt\n      embargoUntil\n      hasUnpublishedChanges\n      updatedAt\n      owner {\n        id\n        name\n      }\n      assignee {\n        id\n        name\n      }\n      article {\n        url\n        publishedAt\n        canonical {\n          id\n          title\n        }\n        corrections {\n          note\n          correctedAt\n        }\n        copies(first: 10) {\n          totalCount\n          nodes {\n            id\n            title\n            publishedAt\n            source {\n              name\n            }\n          }\n        }\n      }\n      head {\n        number\n        actor\n        publishedAt\n        source {\n          id\n          name\n        }\n        category {\n          id\n          name\n          breadcrumb {\n            id\n            name\n          }\n        }\n        credits {\n          author {\n            id\n            name\n          }\n        }\n        tags {\n          id\n          name\n        }\n        relations {\n          position\n          target {\n            id\n            title\n          }\n        }\n      }\n      live {\n        number\n        actor\n        createdAt\n      }\n      publications {\n        liveFrom\n        liveUntil\n      }\n      revisions(first: 30) {\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isLive\n        }\n      }\n      schedules {\n        id\n        act\n        dueAt\n        actor\n        isNewest\n        revision {\n          number\n        }\n      }\n      lock {\n        user {\n          id\n          name\n        }\n        heldSince\n      }\n      previewLinks {\n        id\n        revision\n        createdAt\n        expiresAt\n        revokedAt\n        user {\n          name\n        }\n      }\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n          updatedAt\n          source {\n            name\n          }\n        }\n      }\n    }\n    site {\n      timeZone\n    }\n    publishPlan(id: $id, revision: $revision) {\n      revision\n      url\n      formerUrl\n      event\n      canPublish\n      lists {\n        tag\n        change\n      }\n      findings {\n        code\n        field\n        message\n        blocks\n      }\n    }\n  }\n": types.PublishDeskDocument,
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
    "\n  query History($id: ID!, $after: String) {\n    site {\n      timeZone\n    }\n    draft(id: $id) {\n      id\n      version\n      status\n      publications {\n        liveFrom\n        liveUntil\n        note\n        revision {\n          number\n        }\n      }\n      schedules(state: null) {\n        id\n        act\n        state\n        dueAt\n        endedAt\n        actor\n        outcome\n        revision {\n          number\n        }\n      }\n      head {\n        number\n      }\n      revisions(first: 30, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isAutosave\n          isLive\n          title\n          wordCount\n        }\n      }\n    }\n  }\n": types.HistoryDocument,
    "\n  query CompareRevisions($id: ID!, $from: Int!, $to: Int) {\n    revisionChanges(id: $id, from: $from, to: $to) {\n      __typename\n      field\n      ... on ValueChange {\n        old\n        new\n      }\n      ... on ListDifference {\n        items {\n          kind\n          label\n          old\n          new\n          oldPosition\n          newPosition\n        }\n      }\n      ... on BodyDifference {\n        paragraphs {\n          kind\n          isMoved\n          spans {\n            kind\n            text\n          }\n          old {\n            position\n            type\n            level\n            html\n          }\n          new {\n            position\n            type\n            level\n            html\n          }\n        }\n      }\n    }\n  }\n": types.CompareRevisionsDocument,
    "\n  mutation NameRevision($id: ID!, $number: Int!, $name: String!, $key: String!) {\n    done: nameRevision(id: $id, number: $number, name: $name, idempotencyKey: $key) {\n      __typename\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.NameRevisionDocument,
    "\n  mutation RestoreRevision($input: ArticleInput!, $number: Int!, $key: String!) {\n    done: restoreRevision(input: $input, number: $number, idempotencyKey: $key) {\n      __typename\n      ... on DraftPayload {\n        draft {\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n": types.RestoreRevisionDocument,
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
export function graphql(source: "\n  mutation ImportPage($input: ImportArticleInput!) {\n    done: importArticle(input: $input) {\n      __typename\n      ... on ImportArticlePayload {\n        isNew\n        notes\n        draft {\n          id\n          title\n          version\n        }\n      }\n      ... on Refusal {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ImportPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EvidenceOf($id: ID!) {\n    site {\n      timeZone\n    }\n    draft(id: $id) {\n      id\n      version\n      status\n      suggestions\n      evidence {\n        field\n        origin\n        text\n        confidence\n        isSuggestion\n        value\n      }\n      head {\n        title\n        subtitle\n        publishedAt\n        canonicalUrl\n        typedExcerpt\n        byline\n        language\n        urgency\n        licence\n        creditLine\n        wordCount\n        source {\n          name\n        }\n        category {\n          breadcrumb {\n            name\n          }\n        }\n        credits {\n          name\n          role\n        }\n        tags {\n          name\n        }\n        relations {\n          reference {\n            title\n          }\n          target {\n            title\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').EvidenceOfDocument;
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
export function graphql(source: "\n  query PublishDesk($id: ID!, $revision: Int) {\n    draft(id: $id) {\n      id\n      version\n      status\n      review\n      reviewNote\n      title\n      firstPublishedAt\n      embargoUntil\n      hasUnpublishedChanges\n      updatedAt\n      owner {\n        id\n        name\n      }\n      assignee {\n        id\n        name\n      }\n      article {\n        url\n        publishedAt\n        canonical {\n          id\n          title\n        }\n        corrections {\n          note\n          correctedAt\n        }\n        copies(first: 10) {\n          totalCount\n          nodes {\n            id\n            title\n            publishedAt\n            source {\n              name\n            }\n          }\n        }\n      }\n      head {\n        number\n        actor\n        publishedAt\n        source {\n          id\n          name\n        }\n        category {\n          id\n          name\n          breadcrumb {\n            id\n            name\n          }\n        }\n        credits {\n          author {\n            id\n            name\n          }\n        }\n        tags {\n          id\n          name\n        }\n        relations {\n          position\n          target {\n            id\n            title\n          }\n        }\n      }\n      live {\n        number\n        actor\n        createdAt\n      }\n      publications {\n        liveFrom\n        liveUntil\n      }\n      revisions(first: 30) {\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isLive\n        }\n      }\n      schedules {\n        id\n        act\n        dueAt\n        actor\n        isNewest\n        revision {\n          number\n        }\n      }\n      lock {\n        user {\n          id\n          name\n        }\n        heldSince\n      }\n      previewLinks {\n        id\n        revision\n        createdAt\n        expiresAt\n        revokedAt\n        user {\n          name\n        }\n      }\n      possibleDuplicates {\n        similarity\n        isMarked\n        draft {\n          id\n          title\n          status\n          updatedAt\n          source {\n            name\n          }\n        }\n      }\n    }\n    site {\n      timeZone\n    }\n    publishPlan(id: $id, revision: $revision) {\n      revision\n      url\n      formerUrl\n      event\n      canPublish\n      lists {\n        tag\n        change\n      }\n      findings {\n        code\n        field\n        message\n        blocks\n      }\n    }\n  }\n"): typeof import('./graphql').PublishDeskDocument;
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
export function graphql(source: "\n  query History($id: ID!, $after: String) {\n    site {\n      timeZone\n    }\n    draft(id: $id) {\n      id\n      version\n      status\n      publications {\n        liveFrom\n        liveUntil\n        note\n        revision {\n          number\n        }\n      }\n      schedules(state: null) {\n        id\n        act\n        state\n        dueAt\n        endedAt\n        actor\n        outcome\n        revision {\n          number\n        }\n      }\n      head {\n        number\n      }\n      revisions(first: 30, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          name\n          actor\n          createdAt\n          isAutosave\n          isLive\n          title\n          wordCount\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').HistoryDocument;
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
