"""The fixed words of the domain: what may stand in a status, role or kind column. One list for tables and GraphQL."""

from enum import StrEnum


class DraftStatus(StrEnum):
    """Where a draft stands in the newsroom."""

    DRAFT = "DRAFT"
    PUBLISHED = "PUBLISHED"
    UNPUBLISHED = "UNPUBLISHED"


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


class CollectionTail(StrEnum):
    """How a collection goes on after the items that were placed by hand."""

    NONE = "NONE"
    NEWEST = "NEWEST"
    HOT = "HOT"


class Role(StrEnum):
    """What a user is in the newsroom; cms/permissions.py tells what each role may do."""

    READER = "READER"
    CONTRIBUTOR = "CONTRIBUTOR"
    EDITOR = "EDITOR"
    PUBLISHER = "PUBLISHER"
    ADMIN = "ADMIN"
