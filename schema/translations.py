"""Which articles and drafts say the same in another language: links of the kind TRANSLATION_OF, followed both ways."""

from __future__ import annotations

from schema.describe import Key, Order, Rows

# The original, what translates the article, and what translates the same original, as long as that is public.
TRANSLATIONS = Rows(
    "article",
    "{t}.id<>{key} AND {t}.id IN (SELECT r.target_id FROM relation r WHERE r.article_id={key}"
    " AND r.kind='TRANSLATION_OF' AND r.target_id IS NOT NULL"
    " UNION SELECT r.article_id FROM relation r WHERE r.target_id={key} AND r.kind='TRANSLATION_OF'"
    " UNION SELECT s.article_id FROM relation r JOIN article o ON o.id=r.target_id"
    " JOIN relation s ON s.target_id=o.id AND s.kind='TRANSLATION_OF'"
    " WHERE r.article_id={key} AND r.kind='TRANSLATION_OF')",
    key="{p}.id",
)
BY_LANGUAGE = Order("LANGUAGE", (Key("{t}.language", "text"), Key("{t}.id", "int")))


def draft_translations(sees: str) -> Rows:
    """The same of drafts, by their newest revisions; `sees` is the condition that the viewer may know of one."""
    return Rows(
        "draft",
        "{t}.id<>{key} AND {t}.status<>'TRASHED' AND " + sees + " AND {t}.id IN (SELECT w.translation_of_id"
        " FROM draft w WHERE w.id={key} AND w.translation_of_id IS NOT NULL"
        " UNION SELECT w.id FROM draft w WHERE w.translation_of_id={key}"
        " UNION SELECT w.id FROM draft o JOIN draft w ON w.translation_of_id=o.id"
        " WHERE o.id=(SELECT x.translation_of_id FROM draft x WHERE x.id={key}) AND " + sees.replace("{t}", "o") + ")",
        key="{p}.id",
    )
