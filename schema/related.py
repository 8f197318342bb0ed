"""What an article's list of related items is made of: what editors linked, then what is close to it by its words."""

from __future__ import annotations

from schema.describe import Key, Order, Rows

ARTICLE_OR_REFERENCE = {"Article": "{t}_a", "Reference": "{t}_f"}
TARGET_JOINS = (
    "LEFT JOIN reference {t}_f ON {t}_f.id={t}.reference_id "
    "LEFT JOIN article {t}_a ON {t}_a.id=coalesce({t}.target_id,{t}_f.target_id)"
)
TARGET_IS_VISIBLE = "({t}.reference_id IS NOT NULL OR EXISTS(SELECT 1 FROM article v WHERE v.id={t}.target_id))"
# The place of a link among those that a reader sees: gaps would tell of the others.
VISIBLE_PLACE = (
    "(SELECT count(*) FROM relation w WHERE w.article_id={t}.article_id AND w.position<{t}.position AND "
    + TARGET_IS_VISIBLE.replace("{t}", "w")
    + ")"
)
# Each branch tells the same columns. `part` and then `place` are the order: of what is computed, the closest first.
_EDITORIAL = (
    "SELECT 0 AS part,'EDITORIAL' AS half,{t}.position AS place,0 AS tie,{t}.article_id,{t}.position,{t}.kind,"
    "{t}.target_id,{t}.reference_id,CAST(NULL AS INTEGER) AS score,'[]' AS keywords"
    " FROM relation {t} WHERE {t}.article_id={key} AND "
).replace("{t}", "r") + TARGET_IS_VISIBLE.replace("{t}", "r")
# What editors linked to the article, by themselves or by references.
_LINKED = (
    "(SELECT coalesce(l.target_id,f.target_id) FROM relation l LEFT JOIN reference f ON f.id=l.reference_id"
    " WHERE l.article_id={key} AND coalesce(l.target_id,f.target_id) IS NOT NULL)"
)


def is_new(key: str, target: str, linked: str) -> str:
    """The condition that a target is public and tells a story that its reader has not before them.

    That is neither a copy of `key` nor of what is `linked`, and of the copies of another story the one that leads.
    """
    return (
        f"{target}<>{key} AND EXISTS(SELECT 1 FROM article v WHERE v.id={target})"
        f" AND {target} NOT IN {linked}"
        f" AND NOT EXISTS(SELECT 1 FROM copy c WHERE c.article_id={target} AND (NOT c.is_lead OR EXISTS"
        f"(SELECT 1 FROM copy o WHERE o.story_id=c.story_id AND (o.article_id={key} OR o.article_id IN {linked}))))"
    )


_COMPUTED = (
    "SELECT 1,'COMPUTED',1000-n.score,-n.target_id,n.article_id,0,'SIMILAR',n.target_id,CAST(NULL AS INTEGER),n.score,"
    "n.keywords FROM neighbour n WHERE n.article_id={key} AND " + is_new("{key}", "n.target_id", _LINKED)
)
RELATED = Rows(
    f"({_EDITORIAL} UNION ALL {_COMPUTED})",
    key="{p}.id",
    joins=TARGET_JOINS,
    members=ARTICLE_OR_REFERENCE,
    identity="place",
)
BY_CLOSENESS = Order(
    "RELATED",
    (
        Key("{t}.part", "int"),
        Key("{t}.place", "int", f"CASE {{t}}.part WHEN 0 THEN {VISIBLE_PLACE} ELSE {{t}}.place END"),
        Key("{t}.tie", "int"),
    ),
)

# What the newest revision of a draft links.
_DRAFT_LINKED = (
    "(SELECT b.target FROM (SELECT coalesce(CAST(e.value->>'target_id' AS INTEGER),(SELECT f.target_id FROM reference f"
    " WHERE f.id=CAST(e.value->>'reference_id' AS INTEGER))) AS target FROM revision r,@each[r.snapshot->'relations'] e"
    " WHERE r.draft_id={key} AND r.number=(SELECT max(w.number) FROM revision w WHERE w.draft_id={key})) b"
    " WHERE b.target IS NOT NULL)"
)
# A draft that readers see as it is has no suggestions of its own.
SUGGESTED = Rows(
    "(SELECT n.target_id,n.score,n.keywords FROM (SELECT s.target_id,s.score,s.keywords FROM suggestion s"
    " WHERE s.draft_id={key} UNION ALL SELECT m.target_id,m.score,m.keywords FROM neighbour m WHERE m.article_id={key}"
    " AND NOT EXISTS(SELECT 1 FROM suggestion x WHERE x.draft_id={key})) n WHERE "
    + is_new("{key}", "n.target_id", _DRAFT_LINKED)
    + " ORDER BY 2 DESC,1 DESC LIMIT {limit})",
    key="{p}.id",
)
BY_SCORE = Order("CLOSENESS", (Key("{t}.score", "int"), Key("{t}.target_id", "int")), descending=True)
