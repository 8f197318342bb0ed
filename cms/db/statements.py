"""SQL texts of several statements."""

from __future__ import annotations

import sqlite3


def split_statements(script: str) -> list[str]:
    """The statements of a script. A ';' inside a text, a comment or a trigger's body ends nothing.

    Raises:
        ValueError: the script ends in the middle of a statement.
    """
    statements: list[str] = []
    pending = ""
    for part in script.split(";"):
        pending += part
        if sqlite3.complete_statement(pending + ";"):
            statements.append(pending.strip())
            pending = ""
        else:
            pending += ";"
    rest = pending.removesuffix(";").strip()
    if sqlite3.complete_statement(rest + "\n;"):
        statements.append(rest)
    elif rest:
        raise ValueError(f"the script ends in the middle of a statement: {rest[-80:]}")
    return [statement for statement in statements if statement]
