"""Documents as they arrive: parsed, held against the limits and validated, once for each text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphql import DocumentNode, GraphQLError, NoSchemaIntrospectionCustomRule, OperationDefinitionNode, parse
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document
from strawberry.types import ExecutionContext

from cms.settings import Settings
from schema.errors import OPERATION_RESOLUTION_FAILURE, VALIDATION_FAILED, with_code
from schema.limits import MAX_CHARACTERS, Limits, excess, too_complex

KEPT_DOCUMENTS = 256
# Longer texts are judged anew each time, so that what is kept stays within some megabytes.
KEPT_CHARACTERS = 16_384


@dataclass
class CheckedDocument:
    """A parsed document and, once it was judged, what is wrong with it."""

    document: DocumentNode
    errors: list[GraphQLError] | None = None


class Documents:
    """The documents that one schema was asked lately. Bounded; the one unused for longest goes first."""

    def __init__(self, limits: Limits, *, introspection: bool) -> None:
        self.limits = limits
        self.introspection = introspection
        self._kept: OrderedDict[str, CheckedDocument] = OrderedDict()

    def parse(self, text: str) -> CheckedDocument:
        """The document of a text.

        Raises:
            GraphQLError: the text is no GraphQL (a GraphQLSyntaxError), or has too many tokens or characters.
        """
        if (checked := self._kept.get(text)) is not None:
            self._kept.move_to_end(text)
            return checked
        # Comments and strings are one token however long they are, so the length is bounded as well.
        if len(text) > MAX_CHARACTERS:
            raise too_complex(
                f"A document may have {MAX_CHARACTERS} characters at most; use variables for long values."
            )
        checked = CheckedDocument(parse(text, max_tokens=self.limits.tokens))
        if len(text) <= KEPT_CHARACTERS:
            self._kept[text] = checked
            if len(self._kept) > KEPT_DOCUMENTS:
                self._kept.popitem(last=False)
        return checked

    def judge(self, checked: CheckedDocument, context: ExecutionContext) -> list[GraphQLError]:
        """What is wrong with a document; empty when it may be executed.

        The limits come first, since some rules of the language take long over documents that are over them.
        """
        if checked.errors is None:
            checked.errors = self._judge(checked.document, context)
        return checked.errors

    def _judge(self, document: DocumentNode, context: ExecutionContext) -> list[GraphQLError]:
        if (over := excess(document, self.limits)) is not None:
            return [over]
        rules = context.validation_rules
        if not self.introspection:
            rules = (*rules, NoSchemaIntrospectionCustomRule)
        schema = context.schema._schema  # noqa: SLF001 - Strawberry gives its graphql-core schema no public name
        return [with_code(error, VALIDATION_FAILED) for error in validate_document(schema, document, rules)]


class DocumentChecks(SchemaExtension):
    """Hands Strawberry checked documents, whichever way the operation came in."""

    def __init__(self, documents: Documents) -> None:
        super().__init__()
        self.documents = documents
        self.checked: CheckedDocument | None = None

    def on_parse(self) -> Iterator[None]:
        """Parse the text, and settle which of its operations is asked for."""
        context = self.execution_context
        if context.query:
            self.checked = self.documents.parse(context.query)
            context.graphql_document = self.checked.document
            check_operation(self.checked.document, _wanted_name(context))
        yield

    def on_validate(self) -> Iterator[None]:
        """Hold the document against the limits and the rules of the language."""
        if self.checked is not None:
            self.execution_context.pre_execution_errors = self.documents.judge(self.checked, self.execution_context)
        yield


class DocumentChecksFactory:
    """Makes the extension for each request; give it to the schema's `extensions`."""

    def __init__(self, settings: Settings) -> None:
        self.documents = Documents(Limits.from_settings(settings), introspection=settings.introspection)

    def __call__(self) -> DocumentChecks:
        """The extension for one request, over the documents kept for all."""
        return DocumentChecks(self.documents)


def check_operation(document: DocumentNode, name: str | None) -> None:
    """Make sure that exactly one operation is meant.

    Raises:
        GraphQLError: with the code OPERATION_RESOLUTION_FAILURE; Strawberry would take the first operation instead.
    """
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if not operations:
        raise _unresolved("The document has no operation; it needs a query or a mutation.")
    if name is None and len(operations) > 1:
        raise _unresolved(f"The document has {len(operations)} operations; say which one with operationName.")
    if name is not None and name not in _names(operations):
        raise _unresolved(f'The document has no operation named "{name}".')


def _names(operations: Iterable[OperationDefinitionNode]) -> set[str]:
    return {operation.name.value for operation in operations if operation.name}


def _unresolved(message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": OPERATION_RESOLUTION_FAILURE})


def _wanted_name(context: ExecutionContext) -> str | None:
    # The public property falls back to the first operation's name, which hides that none was asked for.
    return context._provided_operation_name  # noqa: SLF001 - see above
