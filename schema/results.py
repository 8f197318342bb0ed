"""What mutations answer besides their payload: typed refusals, the same for all of them."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import Any, ParamSpec, TypeVar, cast

import strawberry
from strawberry.types.union import StrawberryUnion
from strawberry.utils.str_converters import to_camel_case

from cms import errors
from cms.ids import shown_field
from cms.log import get_logger
from schema.contents import shown_values
from schema.idempotency import TakesKey
from schema.scalars import JSON

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

log = get_logger(__name__)


@strawberry.interface(description="Why a mutation did nothing. Select it in every mutation, so that new reasons show.")
class Refusal:
    """A refusal."""

    message: str = strawberry.field(description="A sentence for people; may change.")
    code: str = strawberry.field(description="One of the codes of docs/errors.md, for programs; never changes.")


@strawberry.type(description="What is wrong with one field of the input.")
class FieldProblem:
    """One problem."""

    path: str = strawberry.field(description="The field, such as name or credits.2.name.")
    message: str = strawberry.field(description="What to do about it.")


@strawberry.type(description="The input cannot be used as it is.")
class ValidationFailed(Refusal):
    """A refusal."""

    problems: list[FieldProblem] = strawberry.field(description="Everything that is wrong, at least one.")


@strawberry.type(description="The viewer lacks a permission.")
class Forbidden(Refusal):
    """A refusal."""

    permission: str = strawberry.field(description="The permission that is needed.")


@strawberry.type(description="There is no such thing, or the viewer may not know of it.")
class NotFound(Refusal):
    """A refusal."""

    kind: str = strawberry.field(description="What was looked for, such as user.")
    key: str = strawberry.field(description="By what it was looked for.")


@strawberry.type(description="What was given as a proof is none: a wrong e-mail address, password or link.")
class InvalidCredentials(Refusal):
    """A refusal."""


@strawberry.type(description="Tried too often.")
class RateLimited(Refusal):
    """A refusal."""

    retry_after_seconds: int = strawberry.field(description="How long to wait.")


@strawberry.type(description="The item was changed since it was read, and the changes do not go together.")
class VersionConflict(Refusal):
    """A refusal."""

    expected_version: int = strawberry.field(description="The version that the request named.")
    current_version: int = strawberry.field(description="The version it has.")
    fields: list[str] = strawberry.field(
        description="The fields that both sides changed differently. Empty when nothing can be merged: read it again."
    )
    base: JSON = strawberry.field(description="The values of these fields that both sides began with, by field.")
    mine: JSON = strawberry.field(description="Their values in the request.")
    theirs: JSON = strawberry.field(description="Their values as they are saved.")


@strawberry.type(description="This cannot be done in the state that the article is in.")
class InvalidTransition(Refusal):
    """A refusal."""

    current: str = strawberry.field(description="The state: a DraftStatus or ReviewState.")
    wanted: str = strawberry.field(description="What was asked for.")


@strawberry.type(description="The idempotency key was used before with another request, so nothing was done.")
class IdempotencyKeyReused(Refusal):
    """A refusal."""


@strawberry.type(
    description="An earlier request with this idempotency key did it. Its answer held a secret, which is not kept."
)
class AlreadyDone(Refusal):
    """A refusal."""


def _validation_failed(error: errors.ValidationFailed) -> Refusal:
    problems = [FieldProblem(path=to_camel_case(problem.path), message=problem.message) for problem in error.problems]
    message = "; ".join(f"{problem.path}: {problem.message}" for problem in problems)
    return ValidationFailed(problems=problems, message=message, code=error.code)


def _bad_user_input(error: errors.BadUserInput) -> Refusal:
    problem = FieldProblem(path=error.field, message=error.message.removeprefix(f"{error.field}: "))
    return ValidationFailed(problems=[problem], message=error.message, code=error.code)


def _forbidden(error: errors.Forbidden) -> Refusal:
    return Forbidden(permission=error.permission, message=error.message, code=error.code)


def _not_found(error: errors.NotFound) -> Refusal:
    return NotFound(kind=error.kind, key=str(error.key), message=error.message, code=error.code)


def _invalid_credentials(error: errors.InvalidCredentials) -> Refusal:
    return InvalidCredentials(message=error.message, code=error.code)


def _version_conflict(error: errors.VersionConflict) -> Refusal:
    edits = error.edits or errors.ConflictingEdits({}, {}, {})
    return VersionConflict(
        expected_version=error.expected,
        current_version=error.current,
        fields=[shown_field(name) for name in edits.base],
        base=shown_values(edits.base),
        mine=shown_values(edits.mine),
        theirs=shown_values(edits.theirs),
        message=error.message,
        code=error.code,
    )


def _invalid_transition(error: errors.InvalidTransition) -> Refusal:
    return InvalidTransition(current=error.current, wanted=error.wanted, message=error.message, code=error.code)


def _rate_limited(error: errors.RateLimited) -> Refusal:
    return RateLimited(retry_after_seconds=error.retry_after_seconds, message=error.message, code=error.code)


def _key_reused(error: errors.IdempotencyKeyReused) -> Refusal:
    return IdempotencyKeyReused(message=error.message, code=error.code)


def _already_done(error: errors.AlreadyDone) -> Refusal:
    return AlreadyDone(message=error.message, code=error.code)


# A new refusal: a class in cms/errors.py, a type above, and its line here.
REFUSALS: dict[type[errors.CMSError], Callable[[Any], Refusal]] = {
    errors.ValidationFailed: _validation_failed,
    errors.BadUserInput: _bad_user_input,
    errors.Forbidden: _forbidden,
    errors.NotFound: _not_found,
    errors.InvalidCredentials: _invalid_credentials,
    errors.RateLimited: _rate_limited,
    errors.VersionConflict: _version_conflict,
    errors.InvalidTransition: _invalid_transition,
    errors.IdempotencyKeyReused: _key_reused,
    errors.AlreadyDone: _already_done,
}


def refusal_of(error: errors.CMSError) -> Refusal | None:
    """The refusal that tells of an error; None for what belongs into `errors`."""
    told = REFUSALS.get(type(error))
    return told(error) if told else None


KEY = (
    "1 to 200 visible characters made up for this change, such as a UUID: a retry with it gets the first answer, and"
    " nothing is done twice (docs/idempotency.md)."
)
SECRET_KEY = KEY + " The secret is in the first answer alone; a retry gets AlreadyDone."
KEEPS_ANSWER = "keeps_answer"


def mutation(
    description: str, *, takes_key: bool = True, shows_secret: bool = False
) -> Callable[[Callable[Parameters, Awaitable[Result]]], Any]:
    """A mutation whose resolver returns its payload and lets refusals through; those in its union become answers.

    The resolver takes `info` and is annotated with the union of its payload and its refusals. It gets the argument
    `idempotencyKey`, and its union the refusals of that.

    Args:
        description: what it does.
        takes_key: False for what must not run inside a transaction, because it is slow (hashing a password).
        shows_secret: the payload holds a secret that is shown once; it is not kept for retries.
    """

    def make(resolver: Callable[Parameters, Awaitable[Result]]) -> Any:
        @functools.wraps(resolver)
        async def resolve(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
            try:
                return await resolver(*args, **kwargs)
            except errors.CMSError as error:
                info = cast("strawberry.Info", kwargs["info"])
                refusal = refusal_of(error)
                if refusal is None or not _may_answer(info, refusal):
                    raise
                log.info("mutation.refused", mutation=info.field_name, code=error.code)
                return cast("Result", refusal)

        refusals = (IdempotencyKeyReused, AlreadyDone) if shows_secret else (IdempotencyKeyReused,)
        return strawberry.mutation(
            resolver=resolve,
            description=description,
            metadata={KEEPS_ANSWER: not shows_secret},
            extensions=[TakesKey(SECRET_KEY if shows_secret else KEY, refusals)] if takes_key else [],
        )

    return make


def _may_answer(info: strawberry.Info, refusal: Refusal) -> bool:
    union = info.return_type
    return isinstance(union, StrawberryUnion) and type(refusal) in union.types
