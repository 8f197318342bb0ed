"""The domain's words as GraphQL enums, each value described. Types and filters take the words from here."""

from __future__ import annotations

from enum import Enum

import strawberry

from cms.words import (
    AssetType,
    AuthorKind,
    CollectionTail,
    CompletionKind,
    CreditRole,
    Crop,
    DraftStatus,
    EvidenceOrigin,
    HotTrend,
    HotWindow,
    RelatedKind,
    RelatedMode,
    RelationKind,
    RenditionFormat,
    ReviewState,
    ScheduleAct,
    ScheduleState,
    SearchProblem,
    SourceKind,
    SuggestionKind,
    TombstoneKind,
)

__all__ = [
    "AssetType",
    "AuthorKind",
    "CollectionTail",
    "CompletionKind",
    "CreditRole",
    "Crop",
    "DraftStatus",
    "EvidenceOrigin",
    "HotTrend",
    "HotWindow",
    "RelatedKind",
    "RelatedMode",
    "RelationKind",
    "RenditionFormat",
    "ReviewState",
    "ScheduleAct",
    "ScheduleState",
    "SearchProblem",
    "SourceKind",
    "SuggestionKind",
    "TombstoneKind",
]


def describe(words: type[Enum], description: str, **values: str) -> None:
    """Make the words a GraphQL enum with a description for each of them."""
    definition = strawberry.enum(words, description=description).__strawberry_definition__  # type: ignore[attr-defined] # set by strawberry
    for value in definition.values:
        value.description = values[value.name]


describe(
    AuthorKind,
    "What an author is.",
    PERSON="A person.",
    ORGANIZATION="A newspaper, an agency, a desk: an organisation that signs.",
)
describe(
    CreditRole,
    "What somebody did for an article.",
    AUTHOR="Wrote it.",
    REPORTER="Reported it (记者).",
    CORRESPONDENT="Contributed from outside the newsroom (通讯员).",
    PHOTOGRAPHER="Took the pictures (摄影).",
    EDITOR="Edited it (编辑).",
    COLLECTING_EDITOR="Collected it from elsewhere (收集编辑).",
    TRANSLATOR="Translated it (翻译).",
)
describe(
    SourceKind,
    "What sort of organisation a source is.",
    NEWSPAPER="A newspaper.",
    AGENCY="A news agency.",
    BROADCASTER="Radio or television.",
    MAGAZINE="A magazine.",
    PORTAL="A website.",
    GOVERNMENT="A public authority.",
    OTHER="Anything else, or not known.",
)
RELATION_KINDS = {
    "RELATED": "On a related matter.",
    "FOLLOW_UP": "What happened next.",
    "BACKGROUND": "What it rests on.",
    "CORRECTION_OF": "It corrects the other.",
    "TRANSLATION_OF": "It translates the other.",
    "COPY_OF": "It is a copy of the other.",
    "PART_OF": "It is a part of the other.",
}
describe(RelationKind, "How an article stands to the one it is linked to.", **RELATION_KINDS)
describe(
    RelatedKind,
    "How an item of a list of related ones stands to the article.",
    SIMILAR="It is about the same, as their words tell; nobody linked it.",
    **RELATION_KINDS,
)
describe(
    RelatedMode,
    "Which related items are meant.",
    EDITORIAL="What editors linked.",
    COMPUTED="What is about the same, as the words tell, and no editor linked.",
    BOTH="What editors linked, then what is computed.",
)
describe(
    CollectionTail,
    "How a collection goes on after what was placed by hand.",
    NONE="It ends there.",
    NEWEST="With the newest articles.",
    HOT="With the most read articles.",
)
describe(
    HotWindow,
    "How far a hot list looks back, and its half-life: a hit that old counts half as much as one of now.",
    HOUR="An hour; half an hour.",
    DAY="A day; six hours.",
    WEEK="Seven days; two days.",
    MONTH="Thirty days; ten days.",
)
describe(
    HotTrend,
    "How an article moves in a hot list, compared with an hour ago (HOUR, DAY) or a day ago (WEEK, MONTH).",
    UP="It stood further down.",
    DOWN="It stood further up.",
    SAME="It stood where it stands.",
    NEW="It was not among the first hundred.",
)
describe(
    DraftStatus,
    "Where a draft stands between the newsroom and the public.",
    DRAFT="It never was public.",
    PUBLISHED="It is public.",
    UNPUBLISHED="It was public, and is not any more.",
    TAKEN_DOWN="It was taken down; a public tombstone tells why.",
    TRASHED="It is in the trash.",
)
describe(
    ReviewState,
    "Whether somebody waits for a second pair of eyes.",
    NONE="Nobody waits.",
    REQUESTED="A review is asked for.",
    CHANGES_REQUESTED="The reviewer asked for changes.",
)
describe(
    ScheduleAct,
    "What is planned for a draft.",
    PUBLISH="Making a revision public.",
    UNPUBLISH="Taking the article out of public.",
)
describe(
    ScheduleState,
    "What became of a plan.",
    PENDING="Its time is still to come.",
    DONE="It was carried out.",
    CANCELLED="It was cancelled or replaced; `outcome` tells why.",
    FAILED="It could not be carried out; `outcome` tells why.",
)
describe(
    TombstoneKind,
    "Why an article is gone.",
    TAKEN_DOWN="It was taken down; `reason` tells why.",
    DELETED="It was deleted.",
)
describe(
    CompletionKind,
    "What can be found by the beginning of its name.",
    ARTICLE="An article, by its headline.",
    AUTHOR="An author.",
    SOURCE="A source.",
    CATEGORY="A category.",
    TAG="A tag.",
)
describe(
    SearchProblem,
    "Why a query of the search finds nothing, whatever there is.",
    NOTHING_TO_FIND="It has no letter, digit or emoji.",
    ONLY_EXCLUSIONS="It only says what must not be found.",
    TOO_LONG="It has more than 500 characters.",
    TOO_MANY_WORDS="It has more than 20 words and phrases.",
)
describe(
    SuggestionKind,
    "What a search suggests to look for.",
    WORDS="Less of what was looked for.",
    SOURCE="The name of a source.",
    AUTHOR="The name of an author.",
    TAG="A keyword.",
)
describe(
    EvidenceOrigin,
    "Where on a page an imported value was found.",
    JSON_LD="In the JSON-LD that the page declares its article with.",
    META="In a meta element of the page's head.",
    INFO_LINE="On the line with date and source beside the title.",
    BYLINE="On a line, or in brackets, that names who wrote or edited it.",
    BREADCRUMB="In the breadcrumb.",
    HEADING="In a heading.",
    TITLE_TAG="In the title element of the page.",
    BODY="In the text itself.",
    LIST="In a list beside the article.",
    RECORD="In a record of JSON lines.",
)
describe(
    AssetType,
    "What sort of file an asset is.",
    JPEG="A JPEG picture.",
    PNG="A PNG picture.",
    GIF="A GIF picture, which may be animated.",
    WEBP="A WebP picture, which may be animated.",
    AVIF="An AVIF picture.",
    PDF="A PDF document, which is only downloaded.",
)
describe(
    RenditionFormat,
    "What a picture can be had as.",
    WEBP="WebP: small, and known to all browsers of today.",
    AVIF="AVIF: the smallest.",
    JPEG="JPEG, for everything else; what is transparent becomes white.",
)
describe(
    Crop,
    "The shape that is cut out of a picture around its focal point.",
    NONE="The whole picture.",
    SQUARE="1:1.",
    FOUR_BY_THREE="4:3.",
    THREE_BY_TWO="3:2.",
    SIXTEEN_BY_NINE="16:9.",
)
