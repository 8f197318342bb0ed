"""How each database is asked for the entries of the search index that a query finds; values are placeholders."""

from __future__ import annotations

from cms.search import query
from cms.search.query import NOTHING


class SQLiteMatching:
    """What is asked of FTS5."""

    scoring = staticmethod(query.sqlite_scores)

    def __init__(self, name: str, text: str, characters: str, not_text: str, not_characters: str) -> None:
        self._name, self._text, self._characters = name, text, characters
        self._not = (not_text, not_characters)

    def hits(self, condition: str = "") -> str:
        """A SELECT of the numbers of the entries found, as `entry`; the condition is on `{entry}`."""
        name, text, characters = self._name, self._text, self._characters
        others = "".join(
            f" AND {{entry}} NOT IN (SELECT rowid FROM {name}_{table} WHERE {name}_{table} MATCH {value})"
            for table, value in zip(("text", "character"), self._not, strict=True)
        )
        others += f" AND {condition}" if condition else ""
        # As the beginning of a loop, the list of characters would ask for each of its rows anew.
        having = f"SELECT rowid FROM {name}_character WHERE {name}_character MATCH {characters}"
        also = f"({characters}='{NOTHING}' OR +x.rowid IN ({having}))"
        return (
            f"SELECT x.rowid AS entry FROM {name}_text x WHERE x.{name}_text MATCH {text} AND {also}"
            f"{others.format(entry='x.rowid')} UNION ALL SELECT y.rowid FROM {name}_character y"
            f" WHERE y.{name}_character MATCH {characters} AND {text}='{NOTHING}'{others.format(entry='y.rowid')}"
        )

    def scores(self, scores: str, head: str) -> str:
        """A SELECT of entry and score of those in `head` that have any."""
        within = f"BETWEEN (SELECT min(entry) FROM {head}) AND (SELECT max(entry) FROM {head})"
        parts = " UNION ALL ".join(
            f"SELECT x.rowid AS entry,CAST(p.value->>'w' AS INTEGER) AS w FROM json_each({scores}) p CROSS JOIN"
            f" {self._name}_{table} x WHERE x.{self._name}_{table} MATCH p.value->>'{key}' AND x.rowid {within}"
            for table, key in (("text", "m"), ("character", "c"))
        )
        return f"SELECT entry,sum(w) FROM ({parts}) GROUP BY entry"


class PostgresMatching:
    """What is asked of PostgreSQL's text search."""

    scoring = staticmethod(query.postgres_scores)

    def __init__(self, name: str, text: str, heading: str) -> None:
        self._name, self._text, self._heading = name, text, heading

    def hits(self, condition: str = "") -> str:
        """A SELECT of the numbers of the entries found, as `entry`; the condition is on `{entry}`."""
        also = f" AND {condition.format(entry='x.id')}" if condition else ""
        return (
            f"SELECT x.id AS entry FROM {self._name}_text x WHERE x.vector @@ CAST({self._text} AS tsquery)"
            f" AND ({self._heading}='' OR x.heading @@ CAST({self._heading} AS tsquery)){also}"
        )

    def scores(self, scores: str, head: str) -> str:
        """A SELECT of entry and score of those in `head` that have any."""
        # Read once, and not for each of the rows that they are held against.
        parts = (
            "WITH p AS MATERIALIZED (SELECT CAST(e->>'h' AS tsquery) AS h,CAST(e->>'l' AS tsquery) AS l,"
            f"CAST(e->>'w' AS INT) AS w FROM json_array_elements({scores}) e)"
        )
        return (
            f"{parts} SELECT k.entry,CAST(sum(p.w) AS INT) FROM {head} k JOIN {self._name}_text x ON x.id=k.entry"
            " CROSS JOIN p WHERE x.heading @@ p.h OR x.lead @@ p.l GROUP BY k.entry"
        )


Matching = SQLiteMatching | PostgresMatching
