"""How each database is asked for the entries of the search index that a query finds; values are placeholders."""

from __future__ import annotations

from cms.search import query
from cms.search.query import NOTHING

_NO_LIMIT = 2**63 - 1


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

    def in_order(self, way: str) -> str:
        """What stands behind `hits` to have them in the order of the entries."""
        # Without a limit of its own, SQLite would take the order of a part of a join for superfluous.
        return f" ORDER BY 1{way} LIMIT {_NO_LIMIT}"

    def scores(self, scores: str, head: str, bounds: str) -> str:
        """A SELECT of entry and score of those in `head` that have any; these are within its `bounds`."""
        within = f"BETWEEN (SELECT low FROM {bounds}) AND (SELECT high FROM {bounds})"
        parts = " UNION ALL ".join(
            f"SELECT x.rowid AS entry,CAST(p.value->>'w' AS INTEGER) AS w FROM json_each({scores}) p CROSS JOIN"
            f" {self._name}_{table} x WHERE x.{self._name}_{table} MATCH p.value->>'{key}' AND x.rowid {within}"
            f" AND +x.rowid IN (SELECT entry FROM {head})"
            for table, key in (("heading", "m"), ("character", "c"))
        )
        return f"SELECT entry,sum(w) FROM ({parts}) GROUP BY entry"


class PostgresMatching:
    """What is asked of PostgreSQL: its index of lexemes, and patterns of LIKE as lists in JSON."""

    scoring = staticmethod(query.postgres_scores)

    def __init__(  # each is a placeholder
        self, name: str, lexemes: str, words: str, not_words: str, heading: str, not_heading: str
    ) -> None:
        self._name, self._lexemes = name, lexemes
        self._patterns = (("words", words, not_words), ("heading", heading, not_heading))

    def hits(self, condition: str = "") -> str:
        """A SELECT of the numbers of the entries found, as `entry`; the condition is on `{entry}`."""
        also = f" AND {condition.format(entry='x.id')}" if condition else ""
        for column, wanted, unwanted in self._patterns:
            also += f" AND x.{column} LIKE ALL({_list(wanted)}) AND NOT x.{column} LIKE ANY({_list(unwanted)})"
        return (
            f"SELECT x.id AS entry FROM {self._name}_text x"
            f" WHERE search_lexemes(x.words) @@ CAST({self._lexemes} AS tsquery){also}"
        )

    def in_order(self, way: str) -> str:
        """What stands behind `hits` to have them in the order of the entries."""
        return f" ORDER BY 1{way}"

    def scores(self, scores: str, head: str, _bounds: str) -> str:
        """A SELECT of entry and score of those in `head` that have any."""
        # Read once, and not for each of the rows that they are held against.
        parts = (
            "WITH p AS MATERIALIZED (SELECT e->>'p' AS pattern,CAST(e->>'w' AS INT) AS w"
            f" FROM json_array_elements({scores}) e)"
        )
        return (
            f"{parts} SELECT k.entry,CAST(sum(p.w) AS INT) FROM {head} k JOIN {self._name}_text x ON x.id=k.entry"
            " JOIN p ON x.heading LIKE p.pattern GROUP BY k.entry"
        )


def _list(placeholder: str) -> str:
    return f"ARRAY(SELECT json_array_elements_text({placeholder}))"


Matching = SQLiteMatching | PostgresMatching
