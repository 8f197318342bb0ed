// Every schema rule of @graphql-eslint, but for those below. Run from the root, see docs/development.md.
import graphql from "@graphql-eslint/eslint-plugin";

// The rules that are switched off, three at most, each with its reason.
const OFF = {
  "input-name": "A mutation takes its idempotency key beside its input, and one that needs an id alone takes the id.",
  "no-root-type": "It is there to forbid mutations, and editors write by them.",
  "require-nullable-result-in-root":
    "A query is one SQL statement, so its fields succeed or fail together; a mutation answers with a union of refusals.",
};

// Types without an identity of their own: they belong to what they are found in.
const SUFFIXES = ["Connection", "Edge", "Payload", "Difference", "Change", "Entry", "Facet"];
const REFUSALS = [
  "AlreadyDone",
  "Forbidden",
  "IdempotencyKeyReused",
  "InvalidCredentials",
  "InvalidTransition",
  "NotFound",
  "RateLimited",
  "ValidationFailed",
  "VersionConflict",
];
const PARTS = [
  "AffectedList",
  "Body",
  "BodyParagraph",
  "Completion",
  "Correction",
  "Credit",
  "DerivedState",
  "DraftCredit",
  "DraftRelation",
  "EndpointHeader",
  "Evidence",
  "FieldProblem",
  "Finding",
  "FollowerState",
  "Highlight",
  "HighlightRange",
  "HotArticle",
  "HotChoice",
  "Identity",
  "Lock",
  "PageInfo",
  "PlacedItem",
  "PossibleDuplicate",
  "Presence",
  "Publication",
  "PublishPlan",
  "RelatedSuggestion",
  "Relation",
  "Rendition",
  "SearchFacets",
  "SearchSuggestion",
  "SignInProvider",
  "Site",
  "System",
  "TextSpan",
];

const CONFIGURED = {
  // Types stand in the order of the alphabet; fields, arguments and values in that of their meaning.
  alphabetize: { definitions: true },
  "relay-edge-types": {
    // Connections show their nodes without edges too, and short lists are plain ones.
    listTypeCanWrapOnlyEdgeType: false,
    // What is found only in its list is no `Node`.
    shouldImplementNode: false,
  },
  "require-description": {
    types: true,
    DirectiveDefinition: true,
    EnumValueDefinition: true,
    FieldDefinition: true,
    InputValueDefinition: true,
  },
  "strict-id-in-types": { exceptions: { suffixes: SUFFIXES, types: [...REFUSALS, ...PARTS] } },
};

const named = (rules, setting) =>
  Object.fromEntries(Object.entries(rules).map(([name, value]) => [`@graphql-eslint/${name}`, setting(value)]));

export default [
  {
    files: ["**/*.graphql"],
    linterOptions: { noInlineConfig: true },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema/schema.graphql", documents: [] } },
    },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...graphql.configs["flat/schema-all"].rules,
      ...graphql.configs["flat/schema-relay"].rules,
      ...named(CONFIGURED, (options) => ["error", options]),
      ...named(OFF, () => "off"),
    },
  },
];
