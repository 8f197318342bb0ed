"""What of the shared tables a reader may know of: only what something public shows.

An Article row is public by its existence, and so are its credits, tags and relations. Names, categories and references
also serve drafts, so a reader reaches one of its own accord only when a public article (for references: or a
collection) uses it.

What was merged, moved or renamed is found by its former id, slug or path, too (cms/redirects.py), under the same
condition.
"""

from __future__ import annotations

_CONDITIONS = {
    "author": "EXISTS(SELECT 1 FROM credit v WHERE v.author_id={t}.id)",
    "category": (
        "EXISTS(SELECT 1 FROM category_ancestor w JOIN article v ON v.category_id=w.category_id"
        " WHERE w.ancestor_id={t}.id)"
    ),
    "path_redirect": ("({t}.target_id IS NULL OR EXISTS(SELECT 1 FROM article v WHERE v.id={t}.target_id))"),
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


# The tables whose rows may lead on to others, by what their ids begin with.
REDIRECTED = {"aut": "author", "cat": "category", "src": "source", "tag": "tag"}


def by_id(table: str) -> str:
    """The condition that a row is the one with an id, `{value}`, or what that was merged into."""
    return f"{{t}}.id=coalesce({_led(table, 'former_id={value}')},{{value}})"


def by_slug(table: str, column: str = "slug") -> str:
    """The condition that a row is the one with a slug, `{value}`, or what that leads to.

    Whoever has the slug now comes first. One that readers may not know of does not count, or they would see by a
    former slug that leads nowhere any more that there is something.
    """
    has_it = f"(SELECT y.id FROM {table} y WHERE y.{column}={{value}} AND {visible(table, 'y')})"
    return f"{{t}}.id=coalesce({has_it},{_led(table, 'former_slug={value}')})"


def _led(table: str, condition: str) -> str:
    return f"(SELECT r.target_id FROM redirect r WHERE r.kind='{table.upper()}' AND r.{condition})"
