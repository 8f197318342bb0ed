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


class VersionConflict(CMSError):
    """The item moved on since the caller read it."""

    code = "VERSION_CONFLICT"

    def __init__(self, expected: int, current: int) -> None:
        super().__init__(f"version {expected} was expected, but the item is at version {current}; read it again")
        self.expected = expected
        self.current = current


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

    def __init__(self, current: str, wanted: str) -> None:
        super().__init__(f"a draft that is {current} cannot become {wanted}")
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


class InvalidCredentials(CMSError):
    """What was given to prove who somebody is does not prove it. The message never tells which part is wrong."""

    code = "INVALID_CREDENTIALS"


class RateLimited(CMSError):
    """Tried too often; `retry_after_seconds` is how long to wait."""

    code = "RATE_LIMITED"

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"too many tries; try again in {retry_after_seconds} seconds")
        self.retry_after_seconds = retry_after_seconds
