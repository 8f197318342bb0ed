"""What stands in a log line, and what never does."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.credentials import new_secret
from cms.log import CONTROL_CHARACTERS, StderrHandler, configure_logging, escape, get_logger, make_safe


@pytest.fixture(autouse=True)
def untouched_logging() -> Iterator[None]:
    """Put the process's logging back as it was."""
    root, config = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.configure(**config)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    captured = capsys.readouterr()
    assert captured.out == ""
    return [json.loads(line) for line in captured.err.splitlines()]


def test_line_is_one_json_object_on_stderr_with_time_level_and_event_first(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", "json")

    get_logger("cms.test").info("article.published", title="打好“四大会战”", id=17)

    (line,) = lines(capsys)
    assert list(line)[:3] == ["timestamp", "level", "event"]
    assert line["timestamp"].endswith("Z")
    assert (line["event"], line["title"], line["id"]) == ("article.published", "打好“四大会战”", 17)


def test_libraries_log_in_the_same_form_and_with_the_request_id(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", "json")

    with structlog.contextvars.bound_contextvars(request_id="abc"):
        logging.getLogger("uvicorn.error").warning("closing %s", 7)

    (line,) = lines(capsys)
    assert (line["event"], line["level"], line["request_id"]) == ("closing 7", "warning", "abc")


def test_configuring_again_does_not_double_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("debug", "console")
    configure_logging("info", "json")

    get_logger("cms.test").info("once")
    get_logger("cms.test").debug("below the level")

    assert [line["event"] for line in lines(capsys)] == ["once"]
    assert sum(isinstance(handler, StderrHandler) for handler in logging.getLogger().handlers) == 1


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_secrets_are_redacted_wherever_they_stand(log_format: Any, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", log_format)

    get_logger("cms.test").info(
        "request",
        Authorization="hunter2",
        headers={"cookie": "session=hunter2", "set-cookie": ["hunter2"]},
        url="postgres://cms:hunter2@db:5432/site",
        words="Authorization: Bearer hunter2hunter2",
    )
    logging.getLogger("asyncpg").warning("cannot reach %s", "postgresql://cms:hunter2@db/site")
    get_logger("cms.test").error("database.lost", exc_info=ConnectionError("postgres://cms:hunter2@db/site"))

    captured = capsys.readouterr().err
    assert "hunter2" not in captured
    assert captured.count("[redacted]") >= 7


@pytest.mark.parametrize("kind", ["session", "token", "link"])
def test_our_own_secrets_are_replaced_wherever_they_come_up(kind: Any, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", "json")
    secret = new_secret(kind)

    get_logger("cms.test").info(f"taken: {secret}", items=[f"/graphql?query={secret}&x"])

    captured = capsys.readouterr().err
    assert secret.rpartition("_")[2] not in captured
    assert captured.count(f"bs_{kind}_[redacted]") == 2


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_control_characters_are_shown_and_not_obeyed(log_format: Any, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", log_format)
    hostile = "\x1b]0;owned\x07\r\nfaked line\x9b31m\u202e\u2028"

    get_logger("cms.test").info(hostile, title=hostile, items=[hostile], nested={hostile: hostile})
    logging.getLogger("strawberry").error(hostile)
    get_logger("cms.test").error("failed", exc_info=ValueError(hostile))

    captured = capsys.readouterr().err
    assert not CONTROL_CHARACTERS.search(captured.replace("\n", ""))
    assert not any(line.startswith("faked line") for line in captured.split("\n"))


def test_traceback_keeps_its_lines_and_shows_no_local_variables(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", "json")
    password = "hunter2"

    try:
        len(password) / 0  # type: ignore[operator]
    except ZeroDivisionError:
        get_logger("cms.test").exception("failed")

    (line,) = lines(capsys)
    assert "ZeroDivisionError" in line["exception"].split("\n")[-1]
    assert "hunter2" not in line["exception"]


def test_statements_of_the_drivers_are_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("debug", "json")

    for name in ("tortoise.db_client", "aiosqlite", "asyncpg"):
        logging.getLogger(name).debug("SELECT 'private'")

    assert lines(capsys) == []


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
        max_leaves=8,
    )
)
def test_any_value_can_be_logged(value: object) -> None:
    event = make_safe(None, "info", {"event": "x", "value": value})

    renderer = structlog.processors.JSONRenderer(serializer=lambda data, **_: json.dumps(data))
    assert json.loads(renderer(None, "info", dict(event)))["event"] == "x"


@given(st.text())
def test_escaped_text_holds_no_control_characters_and_plain_text_is_kept(text: str) -> None:
    escaped = escape(text)

    assert not CONTROL_CHARACTERS.search(escaped)
    assert CONTROL_CHARACTERS.search(text) or escaped == text
