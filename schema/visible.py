"""What of the shared tables a reader may know of: only what something public shows.

An Article row is public by its existence, and so are its credits, tags and relations. Names, categories and references
also serve drafts, so a reader reaches one of its own accord only when a public article (for references: or a
collection) uses it.
"""

from __future__ import annotations

_CONDITIONS = {
    "author": "EXISTS(SELECT 1 FROM credit v WHERE v.author_id={t}.id)",
    "category": (
        "EXISTS(SELECT 1 FROM category_ancestor w JOIN article v ON v.category_id=w.category_id"
        " WHERE w.ancestor_id={t}.id)"
    ),
    "reference": (
        "(EXISTS(SELECT 1 FROM relation v WHERE v.reference_id={t}.id)"
        " OR EXISTS(SELECT 1 FROM collection_item w WHERE w.reference_id={t}.id))"
    ),
    "source": "EXISTS(SELECT 1 FROM article v WHERE v.source_id={t}.id)",
    "tag": "EXISTS(SELECT 1 FROM article_tag v WHERE v.tag_id={t}.id)",
}


def visible(table: str, alias: str = "{t}") -> str:
    """The condition under which a reader may know of a row; `true` for tables that hold nothing else."""
    return _CONDITIONS.get(table, "true").replace("{t}", alias)
