"""CHECK constraints, so that a column can only hold what GraphQL promises of it."""

from __future__ import annotations

from enum import StrEnum

from tortoise.migrations.constraints import CheckConstraint


def one_of(table: str, column: str, words: type[StrEnum]) -> CheckConstraint:
    """The column holds one of the words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(check=f'"{column}" IN ({listed})', name=f"ck_{table}_{column}")


def between(table: str, column: str, lowest: int, highest: int = 2_147_483_647) -> CheckConstraint:
    """The column holds a number from lowest to highest, which GraphQL's Int can carry."""
    return CheckConstraint(check=f'"{column}" BETWEEN {lowest} AND {highest}', name=f"ck_{table}_{column}")


def filled(table: str, column: str) -> CheckConstraint:
    """The column never holds the empty text."""
    return CheckConstraint(check=f"\"{column}\" <> ''", name=f"ck_{table}_{column}_filled")


def exactly_one(table: str, *columns: str) -> CheckConstraint:
    """Exactly one of the columns is set."""
    counted = " + ".join(f'(CASE WHEN "{column}" IS NULL THEN 0 ELSE 1 END)' for column in columns)
    return CheckConstraint(check=f"{counted} = 1", name=f"ck_{table}_target")
