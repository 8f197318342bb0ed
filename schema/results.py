"""What mutations answer besides their payload: typed refusals, the same for all of them."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import Any, ParamSpec, TypeVar, cast

import strawberry
from strawberry.types.union import StrawberryUnion

from cms import errors
from cms.log import get_logger

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


def _validation_failed(error: errors.ValidationFailed) -> Refusal:
    problems = [FieldProblem(path=problem.path, message=problem.message) for problem in error.problems]
    return ValidationFailed(problems=problems, message=error.message, code=error.code)


def _bad_user_input(error: errors.BadUserInput) -> Refusal:
    problem = FieldProblem(path=error.field, message=error.message.removeprefix(f"{error.field}: "))
    return ValidationFailed(problems=[problem], message=error.message, code=error.code)


def _forbidden(error: errors.Forbidden) -> Refusal:
    return Forbidden(permission=error.permission, message=error.message, code=error.code)


def _not_found(error: errors.NotFound) -> Refusal:
    return NotFound(kind=error.kind, key=str(error.key), message=error.message, code=error.code)


def _invalid_credentials(error: errors.InvalidCredentials) -> Refusal:
    return InvalidCredentials(message=error.message, code=error.code)


def _rate_limited(error: errors.RateLimited) -> Refusal:
    return RateLimited(retry_after_seconds=error.retry_after_seconds, message=error.message, code=error.code)


# A new refusal: a class in cms/errors.py, a type above, and its line here.
REFUSALS: dict[type[errors.CMSError], Callable[[Any], Refusal]] = {
    errors.ValidationFailed: _validation_failed,
    errors.BadUserInput: _bad_user_input,
    errors.Forbidden: _forbidden,
    errors.NotFound: _not_found,
    errors.InvalidCredentials: _invalid_credentials,
    errors.RateLimited: _rate_limited,
}


def refusal_of(error: errors.CMSError) -> Refusal | None:
    """The refusal that tells of an error; None for what belongs into `errors`."""
    told = REFUSALS.get(type(error))
    return told(error) if told else None


def mutation(description: str) -> Callable[[Callable[Parameters, Awaitable[Result]]], Any]:
    """A mutation whose resolver returns its payload and lets refusals through; those in its union become answers.

    The resolver takes `info` and is annotated with the union of its payload and its refusals.
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

        return strawberry.mutation(resolver=resolve, description=description)

    return make


def _may_answer(info: strawberry.Info, refusal: Refusal) -> bool:
    union = info.return_type
    return isinstance(union, StrawberryUnion) and type(refusal) in union.types
