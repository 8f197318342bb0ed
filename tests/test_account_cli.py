"""The commands for users and tokens, run as the console script runs them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.accounts import PASSWORD, cheap_hashes
from tests.test_cli import Result, Run, folder, run, site, template

__all__ = ["cheap_hashes", "folder", "run", "site", "template"]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password on standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\nnot this\n"))


def told(result: Result) -> list[dict[str, Any]]:
    assert result.code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_user_is_made_with_a_link_changed_and_listed(site: Path, run: Run) -> None:
    (made,) = told(run("users", "create", "Admin@Example.org", "--role", "admin", "--name", "总编", "--json"))
    told(run("users", "create", "b@example.org", "--role", "contributor", "--json"))
    (changed,) = told(run("users", "role", "b@example.org", "editor", "--json"))
    (disabled,) = told(run("users", "disable", "b@example.org", "--json"))
    listed = told(run("users", "list", "--json"))
    (enabled,) = told(run("users", "enable", "b@example.org", "--json"))
    (reset,) = told(run("users", "reset", "b@example.org", "--json"))

    assert made["link"].startswith("bs_link_")
    assert made["link_expires_at"].endswith("Z")
    assert (made["email"], made["name"], made["role"]) == ("admin@example.org", "总编", "admin")
    assert (changed["role"], disabled["is_disabled"], enabled["is_disabled"]) == ("editor", True, False)
    assert [user["email"] for user in listed] == ["admin@example.org", "b@example.org"]
    assert not any("link" in user or "password" in user for user in listed)
    assert reset["link"].startswith("bs_link_")


@pytest.mark.usefixtures("typed")
def test_a_password_is_read_from_standard_input_and_told_nowhere(site: Path, run: Run) -> None:
    result = run("users", "create", "a@example.org", "--role", "admin", "--password-stdin", "--json")

    (made,) = told(result)
    assert "link" not in made
    assert PASSWORD not in result.stdout + result.stderr
    database = b"".join(path.read_bytes() for path in (site / "data").iterdir())
    assert b"$argon2id$" in database
    assert PASSWORD.encode() not in database


@pytest.mark.usefixtures("typed")
def test_reset_sets_a_password_from_standard_input(site: Path, run: Run) -> None:
    run("users", "create", "a@example.org", "--role", "admin")

    (reset,) = told(run("users", "reset", "a@example.org", "--password-stdin", "--json"))

    assert "link" not in reset


def test_no_command_takes_a_password_as_an_argument(site: Path, run: Run) -> None:
    result = run("users", "create", "a@example.org", "--role", "admin", "--password", PASSWORD)

    assert result.code == 2
    assert PASSWORD not in result.stdout


def test_tokens_are_made_listed_and_revoked(site: Path, run: Run) -> None:
    for email in ("a@example.org", "b@example.org"):
        run("users", "create", email, "--role", "publisher")

    scopes = ("--scope", "EDIT", "--scope", "publish")
    (made,) = told(run("tokens", "create", "a@example.org", "--name", "bot", *scopes, "--days", "7", "--json"))
    told(run("tokens", "create", "b@example.org", "--name", "other", "--scope", "edit", "--json"))
    listed = run("tokens", "list", "--user", "a@example.org", "--json")
    everything = told(run("tokens", "list", "--json"))
    (revoked,) = told(run("tokens", "revoke", f"tok_{made['id']}", "--json"))

    assert made["secret"].startswith(made["prefix"])
    assert made["scopes"] == ["EDIT", "PUBLISH"]
    assert [token["id"] for token in told(listed)] == [made["id"]]
    assert made["secret"] not in listed.stdout
    assert len(everything) == 2
    assert revoked["revoked_at"] is not None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("users", "disable", "nobody@example.org"), "there is no user nobody@example.org"),
        (("users", "create", "nobody", "--role", "admin"), "write an e-mail address"),
        (("users", "disable", "a@example.org"), "last administrator"),
        (("tokens", "create", "a@example.org", "--name", "x", "--scope", "own-account"), "cannot be given to a token"),
        (("tokens", "create", "a@example.org", "--name", "x", "--scope", "edit", "--days", "0"), "in the future"),
        (("tokens", "revoke", "99"), "there is no token 99"),
        (("tokens", "revoke", "tok_"), "there is no token tok_"),
    ],
)
def test_what_cannot_be_is_one_line_and_exit_code_1(
    site: Path, run: Run, arguments: tuple[str, ...], words: str
) -> None:
    run("users", "create", "a@example.org", "--role", "admin")

    result = run(*arguments)

    assert result.code == 1, result
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_lines_for_people_hold_no_control_characters(site: Path, run: Run) -> None:
    run("users", "create", "a@example.org", "--role", "reader", "--name", "a\u202eb")

    result = run("users", "list")

    assert "email=a@example.org" in result.stdout
    assert "\u202e" not in result.stdout


def test_init_says_how_to_make_the_first_administrator_until_there_is_one(folder: Path, run: Run) -> None:
    first = run("init")
    run("users", "create", "a@example.org", "--role", "admin")
    second = run("init")

    assert "cms users create EMAIL --role admin" in first.stdout
    assert "administrator" not in second.stdout
