"""The executor: every described root field of an operation, and every row that a mutation returns, is one statement."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterator
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar, cast

import orjson
from graphql import ExecutionResult, GraphQLField, GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import collect_fields
from graphql.execution.values import get_argument_values
from graphql.pyutils import AwaitableOrValue, Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from cms.db import Database, writing
from cms.db.sharing import SharedReads
from cms.errors import CMSError, Forbidden
from cms.idempotency import KeyedRequest, find_answer, keep_answer, keyed_request
from cms.log import get_logger
from cms.permissions import Permission, Viewer
from schema.compiler import Part, compile_operation, compile_row
from schema.context import Context
from schema.describe import HAPPENINGS, METADATA, Happening, Row, Rows
from schema.dialects import Dialect, PostgreSQL, SQLite
from schema.idempotency import ARGUMENT, request_text
from schema.plan import Plan, Planned, symbolic_variables
from schema.results import KEEPS_ANSWER, Refusal, refusal_of

Compiled = TypeVar("Compiled")
DIALECTS: dict[str, type[Dialect]] = {"sqlite": SQLite, "postgres": PostgreSQL}

log = get_logger(__name__)


class _Undone(Exception):
    """Leaves the transaction of a change that is not to be, with what is answered."""

    def __init__(self, answer: Any) -> None:
        super().__init__()
        self.answer = answer


class _Answered:
    """In place of the executor of an event that has its result."""

    def __init__(self, result: ExecutionResult) -> None:
        self._result = result

    def execute_operation(self, _serially: bool | None = None) -> ExecutionResult:
        return self._result


class CompilingExecutor(StrawberryGraphQLCoreExecutionContext):
    """Plain graphql-core, except for what is described (schema/describe.py)."""

    database: ClassVar[Database]
    shared: ClassVar[SharedReads]
    max_cost: ClassVar[int]
    asset_base_url: ClassVar[str]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._refused: set[str] = set()  # the mutations, by response key, that a refusal answers
        self._spent = 0  # rows that the answers of mutations may have read so far
        self._subscribed: tuple[str, Any, Any] | None = None
        self._happening_plans: dict[str, Plan] = {}  # by the condition under which one is told

    def execute_collected_root_fields(
        self,
        root_type: GraphQLObjectType,
        root_value: Any,
        grouped_field_set: Any,
        serially: bool,
        new_defer_usages: Any,
    ) -> AwaitableOrValue[dict[str, Any]]:
        """The data of the operation."""
        described = {
            key: details
            for key, details in grouped_field_set.items()
            if self._lacking(root_type, details) is None and _description(root_type, details) is not None
        }
        others = {key: details for key, details in grouped_field_set.items() if key not in described}
        if not described:
            if isinstance(self.context_value, Context) and all(name.startswith("__") for name in _names(others)):
                self.context_value.is_for_everybody = True
            return super().execute_collected_root_fields(
                root_type, root_value, grouped_field_set, serially, new_defer_usages
            )
        parts = self._plan(lambda: compile_operation(self, root_type, described, self._dialect))
        if not others:
            self._note_plan(root_type, parts)
        rest = (
            super().execute_collected_root_fields(root_type, root_value, others, serially, new_defer_usages)
            if others
            else {}
        )
        return self._answer(root_type, parts, rest, list(grouped_field_set))

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: Any,
        path: Any,
        position_context: Any,
    ) -> Any:
        """One field that is not described, or is refused."""
        if permission := self._lacking(parent_type, field_details_list):
            return_type = parent_type.fields[field_details_list[0].node.name.value].type
            self.handle_field_error(Forbidden(permission), return_type, field_details_list, path)
            return None

        def run() -> Any:
            return super(CompilingExecutor, self).execute_field(
                parent_type, source, field_details_list, path, position_context
            )

        if self._has_key(parent_type, field_details_list):
            return self._once(run, parent_type, field_details_list, path)
        return run()

    def complete_object_value(
        self,
        return_type: GraphQLObjectType,
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """The value of an object; a Row is of the type that its field says, and no instance of its class."""
        if isinstance(result, Row):
            return self.collect_and_execute_subfields(return_type, field_details_list, path, result, position_context)
        return super().complete_object_value(return_type, field_details_list, info, path, result, position_context)

    def collect_and_execute_subfields(
        self,
        return_type: GraphQLObjectType,
        field_details_list: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """What is selected of an object that a resolver returned; of a Row the database makes it."""
        if path.prev is None and isinstance(result, Refusal):
            self._refused.add(path.key)
        if not isinstance(result, Row):
            return super().collect_and_execute_subfields(
                return_type, field_details_list, path, result, position_context
            )
        grouped = self.collect_subfields(return_type, field_details_list).grouped_field_set
        plan = self._plan(lambda: compile_row(self, return_type, grouped, self._dialect, Rows(result.table)))
        return self._fetch(plan, self._request_values() | {"@row": result.id}, adds_up=True)

    # A subscription whose events are rows

    def cancellable_iterable(self, iterable: AsyncIterable[Any]) -> AsyncIterable[Any]:
        """The events of a subscription; in place of each Happening its result, made from what the database answers."""
        events = super().cancellable_iterable(iterable)
        return self._told(events) if HAPPENINGS in _metadata(self._root_field()[1]) else events

    def build_per_event_executor(self, payload: Any) -> Any:
        """What answers one event: nothing is left to do for one that has its result."""
        return _Answered(payload) if isinstance(payload, ExecutionResult) else super().build_per_event_executor(payload)

    async def _told(self, events: AsyncIterable[Happening]) -> AsyncGenerator[ExecutionResult, None]:
        # What is wrong with the selection is told at once.
        self._happening_plan("").check_cost(self.variable_values.coerced, self.max_cost)
        async with aclosing(cast("AsyncGenerator[Happening, None]", events)):
            async for event in events:
                if (result := await self._result_of(event)) is not None:
                    yield result

    async def _result_of(self, event: Happening) -> ExecutionResult | None:
        """The result of one event; None if it is not to be told."""
        plan = self._happening_plan(event.condition)
        variables = self.variable_values.coerced | self._request_values() | {"@row": event.sequence}
        reading, is_first = self.shared.ask(plan.sql, plan.parameters(variables))
        if is_first and isinstance(self.context_value, Context):
            self.context_value.statements += 1
        cell = reading.result() if reading.done() else await asyncio.shield(reading)
        return None if cell is None else ExecutionResult({self._root_field()[0]: orjson.Fragment(cell)}, None)

    def _happening_plan(self, condition: str) -> Plan:
        if (plan := self._happening_plans.get(condition)) is None:
            _key, field, details = self._root_field()
            gtype = cast("GraphQLObjectType", get_named_type(field.type))
            rows = Rows("event", condition or "true", identity="sequence")
            grouped = self.collect_subfields(gtype, details).grouped_field_set
            plan = self._plan(lambda: compile_row(self, gtype, grouped, self._dialect, rows))
            self._happening_plans[condition] = plan
        return plan

    def _root_field(self) -> tuple[str, Any, Any]:
        """The only field of a subscription: its response key, what the schema says of it, and its details."""
        if self._subscribed is None:
            root = cast("GraphQLObjectType", self.schema.subscription_type)
            given = (self.schema, self.fragments, self.variable_values, root, self.operation)
            ((key, details),) = collect_fields(*given).grouped_field_set.items()
            self._subscribed = key, root.fields[details[0].node.name.value], details
        return self._subscribed

    # A mutation with an idempotency key

    def _has_key(self, parent_type: GraphQLObjectType, details: Any) -> bool:
        """Whether this is a mutation with a key, by somebody who can be told from others."""
        if parent_type is not self.schema.mutation_type or not self._viewer.is_signed_in:
            return False
        return any(argument.name.value == ARGUMENT for argument in details[0].node.arguments or ())

    async def _once(self, run: Callable[[], Any], parent_type: GraphQLObjectType, details: Any, path: Any) -> Any:
        """The answer of a mutation, or if the same was asked with the same key before, the answer of then."""
        field = parent_type.fields[details[0].node.name.value]
        try:
            request = self._keyed_request(field, details)
            if request is None:
                return await _awaited(run())
            return await self._answer_of(request, run, field, path)
        except CMSError as error:
            refusal = refusal_of(error)
            if refusal is None or type(refusal).__name__ not in _members(field):
                self.handle_field_error(error, field.type, details, path)
                return None
            log.info("mutation.refused", mutation=path.key, code=error.code)
            info = self.build_resolve_info(field, [detail.node for detail in details], parent_type, path)
            return await _awaited(self.complete_value(field.type, details, info, path, refusal, None))
        except Exception as error:
            self.handle_field_error(error, field.type, details, path)
            return None

    def _keyed_request(self, field: Any, details: Any) -> KeyedRequest | None:
        first = details[0]
        variables = self.variable_values
        given = get_argument_values(field, first.node, variables, first.fragment_variable_values)
        key = given.get(ARGUMENT)
        if key is None:
            return None
        asked = request_text(details, given, self.fragments, variables.coerced)
        assert self._viewer.id is not None  # noqa: S101 - see _has_key
        return keyed_request(self._viewer.id, key, asked)

    async def _answer_of(self, request: KeyedRequest, run: Callable[[], Any], field: Any, path: Any) -> Any:
        """The kept answer; or the change, its answer and the keeping of that, in one transaction."""
        try:
            async with writing() as tx:
                if (kept := await find_answer(tx, self._viewer, request)) is not None:
                    log.info("mutation.repeated", mutation=path.key)
                    return orjson.loads(kept)
                answer = await self._carried_out(run, path)
                is_kept = field.extensions["strawberry-definition"].metadata[KEEPS_ANSWER]
                text = orjson.dumps(answer).decode() if is_kept else None
                seconds = self.context_value.settings.idempotency_seconds
                await keep_answer(tx, self._viewer, request, text, lifetime_seconds=seconds)
                return answer
        except _Undone as undone:
            return undone.answer

    async def _carried_out(self, run: Callable[[], Any], path: Any) -> Any:
        """The answer of a mutation that was carried out.

        Raises:
            _Undone: a refusal is its answer.
            GraphQLError: it failed, or a part of its answer did; with holes it would look like that of a change.
        """
        errors = self.collected_errors.errors
        before = len(errors)
        answer = await _awaited(run())
        if len(errors) > before:
            failed = errors[before]
            del errors[before:]
            raise failed
        if path.key in self._refused:
            raise _Undone(answer)
        return answer

    def _lacking(self, gtype: GraphQLObjectType, details: Any) -> Permission | None:
        """The permission that a field asks for and the viewer lacks."""
        permission = getattr(_description(gtype, details), "permission", None)
        return None if permission is None or permission in self._viewer.permissions else permission

    @property
    def _dialect(self) -> Dialect:
        return DIALECTS[self.database.dialect](assets=self.asset_base_url)

    @property
    def _viewer(self) -> Viewer:
        return self.context_value.viewer if isinstance(self.context_value, Context) else Viewer.anonymous()

    def _plan(self, compiled: Callable[[], Compiled]) -> Compiled:
        given = self.variable_values
        self.variable_values = symbolic_variables(given)
        try:
            return compiled()
        finally:
            self.variable_values = given

    def _note_plan(self, root: GraphQLObjectType, parts: list[Part]) -> None:
        """Leave the plan in the context, if it is the whole operation's and the same for all viewers."""
        (part, *more) = parts
        needs_permission = any(
            getattr(_description(root, details), "permission", None) for details in part.fields.values()
        )
        if more or part.shadow or needs_permission or not part.plan.is_for_everybody:
            return
        if isinstance(self.context_value, Context):
            definitions = self.operation.variable_definitions or ()
            self.context_value.planned = Planned(definitions, self.variable_values.coerced, part.plan)
            self.context_value.is_for_everybody = True

    async def _answer(self, root: GraphQLObjectType, parts: list[Part], rest: Any, order: list[str]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for part in parts:
            data |= await self._part(root, part)
        data |= rest if isinstance(rest, dict) else await rest
        return {key: data[key] for key in order}

    async def _part(self, root: GraphQLObjectType, part: Part) -> dict[str, Any]:
        """The data of the root fields that one statement answers."""
        words = self._request_values()
        if part.shadow is None:
            data = await self._fetch(part.plan, words)
            for key, details in part.fields.items():
                refusal = getattr(_description(root, details), "refusal", None)
                if refusal is not None and data[key] is None:
                    self._refuse(root, key, details, refusal())
            return data
        values = self.variable_values.coerced | words
        if refusal := part.shadow.refusal(values, self._viewer):
            for key, details in part.fields.items():
                self._refuse(root, key, details, refusal)
            return dict.fromkeys(part.fields)
        if isinstance(self.context_value, Context) and part.shadow.is_private(values):
            self.context_value.is_private = True
        data = await self._fetch(part.plan, words)
        missing = part.shadow.missing(values)
        for key, details in part.fields.items():
            if missing is not None and data[key] is None:
                self._refuse(root, key, details, missing)
        return data

    def _refuse(self, root: GraphQLObjectType, key: str, details: Any, refusal: CMSError) -> None:
        """Make a root field null, with an error that tells why."""
        return_type = root.fields[details[0].node.name.value].type
        self.handle_field_error(refusal, return_type, details, Path(None, key, root.name))

    async def _fetch(self, plan: Plan, values: dict[str, Any], *, adds_up: bool = False) -> dict[str, Any]:
        """What a plan's statement answers; what that may read `adds_up` with other answers of the operation."""
        variables = self.variable_values.coerced | values
        parameters = plan.parameters(variables)
        cost = plan.check_cost(variables, self.max_cost, spent=self._spent)
        if adds_up:
            self._spent = cost
        if isinstance(self.context_value, Context):
            self.context_value.statements += 1
        cell = await self.database.fetch(plan.sql, parameters) or b"{}"
        cell = await plan.finished(cell, variables)
        if isinstance(self.context_value, Context) and self.context_value.planned is not None:
            self.context_value.cell = cell if isinstance(cell, bytes) else cell.encode()
        data: dict[str, Any] = orjson.loads(cell)
        return data

    def _request_values(self) -> dict[str, Any]:
        viewer = self._viewer
        return {
            "@viewer": viewer.id or 0,
            "@sees_all": int(viewer.sees_all_drafts),
            "@writes": int(Permission.WRITE in viewer.permissions),
            "@audits": int(Permission.READ_AUDIT in viewer.permissions),
            "@now": datetime.now(UTC),
        }


def make_executor(database: Database, max_cost: int, asset_base_url: str = "") -> type[CompilingExecutor]:
    """An executor class bound to a database.

    `max_cost` is how many rows an operation may read, `asset_base_url` what the addresses of assets begin with.
    """
    given = {"database": database, "shared": SharedReads(database), "max_cost": max_cost}
    given["asset_base_url"] = asset_base_url
    return type("SiteExecutor", (CompilingExecutor,), given)


async def _awaited(value: Any) -> Any:
    return await value if isinstance(value, Awaitable) else value


def _names(fields: dict[str, Any]) -> Iterator[str]:
    """The names of root fields that are collected by their keys."""
    return (details[0].node.name.value for details in fields.values())


def _members(field: Any) -> set[str]:
    """The names of the types that the union of a mutation has."""
    return {member.name for member in getattr(get_named_type(field.type), "types", ())}


def _description(gtype: GraphQLObjectType, details: Any) -> Any:
    """What the field says of its rows; None for introspection, `__typename` and fields with a resolver."""
    definition = gtype.fields.get(details[0].node.name.value)
    return _metadata(definition).get(METADATA) if definition is not None else None


def _metadata(definition: GraphQLField) -> Any:
    """What the Python side has noted of a field."""
    field = definition.extensions.get("strawberry-definition")
    return field.metadata if field is not None else {}
