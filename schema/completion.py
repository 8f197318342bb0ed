"""Finding things by the beginning of their names, while somebody types."""

from __future__ import annotations

from collections.abc import Sequence

import strawberry

from cms.completion import MODELS
from schema.content import Node
from schema.describe import Argument, Key, Order, Rows, column, first_argument, many, one
from schema.enums import CompletionKind
from schema.visible import visible
from schema.vocabulary import BEGINNING

# How many of what begins so are looked at, of each kind.
LOOKED_AT = 200
TABLES = {kind: model._meta.db_table for kind, model in MODELS.items()}


def listed(_name: str, value: Sequence[CompletionKind]) -> str:
    """The words of a list between commas."""
    return f",{','.join(value)},"


def _part(kind: CompletionKind, table: str) -> str:
    return (
        "SELECT * FROM (SELECT c.id,c.kind,c.subject_id,c.place,length(c.key) AS size,"
        f"v0.{'title' if table == 'article' else 'name'} AS text"
        f" FROM completion c JOIN {table} v0 ON v0.id=c.subject_id"
        f" WHERE c.kind='{kind}' AND c.key>={{prefix_1}} AND c.key<{{prefix_2}} AND {visible(table, 'v0')}"
        f" AND {{kinds_1}} LIKE '%,{kind},%'"
        f" ORDER BY c.key,c.subject_id,c.place LIMIT {LOOKED_AT}) {table}s"
    )


# Names before headlines, what begins so before what goes on so, the shorter the better, of headlines the newest.
FOUND = f"""(SELECT f.id,f.kind,f.subject_id,f.text,
 row_number() OVER (ORDER BY f.rank,f.place,f.size,f.subject_id DESC) AS n
 FROM (SELECT m.kind,m.subject_id,m.text,min(m.id) AS id,CASE WHEN min(m.place)=0 THEN 0 ELSE 1 END AS place,
  CASE m.kind WHEN 'ARTICLE' THEN 0 ELSE min(m.size) END AS size,CASE m.kind WHEN 'ARTICLE' THEN 1 ELSE 0 END AS rank
  FROM ({" UNION ALL ".join(_part(kind, table) for kind, table in TABLES.items())}) m
  GROUP BY m.kind,m.subject_id,m.text) f ORDER BY n LIMIT {{limit}})"""

NODE = Rows(
    "completion",
    "{t}.id={key}",
    key="{p}.id",
    joins=" ".join(
        f"LEFT JOIN {table} {{t}}_{table} ON {{t}}.kind='{kind}' AND {{t}}_{table}.id={{t}}.subject_id"
        for kind, table in TABLES.items()
    ),
    members={kind.capitalize(): f"{{t}}_{table}" for kind, table in TABLES.items()},
)


@strawberry.type(description="Something whose name begins, or goes on, with what was typed.")
class Completion:
    """A completion."""

    kind: CompletionKind = column("What it is.")
    text: str = column("Its name, or its headline.")
    node: Node = one(NODE, "The thing itself.")


@strawberry.type
class CompletionQueries:
    """Completing what is typed."""

    completions: list[Completion] = many(
        Rows(FOUND),
        Order("NUMBER", (Key("{t}.n", "int"),)),
        "What the beginning of a name may become, for a field in which somebody types: headlines, authors, sources,"
        " categories and tags that readers may see. Chinese is found as written, in either script, by pinyin and by"
        " initials (jzrb). Names come first, and of them the shortest; then headlines, the newest first.",
        prefix=Argument(
            str,
            "What was typed: 200 characters at most. Spaces and marks do not matter; nothing finds nothing.",
            parts=BEGINNING,
        ),
        kinds=Argument(
            list[CompletionKind], "Only these kinds.", parts=(("text", listed),), default=list(CompletionKind)
        ),
        first=first_argument(10),
    )
