"""Everything the CMS refuses, each refusal with a stable code and its facts as attributes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong with one field: its path ("credits.2.name") and a sentence that says what to do."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class CMSError(Exception):
    """A refusal. `code` is stable and documented in docs/errors.md; the message is for people."""

    code = "INTERNAL_SERVER_ERROR"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BadUserInput(CMSError):
    """A value that cannot be used: `field` names the argument or field it came in."""

    code = "BAD_USER_INPUT"

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field


class ValidationFailed(CMSError):
    """One or more fields do not hold what they must; `problems` lists them all."""

    code = "BAD_USER_INPUT"

    def __init__(self, *problems: FieldProblem) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


class Forbidden(CMSError):
    """The viewer lacks the permission that the operation asks for."""

    code = "FORBIDDEN"

    def __init__(self, permission: str) -> None:
        super().__init__(f"this needs the permission {permission}")
        self.permission = permission


class NotFound(CMSError):
    """There is no such thing, or the viewer may not know of it."""

    code = "NOT_FOUND"

    def __init__(self, kind: str, key: str | int) -> None:
        super().__init__(f"there is no {kind} {key}")
        self.kind = kind
        self.key = key


@dataclass(frozen=True)
class ConflictingEdits:
    """Fields that two edits of the same base changed differently, and each side's values, by the name of the field."""

    base: dict[str, object]
    mine: dict[str, object]
    theirs: dict[str, object]


class VersionConflict(CMSError):
    """The item moved on since the caller read it. `edits` is set when some of the caller's changes cannot be merged."""

    code = "VERSION_CONFLICT"

    def __init__(self, expected: int, current: int, edits: ConflictingEdits | None = None) -> None:
        fields = f"; both changed {', '.join(edits.base)}" if edits else ""
        super().__init__(
            f"version {expected} was expected, but the item is at version {current}{fields}; read it again"
        )
        self.expected = expected
        self.current = current
        self.edits = edits


class TooComplex(CMSError):
    """A query asks for more than the limits allow; the message names the field and the limit."""

    code = "TOO_COMPLEX"


class Unavailable(CMSError):
    """The database cannot answer now; trying again later may help."""

    code = "UNAVAILABLE"


class ItemRefused(CMSError):
    """One item of an import was refused: which item, which field, and why.

    `item` is where it was read ("pages/17.txt", "export.jsonl:204").
    """

    code = "BAD_USER_INPUT"

    def __init__(self, item: str, field: str, reason: str) -> None:
        super().__init__(f"{item}: {field}: {reason}")
        self.item = item
        self.field = field
        self.reason = reason


class SetupError(CMSError):
    """The site cannot start as it is; `remedy` is the command or setting that mends it."""

    code = "UNAVAILABLE"

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.remedy = remedy


class InvalidTransition(CMSError):
    """The item is not in a state from which this can be done."""

    code = "BAD_USER_INPUT"

    def __init__(self, current: str, wanted: str, *, what: str = "draft") -> None:
        super().__init__(f"{wanted} is not possible while the {what} is {current}")
        self.current = current
        self.wanted = wanted


class Unauthenticated(CMSError):
    """A credential was sent, but it is none that is valid now. The message never tells why."""

    code = "UNAUTHENTICATED"

    def __init__(self) -> None:
        super().__init__("this token is not valid, or not any more; make a new one, or leave out the header")


class HeaderMissing(CMSError):
    """A browser's cookie came without the header that only our own pages can send."""

    code = "FORBIDDEN"

    def __init__(self, header: str) -> None:
        super().__init__(f"a POST with the session cookie needs the header {header}: 1")
        self.header = header


class PreviewNotValid(CMSError):
    """The secret of a preview link shows nothing. The message never tells whether it ever did."""

    code = "NOT_FOUND"

    def __init__(self) -> None:
        super().__init__("this preview link is not valid, or not any more; ask an editor for another one")


class InvalidCredentials(CMSError):
    """What was given to prove who somebody is does not prove it. The message never tells which part is wrong."""

    code = "INVALID_CREDENTIALS"


class SignInRefused(InvalidCredentials):
    """Somebody proved who he is, but that is nobody who may sign in. `reason` is for the log; the message hides it."""

    def __init__(self, reason: str) -> None:
        super().__init__("you cannot sign in here with this account; ask an administrator of the site")
        self.reason = reason


class RateLimited(CMSError):
    """Tried too often; `retry_after_seconds` is how long to wait."""

    code = "RATE_LIMITED"

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"too many tries; try again in {retry_after_seconds} seconds")
        self.retry_after_seconds = retry_after_seconds


class EventsGone(CMSError):
    """The change log does not hold everything that came after a cursor; silence would pass for nothing new."""

    code = "EVENTS_GONE"

    def __init__(self) -> None:
        super().__init__(
            "the change log does not reach back to this cursor, or never had it; read what you need anew, and follow"
            " the log from its end"
        )


class SubscriberTooSlow(CMSError):
    """A subscriber does not take its events as fast as they come. They are all in the log."""

    code = "SUBSCRIBER_TOO_SLOW"

    def __init__(self) -> None:
        super().__init__(
            "the events were not taken as fast as they came; subscribe again with `after` and the cursor of the last"
            " event you have, or ask for less of each event"
        )


class IdempotencyKeyReused(CMSError):
    """The caller used the idempotency key before, with another request."""

    code = "IDEMPOTENCY_KEY_REUSED"

    def __init__(self) -> None:
        super().__init__("this idempotency key was used before with another request; make a new key for every change")


class AlreadyDone(CMSError):
    """The request with this idempotency key was carried out, and its answer held a secret, which is not kept."""

    code = "ALREADY_DONE"

    def __init__(self) -> None:
        super().__init__(
            "this was done by an earlier request with the same idempotency key; its secret was in that answer alone."
            " If that answer was lost, make another one with a new key, and revoke this one"
        )
