"""The settings: where they come from, what is refused and how, and that each is documented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from cms.errors import SetupError
from cms.settings import PREFIX, Settings, load_settings, unknown_variables
from cms.setup import environment_file

DOCUMENT = Path(__file__).parent.parent / "docs" / "settings.md"


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory without `.env`, and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in unknown_variables():
        monkeypatch.delenv(name)
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    return tmp_path


def documented() -> dict[str, tuple[str, str]]:
    """Variable to (default, meaning) as the tables of docs/settings.md tell."""
    rows = re.findall(r"^\| `(CMS_\w+)` \| `([^`]*)` \| (.+) \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    return {variable: (default, meaning) for variable, default, meaning in rows}


def test_every_setting_is_documented_and_no_other() -> None:
    assert set(documented()) == {PREFIX + name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_documented_default_and_meaning_are_the_real_ones(name: str) -> None:
    default, meaning = documented()[PREFIX + name.upper()]
    field = Settings.model_fields[name]

    assert meaning == field.description
    assert getattr(load_settings(**({name: default} if default else {})), name) == field.default


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_has_one_line_of_help(name: str) -> None:
    description = Settings.model_fields[name].description or ""

    assert description.endswith(".")
    assert "\n" not in description


def test_environment_wins_over_the_file_and_arguments_win_over_both(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty_folder / ".env").write_text("CMS_PORT=1001\nCMS_WORKERS=3\nCMS_HOST=::1\n", encoding="utf-8")
    monkeypatch.setenv("CMS_WORKERS", "4")
    monkeypatch.setenv("CMS_HOST", "10.0.0.1")

    settings = load_settings(host="127.0.0.1", port=None)

    assert (settings.port, settings.workers, settings.host) == (1001, 4, "127.0.0.1")


def test_settings_cannot_be_changed() -> None:
    settings = load_settings()

    with pytest.raises(ValidationError):
        settings.port = 1  # type: ignore[misc]  # the promise under test


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("CMS_PORT", "abc", "valid integer"),
        ("CMS_PORT", "70000", "less than or equal to 65535"),
        ("CMS_WORKERS", "0", "greater than or equal to 1"),
        ("CMS_LOG_LEVEL", "loud", "'debug', 'info'"),
        ("CMS_INTROSPECTION", "perhaps", "valid boolean"),
        ("CMS_DATABASE_URL", "mysql://root:hunter2@host/site", "sqlite:///"),
        ("CMS_DATABASE_URL", "site.sqlite3", "sqlite:///"),
        ("CMS_SITE_URL", "www.example.org", "https://www.example.org"),
        ("CMS_SITE_URL", "ftp://example.org", "https://www.example.org"),
        ("CMS_CORS_ORIGINS", "https://a.example/path", "is no origin"),
        ("CMS_CORS_ORIGINS", "a.example", "is no origin"),
        ("CMS_WEBHOOK_ALLOWED_ADDRESSES", "10.0.0.0/8, https://hooks.example", "'https://hooks.example' is none of"),
        ("CMS_WEBHOOK_ALLOWED_ADDRESSES", "10.0.0.1/8", "'10.0.0.1/8' is none of"),
        ("CMS_WEBHOOK_ALLOWED_ADDRESSES", "127.1", "'127.1' is none of"),
        ("CMS_SHUTDOWN_SECONDS", "5", "CMS_OPERATION_TIMEOUT_SECONDS"),
        ("CMS_OIDC_ISSUER", "http://login.example", "https://login.example"),
        ("CMS_OIDC_ISSUER", "https://user:hunter2@login.example", "https://login.example"),
        ("CMS_OIDC_ISSUER", "https://login.example", "CMS_OIDC_CLIENT_ID"),
        ("CMS_OIDC_SCOPES", "email", "openid"),
        ("CMS_OIDC_CREATE_USERS", "admin", "'CONTRIBUTOR'"),
    ],
)
def test_wrong_value_is_one_sentence_naming_the_variable(
    variable: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)

    with pytest.raises(SetupError) as refusal:
        load_settings()

    assert refusal.value.message.startswith(variable)
    assert words in refusal.value.message
    assert "\n" not in refusal.value.message
    assert "docs/settings.md" in refusal.value.remedy
    assert "hunter2" not in refusal.value.message


def test_file_that_is_no_text_is_refused(empty_folder: Path) -> None:
    (empty_folder / ".env").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(SetupError, match=r"\.env is no UTF-8"):
        load_settings()


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        ("*", ("*",)),
        ("", ()),
        ("https://a.example, http://b.example:8080/", ("https://a.example", "http://b.example:8080")),
    ],
)
def test_origins_are_written_with_commas(value: str, origins: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_CORS_ORIGINS", value)

    assert load_settings().cors_origins == origins


def test_site_url_loses_its_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_SITE_URL", "https://www.example.org/news/")

    assert load_settings().site_url == "https://www.example.org/news"


def test_password_is_in_no_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_DATABASE_URL", "postgres://cms:hunter2@host/site")
    monkeypatch.setenv("CMS_OIDC_CLIENT_SECRET", "hunter2")

    settings = load_settings()

    assert "hunter2" not in f"{settings!r} {settings}"


def test_misspelt_variables_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_DATABSE_URL", "x")
    monkeypatch.setenv("CMS_ZZZZZZ", "x")
    monkeypatch.setenv("CMS_PORT", "1")

    assert unknown_variables() == {"CMS_DATABSE_URL": "CMS_DATABASE_URL", "CMS_ZZZZZZ": ""}


def test_misspelt_variables_in_the_file_are_found(empty_folder: Path) -> None:
    (empty_folder / ".env").write_text("CMS_PROT=1\nCMS_PORT=2\nHOME=x\n# CMS_HOTS=y\n", encoding="utf-8")

    assert unknown_variables() == {"CMS_PROT": "CMS_PORT"}


def test_file_that_is_no_text_holds_no_variables(empty_folder: Path) -> None:
    (empty_folder / ".env").write_bytes(b"\xff\xfe\x00")

    assert unknown_variables() == {}


def test_written_environment_file_reads_back_as_the_defaults(empty_folder: Path) -> None:
    text = environment_file({"site_url": "https://www.example.org"})
    uncommented = re.sub(r"^# (CMS_\w+=)", r"\1", text, flags=re.MULTILINE)
    (empty_folder / ".env").write_text(uncommented, encoding="utf-8")

    settings = load_settings()

    assert settings.site_url == "https://www.example.org"
    assert settings == Settings(_env_file=None, site_url="https://www.example.org")


def test_nothing_else_reads_the_environment() -> None:
    root = Path(__file__).parent.parent
    readers: list[Any] = [
        path.relative_to(root).as_posix()
        for folder in ("cms", "schema")
        for path in (root / folder).rglob("*.py")
        if re.search(r"os\.environ|getenv|load_dotenv|dotenv_values", path.read_text(encoding="utf-8"))
    ]

    assert readers == ["cms/settings.py"]
