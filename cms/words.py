"""The fixed words of the domain: what may stand in a status, role or kind column. One list for tables and GraphQL."""

from enum import StrEnum


class DraftStatus(StrEnum):
    """Where a draft stands between the newsroom and the public; cms/workflow.py tells what leads where."""

    DRAFT = "DRAFT"
    PUBLISHED = "PUBLISHED"
    UNPUBLISHED = "UNPUBLISHED"
    TAKEN_DOWN = "TAKEN_DOWN"
    TRASHED = "TRASHED"


class ReviewState(StrEnum):
    """Whether somebody waits for a second pair of eyes."""

    NONE = "NONE"
    REQUESTED = "REQUESTED"
    CHANGES_REQUESTED = "CHANGES_REQUESTED"


class ScheduleAct(StrEnum):
    """What a schedule does when its time has come."""

    PUBLISH = "PUBLISH"
    UNPUBLISH = "UNPUBLISH"


class ScheduleState(StrEnum):
    """What became of a schedule."""

    PENDING = "PENDING"
    DONE = "DONE"
    CANCELLED = "CANCELLED"
    FAILED = "FAILED"


class TombstoneKind(StrEnum):
    """Why an article that was public is gone for good."""

    TAKEN_DOWN = "TAKEN_DOWN"
    DELETED = "DELETED"


class RedirectKind(StrEnum):
    """What a redirect leads to."""

    ARTICLE = "ARTICLE"
    AUTHOR = "AUTHOR"
    CATEGORY = "CATEGORY"
    SOURCE = "SOURCE"
    TAG = "TAG"


class AuthorKind(StrEnum):
    """A person, or an organisation that signs as one."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"


class CreditRole(StrEnum):
    """What somebody did for an article."""

    AUTHOR = "AUTHOR"
    REPORTER = "REPORTER"
    CORRESPONDENT = "CORRESPONDENT"
    PHOTOGRAPHER = "PHOTOGRAPHER"
    EDITOR = "EDITOR"
    COLLECTING_EDITOR = "COLLECTING_EDITOR"
    TRANSLATOR = "TRANSLATOR"


class SourceKind(StrEnum):
    """What sort of organisation published an article first."""

    NEWSPAPER = "NEWSPAPER"
    AGENCY = "AGENCY"
    BROADCASTER = "BROADCASTER"
    MAGAZINE = "MAGAZINE"
    PORTAL = "PORTAL"
    GOVERNMENT = "GOVERNMENT"
    OTHER = "OTHER"


class RelationKind(StrEnum):
    """How one article stands to another."""

    RELATED = "RELATED"
    FOLLOW_UP = "FOLLOW_UP"
    BACKGROUND = "BACKGROUND"
    CORRECTION_OF = "CORRECTION_OF"
    TRANSLATION_OF = "TRANSLATION_OF"
    COPY_OF = "COPY_OF"
    PART_OF = "PART_OF"


class RelatedKind(StrEnum):
    """How an item of a list of related ones stands to the article: as a link of that kind says, or by its words."""

    RELATED = "RELATED"
    FOLLOW_UP = "FOLLOW_UP"
    BACKGROUND = "BACKGROUND"
    CORRECTION_OF = "CORRECTION_OF"
    TRANSLATION_OF = "TRANSLATION_OF"
    COPY_OF = "COPY_OF"
    PART_OF = "PART_OF"
    SIMILAR = "SIMILAR"


class RelatedMode(StrEnum):
    """Which part of a list of related items is meant."""

    EDITORIAL = "EDITORIAL"
    COMPUTED = "COMPUTED"
    BOTH = "BOTH"


class CollectionTail(StrEnum):
    """How a collection goes on after the items that were placed by hand."""

    NONE = "NONE"
    NEWEST = "NEWEST"
    HOT = "HOT"


class HotWindow(StrEnum):
    """How far a hot list looks back."""

    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"


class HotTrend(StrEnum):
    """How an article moves in a hot list."""

    UP = "UP"
    DOWN = "DOWN"
    SAME = "SAME"
    NEW = "NEW"


class Role(StrEnum):
    """What a user is in the newsroom; cms/permissions.py tells what each role may do."""

    READER = "READER"
    CONTRIBUTOR = "CONTRIBUTOR"
    EDITOR = "EDITOR"
    PUBLISHER = "PUBLISHER"
    ADMIN = "ADMIN"


class Audience(StrEnum):
    """Who may know of an event."""

    PUBLIC = "PUBLIC"  # it tells of nothing that readers could not see
    DESK = "DESK"  # whoever may see the draft, or edit what drafts share
    ADMIN = "ADMIN"  # whoever may read the audit log


class EndpointKind(StrEnum):
    """What an endpoint takes: signed events, or one of the forms in which caches are told what to forget."""

    WEBHOOK = "WEBHOOK"
    VARNISH_XKEY = "VARNISH_XKEY"
    VARNISH_BAN = "VARNISH_BAN"
    FASTLY = "FASTLY"
    CLOUDFLARE = "CLOUDFLARE"


class EndpointState(StrEnum):
    """Whether an endpoint is sent anything."""

    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"  # by somebody, who may let it go on
    DISABLED = "DISABLED"  # by the server, since it failed for days or said that it is gone


class PayloadForm(StrEnum):
    """What the events for an endpoint carry."""

    THIN = "THIN"
    FULL = "FULL"
    SELECTION = "SELECTION"


class DeliveryState(StrEnum):
    """What became of an event for an endpoint."""

    WAITING = "WAITING"  # for an earlier one about the same subject
    PENDING = "PENDING"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"


class SearchProblem(StrEnum):
    """Why a query of the search finds nothing, whatever there is."""

    NOTHING_TO_FIND = "NOTHING_TO_FIND"
    ONLY_EXCLUSIONS = "ONLY_EXCLUSIONS"
    TOO_LONG = "TOO_LONG"
    TOO_MANY_WORDS = "TOO_MANY_WORDS"


class SuggestionKind(StrEnum):
    """What a search suggests to look for."""

    WORDS = "WORDS"
    SOURCE = "SOURCE"
    AUTHOR = "AUTHOR"
    TAG = "TAG"


# The cache tag of every answer of ours to a GraphQL query: any change of the content may change any of them.
CONTENT_TAG = "content"


class CompletionKind(StrEnum):
    """What can be found by the beginning of its name."""

    ARTICLE = "ARTICLE"
    AUTHOR = "AUTHOR"
    SOURCE = "SOURCE"
    CATEGORY = "CATEGORY"
    TAG = "TAG"


class EvidenceOrigin(StrEnum):
    """Where on a page, or in a record, an imported value was found."""

    JSON_LD = "JSON_LD"
    META = "META"
    INFO_LINE = "INFO_LINE"
    BYLINE = "BYLINE"
    BREADCRUMB = "BREADCRUMB"
    HEADING = "HEADING"
    TITLE_TAG = "TITLE_TAG"
    BODY = "BODY"
    LIST = "LIST"
    RECORD = "RECORD"


class AssetType(StrEnum):
    """The sorts of files that are taken, each known by its bytes."""

    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WEBP"
    AVIF = "AVIF"
    PDF = "PDF"


class RenditionFormat(StrEnum):
    """What a picture can be had as."""

    WEBP = "WEBP"
    AVIF = "AVIF"
    JPEG = "JPEG"


class Crop(StrEnum):
    """The shape that is cut out of a picture around its focal point."""

    NONE = "NONE"
    SQUARE = "SQUARE"
    FOUR_BY_THREE = "FOUR_BY_THREE"
    THREE_BY_TWO = "THREE_BY_TWO"
    SIXTEEN_BY_NINE = "SIXTEEN_BY_NINE"
