"""What a document may ask for: each limit, and documents made to take long."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
import strawberry
from graphql import get_introspection_query, parse
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.settings import Settings
from schema.documents import KEPT_CHARACTERS, KEPT_DOCUMENTS, DocumentChecksFactory, Documents
from schema.errors import QuietSchema, code_of
from schema.limits import MAX_CHARACTERS, Limits, excess

pytestmark = pytest.mark.anyio

LIMITS = Limits(tokens=500, depth=4, aliases=3, fields=20, root_fields=5, directives=3)


@strawberry.type
class Query:
    @strawberry.field
    def a(self, n: int = 0) -> Query:
        return Query()

    @strawberry.field
    def b(self) -> str:
        return "b"


@pytest.fixture(autouse=True)
def without_collections() -> Iterator[None]:
    """Keep the collector, which may have the remains of a thousand tests to look through, out of what is measured."""
    gc.disable()
    yield
    gc.enable()


def make_schema(**changes: int | bool) -> QuietSchema:
    return QuietSchema(Query, extensions=[DocumentChecksFactory(Settings(_env_file=None, **changes))])


def message_of(document: str, limits: Limits = LIMITS) -> str:
    error = excess(parse(document), limits)
    assert error is None or code_of(error) == "TOO_COMPLEX"
    return error.message if error else ""


def doubling(levels: int) -> str:
    """Fragments that each spread the next one twice."""
    fragments = [f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels)]
    return "{ ...f0 } " + " ".join(fragments) + f" fragment f{levels} on Query {{ b }}"


@pytest.mark.parametrize(
    "document",
    [
        "{ a { a { a { b } } } }",
        "{ ...f } fragment f on Query { a { a { a { b } } } }",
        "{ ... { ... { ... { ... { ... { b } } } } } }",
        "{ x: b y: b z: b }",
        "{ b b b b b }",
        "{ b @skip(if: false) @include(if: true) }",
        "query A { b } query B { b }",
        "{ a { ...f ...f } b } fragment f on Query { b b }",
        "{ unknown { ...missing } }",
    ],
)
def test_documents_within_the_limits_pass(document: str) -> None:
    assert message_of(document) == ""


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{ a { a { a { a { b } } } } }", "4 levels of nested fields at most; this one has 5."),
        (
            "{ b a { ...f } } fragment f on Query { a { a { a { b } } } }",
            '4 levels of nested fields at most; this one has 5, all of them in "a".',
        ),
        (
            "{ ...f } fragment f on Query { a { a { a { a { b } } } } }",
            "4 levels of nested fields at most; this one has 5.",
        ),
        ("{ b b b b b b }", "5 fields at the top at most; this one has 6."),
        ("{ ...f ...f } fragment f on Query { b b b }", "5 fields at the top at most; this one has 6."),
        ("{ a { w: b x: b y: b z: b } }", "3 aliases at most; this one has 4."),
        ("{ a { ...f ...f } } fragment f on Query { x: b y: b }", "3 aliases at most"),
        ("{ b @skip(if: 1) @skip(if: 1) @skip(if: 1) @skip(if: 1) }", "3 directives at most"),
        ("{ ...f @skip(if: 1) ...f @skip(if: 1) } fragment f on Query { b @skip(if: 1) }", "3 directives at most"),
        ("query @x @x @x @x { b }", "3 directives at most"),
        ("{ a { " + "b " * 20 + "} }", "20 fields at most; this one has 21."),
        ("{ b } query B { a { a { a { a { b } } } } }", "4 levels of nested fields"),
        (
            "{ b } fragment unused on Query { a { a { a { a { b } } } } }",
            'the fragment "unused", which is not used, has 5.',
        ),
        ("{ b a { " + "b " * 19 + "} }", '20 fields at most; this one has 21, 20 of them in "a".'),
        ("{ b ...f } fragment f on Query { b b b b b }", 'this one has 6, 5 of them in "...f".'),
        (" ".join(f"query q{n} {{ b }}" for n in range(21)), "20 operations at most"),
        ("{ b }" + " ".join(f"fragment f{n} on Query {{ b }}" for n in range(101)), "100 fragments at most"),
        ("{ " + "... { " * 120 + "b" + " }" * 120 + " }", "nested 100 levels deep at most"),
        (
            "{ ...f0 } fragment f50 on Query { b } "
            + " ".join(f"fragment f{n} on Query {{ {'... { ' * 5} ...f{n + 1} {'}' * 5} }}" for n in range(50)),
            "nested 100 levels deep at most",
        ),
        ("{ __schema { " + "a { " * 25 + "b" + " }" * 25 + " } }", "20 levels of nested introspection fields"),
    ],
)
def test_documents_over_a_limit_are_told_which(document: str, words: str) -> None:
    assert words in message_of(document)


@pytest.mark.parametrize("levels", [10, 30, 90])
async def test_fragments_that_double_are_refused_at_once(levels: int) -> None:
    schema = make_schema()
    document = doubling(levels)
    start = time.process_time()

    result = await schema.execute(document)

    assert time.process_time() - start < 0.2
    assert [code_of(error) for error in result.errors or []] == ["TOO_COMPLEX"]


@pytest.mark.parametrize(
    "document",
    [
        "{ " + "... { " * 600 + "b" + " }" * 600 + " }",
        "{ " + "a { " * 600 + "b" + " }" * 600 + " }",
        "{ ...f0 } " + " ".join(f"fragment f{n} on Query {{ ...f{n + 1} }}" for n in range(240)),
        "{ " + "b " * 1990 + "}",
        "{ " + " ".join(f"x{n}: b" for n in range(600)) + " }",
        "{ b " + "@skip(if: false) " * 250 + "}",
        '{ b } # "' + "x" * 99_000,
        "# x\n" * 3_000 + "{ b }",
        "{ a(n: " + "[" * 150 + "]" * 150 + ") { b } }",
        "{ a { " + "".join(f"...f{n} " for n in range(150)) + "} }"
        + "".join(f" fragment f{n} on Query {{ b }}" for n in range(150)),
        '{ a(n: """' + "x" * 200_000 + '""") { b } }',
    ],
    ids=lambda document: document[:20],
)  # fmt: skip
async def test_documents_made_to_take_long_do_not(document: str) -> None:
    schema = make_schema()
    start = time.process_time()

    await schema.execute(document)

    assert time.process_time() - start < 0.4


WIDE = Limits(tokens=5000, depth=12, aliases=30, fields=1000, root_fields=20, directives=50)


def fragments_with(count: int, fields: str) -> str:
    """Fragments that each select the same fields, all spread in one place."""
    spreads = " ".join(f"...f{n}" for n in range(count))
    return "{ a { " + spreads + " } }" + "".join(f" fragment f{n} on Query {{ {fields} }}" for n in range(count))


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{ a { " + "a { b } " * 21 + "} }", '"a.a" is selected 21 times'),
        ("{ a { " + "b " * 330 + "} }", '"a.b" is selected 330 times'),
        ("{ a { " + "x: b " * 21 + "} }", '"a.x" is selected 21 times'),
        ("{ a { " + "... { b } " * 21 + "} }", '"a.b" is selected 21 times'),
        (fragments_with(90, "a { b }"), '"a.a" is selected 90 times'),
        # Three selections of one field with ten of another in each make thirty in one place.
        ("{ " + ("a { " + "b " * 10 + "} ") * 3 + "}", '"a.b" is selected 30 times'),
        ("{ b } fragment unused on Query { " + "b " * 20 + "a { b } b }", '"b" is selected 21 times'),
        ("{ a { ...f } } fragment f on Query { " + "b " * 21 + "a { ...f } }", '"a.b" is selected 21 times'),
    ],
)
def test_fields_repeated_in_one_place_are_refused(document: str, words: str) -> None:
    limits = replace(WIDE, aliases=100, root_fields=100)

    message = message_of(document, limits)

    assert "20 times in one place at most" in message
    assert words in message


@pytest.mark.parametrize(
    "document",
    [
        "{ a { " + "b " * 20 + "} }",
        fragments_with(20, "a { b }"),
        "{ a { " + "...f " * 40 + "} } fragment f on Query { b }",
        "{ " + " ".join(f"a{n}: a {{ a {{ b }} }}" for n in range(15)) + " }",
        "{ a { ...f } } fragment f on Query { a { ...f } }",
        "{ ...f } fragment f on Query { a { ...g } } fragment g on Query { a { ...f } b }",
    ],
)
def test_fields_repeated_a_little_pass(document: str) -> None:
    assert message_of(document, WIDE) == ""


def circle(size: int) -> str:
    """Fragments of which each leads to every other, one level down."""
    spreads = " ".join(f"...f{n}" for n in range(size))
    return "{ ...f0 }" + "".join(f" fragment f{n} on Query {{ a {{ {spreads} }} }}" for n in range(size))


@pytest.mark.parametrize(
    "document",
    [
        "{ a { " + "a { b } " * 330 + "} }",
        fragments_with(90, "a { b }"),
        "{ " + ("a { " + ("a { " + "b " * 20 + "} ") * 2 + "} ") * 20 + "}",
        "{ " + "a { a { a { a { b } } } } " * 20 + "}",
        "{ " + " ".join(f"x{n}: a {{ {'b ' * 20} a {{ {'b ' * 20} }} }}" for n in range(20)) + " }",
        circle(30),
    ],
    ids=["fields", "fragments", "nested", "deep", "just within", "circle"],
)
async def test_repeated_fields_do_not_take_long(document: str) -> None:
    schema = make_schema()
    start = time.process_time()

    await schema.execute(document)

    assert time.process_time() - start < 0.4


async def test_fragments_in_a_circle_are_an_ordinary_validation_error() -> None:
    result = await make_schema().execute("{ ...f } fragment f on Query { b ...g } fragment g on Query { ...f }")

    assert {code_of(error) for error in result.errors or []} == {"GRAPHQL_VALIDATION_FAILED"}


async def test_the_introspection_query_of_tools_is_within_the_limits() -> None:
    query = get_introspection_query(specified_by_url=True, directive_is_repeatable=True, schema_description=True)

    result = await make_schema().execute(query)

    assert result.errors is None


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{ " + "b " * 2001 + "}", "more than 2000 tokens"),
        ("{ b } #" + "x" * MAX_CHARACTERS, "100000 characters"),
        ("{ a(n: " + "[" * 300 + "]" * 300 + ") { b } }", "nested too deeply"),
    ],
)
async def test_long_and_deep_texts_are_too_complex(document: str, words: str) -> None:
    result = await make_schema().execute(document)

    assert [code_of(error) for error in result.errors or []] == ["TOO_COMPLEX"]
    assert words in (result.errors or [])[0].message


async def test_settings_move_the_limits() -> None:
    document = "{ a { a { a { b } } } }"

    narrow = await make_schema(max_depth=3).execute(document)
    wide = await make_schema(max_depth=4).execute(document)

    assert narrow.errors
    assert wide.errors is None


async def test_a_kept_document_gives_the_same_answer_again() -> None:
    schema = make_schema()

    answers = [await schema.execute("{ b titel }") for _ in range(3)]

    assert len({str(answer.errors) for answer in answers}) == 1
    assert answers[0].errors


def test_kept_documents_are_bounded() -> None:
    documents = Documents(LIMITS, introspection=True)
    first = documents.parse("{ b }")

    for number in range(KEPT_DOCUMENTS):
        documents.parse(f"query q{number} {{ b }}")

    assert documents.parse("{ b }") is not first
    assert len(documents._kept) == KEPT_DOCUMENTS


def test_long_documents_are_not_kept() -> None:
    documents = Documents(LIMITS, introspection=True)
    text = "{ b } #" + "x" * KEPT_CHARACTERS

    assert documents.parse(text) is not documents.parse(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["b ", "x: b ", "a { b } ", "NEXT ", "a { NEXT } "]), min_size=1, max_size=3),
        max_size=4,
    )
)
def test_fragments_count_as_if_written_out(shapes: list[list[str]]) -> None:
    # Each fragment spreads the next one only, so writing them out ends; one that spreads none is the last one used.
    last = next((number for number, shape in enumerate(shapes) if not any("NEXT" in part for part in shape)), 9)
    shapes = shapes[: last + 1]
    fragments = [
        "".join(shape).replace("NEXT", f"...f{number + 1}" if number + 1 < len(shapes) else "b")
        for number, shape in enumerate(shapes)
    ]
    spread = "{ b ...f0 }" if fragments else "{ b }"
    written = spread.replace("...f0", "...f0 ")
    for number, fragment in enumerate(fragments):
        written = written.replace(f"...f{number} ", f"{fragment} ")
    definitions = "".join(f" fragment f{number} on Query {{ {fragment} }}" for number, fragment in enumerate(fragments))

    # The number is the same; only the part that is named may be a fragment in one and a field in the other.
    by_spread = message_of(spread + definitions).partition(",")[0].rstrip(".")
    by_writing = message_of(written).partition(",")[0].rstrip(".")

    assert by_spread == by_writing
