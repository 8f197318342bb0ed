"""The tables. Public reads touch only what a publication projected; the newsroom works on drafts and revisions."""

from cms.models.content import (
    Article,
    ArticleBody,
    ArticleTag,
    Author,
    Category,
    CategoryAncestor,
    Collection,
    CollectionItem,
    Credit,
    Reference,
    Relation,
    Site,
    Source,
    Tag,
)
from cms.models.events import Event
from cms.models.newsroom import Draft, Origin, Publication, Revision
from cms.models.users import OneTimeLink, Session, SignInTries, Token, User, UserCategory

__all__ = [
    "Article",
    "ArticleBody",
    "ArticleTag",
    "Author",
    "Category",
    "CategoryAncestor",
    "Collection",
    "CollectionItem",
    "Credit",
    "Draft",
    "Event",
    "OneTimeLink",
    "Origin",
    "Publication",
    "Reference",
    "Relation",
    "Revision",
    "Session",
    "SignInTries",
    "Site",
    "Source",
    "Tag",
    "Token",
    "User",
    "UserCategory",
]
