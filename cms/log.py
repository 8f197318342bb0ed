"""Logging: one line an event on stderr, as JSON or as text, without secrets and without control characters."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Literal, TextIO

import orjson
import structlog

REDACTED = "[redacted]"
SECRET_NAMES = frozenset(
    {"authorization", "proxy-authorization", "cookie", "set-cookie", "password", "secret", "token", "api_key", "dsn"}
)
# A password inside an address (postgres://user:password@host) and the credential of an Authorization header.
PASSWORD_IN_URL = re.compile(r"(?P<before>[a-z][a-z0-9+.-]*://[^\s:/@]*):[^\s/]*@", re.IGNORECASE)
# Our own secrets (cms/credentials.py), wherever they come up.
OWN_SECRET = re.compile(r"\bbs_(?P<kind>session|token|link|preview)_[A-Za-z0-9_-]{20,}")
CREDENTIAL = re.compile(r"\b(?P<scheme>bearer|basic)\s+[A-Za-z0-9._~+/=-]{6,}", re.IGNORECASE)
# C0 and C1 controls, DEL, line separators, bidirectional overrides and isolates: what moves a terminal or hides text.
CONTROL_CHARACTERS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# What stands first in a line, so that lines can be read down a column.
FIRST = {name: place for place, name in enumerate(("timestamp", "level", "event"))}

Event = MutableMapping[str, Any]

get_logger = structlog.stdlib.get_logger


class StderrHandler(logging.StreamHandler[TextIO]):
    """The handler that `configure_logging` makes, a type of its own so that the next call finds and replaces it."""


def configure_logging(level: str, log_format: Literal["json", "console", "auto"]) -> None:
    """Send every log line of the process, ours and the libraries', to stderr in one form.

    May be called again; the last call counts. `auto` is text on a terminal and JSON elsewhere.
    """
    as_text = log_format == "console" or (log_format == "auto" and sys.stderr.isatty())
    before: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = StderrHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                # Plain tracebacks: the rich ones print local variables, and those may be secrets.
                structlog.processors.format_exc_info,
                make_safe,
                _text_renderer() if as_text else structlog.processors.JSONRenderer(serializer=_dump_json),
            ],
        )
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *before,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [old for old in root.handlers if not isinstance(old, StderrHandler)]
    root.addHandler(handler)
    root.setLevel(level.upper())
    # The drivers log every statement with its values at debug; those may be personal, so they stay out at any level.
    for name in ("aiosqlite", "asyncpg", "tortoise", "asyncio"):
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def make_safe(_logger: object, _method: str, event: Event) -> Event:
    """Redact secrets and escape control characters in every value of one log line (a structlog processor)."""
    return {
        escape(str(name)): REDACTED if name.lower().replace("_", "-") in _SECRET_KEYS else _safe(event[name], name)
        for name in sorted(event, key=lambda name: FIRST.get(name, len(FIRST)))
    }


def escape(text: str) -> str:
    r"""Write control characters as `\x1b` or `\u202e`, so that a terminal shows them and does not obey them."""
    return CONTROL_CHARACTERS.sub(lambda match: _escaped(match[0]), text)


def without_password(text: str) -> str:
    """Replace passwords inside addresses, the credentials of Authorization headers, and our own secrets."""
    text = OWN_SECRET.sub(rf"bs_\g<kind>_{REDACTED}", text)
    return CREDENTIAL.sub(rf"\g<scheme> {REDACTED}", PASSWORD_IN_URL.sub(rf"\g<before>:{REDACTED}@", text))


_SECRET_KEYS = frozenset(name.replace("_", "-") for name in SECRET_NAMES)


def _safe(value: object, name: str = "") -> object:
    if isinstance(value, str):
        text = without_password(value)
        # A traceback keeps its lines, indented so that none of them passes for a line of the log.
        return "\n  ".join(escape(line) for line in text.split("\n")) if name == "exception" else escape(text)
    if isinstance(value, bool | float | None) or (isinstance(value, int) and abs(value) < 2**63):
        return value
    if isinstance(value, dict):
        return dict(make_safe(None, "", {str(key): item for key, item in value.items()}))
    if isinstance(value, list | tuple | set | frozenset):
        return [_safe(item) for item in value]
    return _safe(str(value))


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def _dump_json(event: Event, **_options: object) -> str:
    return orjson.dumps(event).decode()


def _text_renderer() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback, pad_event_to=36
    )
