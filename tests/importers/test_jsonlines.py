"""JSON lines: every documented field arrives, every other is refused by its path."""

from __future__ import annotations

import json
import re
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.errors import ItemRefused
from cms.importers.item import ItemCredit, ItemReference
from cms.importers.jsonlines import _Article, parse_line
from cms.words import AuthorKind, CreditRole, RelationKind

DOCUMENT = Path(__file__).parents[2] / "docs" / "importing.md"


def line(**fields: object) -> bytes:
    return json.dumps({"title": "新桥通车", "body": "正文。"} | fields, ensure_ascii=False).encode()


def refusal(data: bytes) -> ItemRefused:
    with pytest.raises(ItemRefused) as caught:
        parse_line(data, "export.jsonl:7")
    assert caught.value.item == "export.jsonl:7"
    return caught.value


def test_every_field_arrives() -> None:
    item = parse_line(
        line(
            title=" 新桥通车\u3000",
            subtitle="过江四分钟",
            body="第一段 & 其他\n\n　　第二段\n",
            publishedAt="2024-03-09T08:05:00+08:00",
            source={"name": "临水时报", "url": "https://example.org"},
            category=["城事", "IT/交通"],
            authors=["周一禾", {"name": "临水时报", "role": "COLLECTING_EDITOR"}, {"name": "江报", "kind": "person"}],
            byline="作者:周一禾",
            tags=["桥", "交通"],
            excerpt="摘要",
            language="zh-Hant",
            externalId="a-17",
            url="https://example.org/a/17",
            licence="CC-BY-4.0",
            creditLine="临水时报供稿",
            urgency=3,
            views=120,
            related=[
                "旧渡口",
                {"title": "候鸟", "teaser": "还没写完", "url": "https://example.org/b", "kind": "BACKGROUND"},
            ],
            hot=[],
            newest=[{"title": "最新的"}],
            collections=["front-page"],
        ),
        "x",
    )

    assert (item.title, item.subtitle, item.body_html) == (
        "新桥通车",
        "过江四分钟",
        "<p>第一段 &amp; 其他</p><p>第二段</p>",
    )
    assert item.published_at == datetime(2024, 3, 9, 0, 5, tzinfo=UTC)
    assert (item.source, item.source_url) == ("临水时报", "https://example.org")
    assert item.category_path == ("城事", "IT/交通")
    assert item.credits == (
        ItemCredit("周一禾", CreditRole.AUTHOR, AuthorKind.PERSON),
        ItemCredit("临水时报", CreditRole.COLLECTING_EDITOR, AuthorKind.ORGANIZATION),
        ItemCredit("江报", CreditRole.AUTHOR, AuthorKind.PERSON),
    )
    assert (item.byline, item.tags, item.excerpt, item.language) == ("作者:周一禾", ("桥", "交通"), "摘要", "zh-Hant")
    assert (item.external_id, item.url, item.licence) == ("a-17", "https://example.org/a/17", "CC-BY-4.0")
    assert (item.credit_line, item.urgency, item.views) == ("临水时报供稿", 3, 120)
    assert item.related == (
        ItemReference("旧渡口"),
        ItemReference("候鸟", "还没写完", "https://example.org/b", is_truncated=True, kind=RelationKind.BACKGROUND),
    )
    assert (item.hot, item.newest, item.collections) == ((), (ItemReference("最新的"),), ("front-page",))


def test_what_is_left_out_stays_empty() -> None:
    item = parse_line(line(subtitle=None, publishedAt=None, source=None, authors=None), "x")

    assert (item.published_at, item.source, item.credits, item.hot, item.urgency) == (None, "", (), None, None)
    assert item.language == "zh-Hans"


def test_html_body_is_sanitised() -> None:
    item = parse_line(b'{"title": "A", "bodyHtml": "<div onclick=x>a</div><script>b</script>"}', "x")

    assert item.body_html == "<p>a</p>"


@pytest.mark.parametrize(
    ("given_category", "path"),
    [("a/b", ("a", "b")), ("a > IT/b >", ("a", "IT/b")), ("a", ("a",)), (["a", "b/c"], ("a", "b/c")), ("", ())],
)
def test_category_is_a_path_however_written(given_category: object, path: tuple[str, ...]) -> None:
    assert parse_line(line(category=given_category), "x").category_path == path


@pytest.mark.parametrize(
    ("given_date", "expected"),
    [
        ("2024-03-09T08:05:00Z", datetime(2024, 3, 9, 8, 5, tzinfo=UTC)),
        ("2024-03-09T08:05", datetime(2024, 3, 9, 0, 5, tzinfo=UTC)),
        ("2024-03-09", datetime(2024, 3, 8, 16, 0, tzinfo=UTC)),
        ("", None),
    ],
)
def test_date_without_offset_is_chinese_time(given_date: str, expected: datetime | None) -> None:
    assert parse_line(line(publishedAt=given_date), "x").published_at == expected


def test_id_is_another_name_of_the_external_id_and_may_be_a_number() -> None:
    assert parse_line(line(id=17), "x").external_id == "17"


@pytest.mark.parametrize(
    ("fields", "path", "reason"),
    [
        ({"publshedAt": "x"}, "publshedAt", "did you mean “publishedAt”?"),
        ({"body_html": "x"}, "body_html", "did you mean “bodyHtml”?"),
        ({"zzzzzz": 1}, "zzzzzz", "known are title, subtitle"),
        ({"colour": 1}, "colour", "known are title, subtitle"),
        ({"collectedAt": 1}, "collectedAt", "known are title, subtitle"),
        ({"authors": [{"age": 1}]}, "authors.0.age", "known are name, role, kind"),
        ({"title": 5, "authors": [{"nme": "a"}]}, "authors.0.nme", "did you mean “name”?"),
        ({"id": [1]}, "id", "must be text"),
        ({"id": "a" * 201}, "id", "at most 200"),
        ({"authors": [{"nme": "a"}]}, "authors.0.nme", "did you mean “name”?"),
        ({"source": {"nmae": "a"}}, "source.nmae", "did you mean “name”?"),
        ({"related": [{"titel": "a"}]}, "related.0.titel", "did you mean “title”?"),
        ({"title": 5}, "title", "must be text"),
        ({"authors": ["a", "b", {"name": 3}]}, "authors.2.name", "must be text"),
        ({"authors": "a"}, "authors", "must be a list"),
        ({"authors": [7]}, "authors.0", "must be an object"),
        ({"tags": ["a", None]}, "tags.1", "must be text"),
        ({"views": "5"}, "views", "must be a whole number"),
        ({"views": True}, "views", "must be a whole number"),
        ({"views": 10**30}, "views", "from 0 to"),
        ({"views": -1}, "views", "from 0 to"),
        ({"urgency": 10}, "urgency", "from 1"),
        ({"publishedAt": "2024-02-30"}, "publishedAt", "does not exist"),
        ({"publishedAt": "gestern"}, "publishedAt", "ISO 8601"),
        ({"authors": [{"name": "a", "role": "KING"}]}, "authors.0.role", "must be one of AUTHOR"),
        ({"related": [{"title": "a", "kind": "X"}]}, "related.0.kind", "must be one of RELATED"),
        ({"url": "javascript:alert(1)"}, "url", "web address"),
        ({"related": [{"title": "a", "url": "/b"}]}, "related.0.url", "web address"),
        ({"category": "a/" * 1001}, "category", "longer than 2,000"),
        ({"collections": ["a"] * 51}, "collections", "at most 50"),
        ({"collections": ["Front Page"]}, "collections.0", "slug"),
        ({"language": "Chinese!"}, "language", "language tag"),
        ({"id": 1, "externalId": "1"}, "id", "only one"),
        ({"bodyHtml": "<p>a</p>"}, "bodyHtml", "not both"),
        ({"body": " \n\u3000"}, "body", "is empty"),
        ({"body": "a\0b"}, "body", "NUL"),
        ({"title": "a\u0007b"}, "title", "U+0007"),
        ({"title": "a\nb"}, "title", "single line"),
        ({"title": "\u3000"}, "title", "is empty"),
        ({"title": "a" * 301}, "title", "at most 300"),
        ({"body": "a" * 2_000_001}, "body", "at most 2,000,000"),
        ({"authors": ["a"] * 101}, "authors", "at most 100"),
        ({"authors": ["a" * 201]}, "authors.0.name", "at most 200"),
        ({"tags": ["a"] * 51}, "tags", "at most 50"),
        ({"tags": ["a" * 101]}, "tags.0", "at most 100"),
        ({"category": ["a"] * 11}, "category", "at most 10"),
        ({"category": ["a" * 101]}, "category.0", "at most 100"),
        ({"category": ["a", ""]}, "category.1", "is empty"),
        ({"related": ["a"] * 201}, "related", "at most 200"),
        ({"hot": [{"title": "a", "teaser": "b" * 1001}]}, "hot.0.teaser", "at most 1,000"),
        ({"url": "https://example.org/" + "a" * 2000}, "url", "at most 2,000"),
        ({"body": "a\n" * 25_001}, "body", "more than 50,000 tags"),
        ({"body": None, "bodyHtml": "<p>a" * 25_001}, "bodyHtml", "more than 50,000 tags"),
        ({"body": None, "bodyHtml": "<" * 1_100_000}, "bodyHtml", "longer than 4,000,000"),
    ],
)
def test_field_that_cannot_be_used_is_named_with_the_reason(fields: dict[str, object], path: str, reason: str) -> None:
    refused = refusal(line(**fields))

    assert refused.field == path
    assert reason in refused.reason


@pytest.mark.parametrize(
    ("data", "field", "reason"),
    [
        (b"", "line", "not valid JSON"),
        (b"{", "line", "not valid JSON"),
        (b"[]", "line", "one JSON object"),
        (b'"a"', "line", "one JSON object"),
        (b"\xff{}", "line", "not valid UTF-8 at byte 1"),
        (b"[" * 100_000, "line", "not valid JSON: recursion limit"),
        (b'{"a":' * 100_000, "line", "not valid JSON: recursion limit"),
        (b'{"views":' + b"9" * 10_000 + b"}", "line", "not valid JSON: number out of range"),
        (b'{"title": "\\ud800", "body": "b"}', "line", "not valid JSON"),
        (b'{"title": NaN}', "line", "not valid JSON"),
        (b"{}", "title", "is required"),
        (b'{"title": "a"}', "body", "is required"),
    ],
)
def test_line_that_is_no_article_is_refused(data: bytes, field: str, reason: str) -> None:
    refused = refusal(data)

    assert refused.field == field
    assert reason in refused.reason


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"authors": ["a"] * 1_000_000}, "authors"),
        ({"authors": [{"x": 1}] * 1_000_000}, "authors"),
        ({"tags": [1] * 1_000_000}, "tags"),
        ({"newest": [7] * 1_000_000}, "newest"),
        ({"category": ">a" * 1_000_000}, "category"),
        ({f"x{number}": 1 for number in range(300_000)}, "x0"),
        ({"authors": [{f"x{number}": 1 for number in range(300_000)}]}, "authors.0.x0"),
    ],
    ids=range(7),
)
def test_very_many_entries_or_fields_are_refused_at_once(fields: dict[str, object], path: str) -> None:
    data = line(**fields)
    start = time.perf_counter()

    refused = refusal(data)

    assert refused.field == path
    assert time.perf_counter() - start < 5  # below 1 s here, most of it the parsing of the JSON; it was up to 16 s


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ('{"title": "一", "body": "文", "title": "二"}', "title"),
        ('{"title": null, "body": "文", "title": "二"}', "title"),
        ('{"title": "一", "body": "文", "source": {"name": "甲", "url": "", "na\\u006de": "乙"}}', "name"),
    ],
)
def test_field_given_twice_is_refused_by_name(data: str, field: str) -> None:
    refused = refusal(data.encode())

    assert refused.field == field
    assert "twice" in refused.reason


def test_line_may_begin_with_a_byte_order_mark() -> None:
    assert parse_line(b"\xef\xbb\xbf" + line(), "x").title == "新桥通车"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "title", "url", "x"]), inner),
    max_leaves=8,
)
FIELDS = [field.alias or name for name, field in _Article.model_fields.items()]


@given(st.dictionaries(st.sampled_from([*FIELDS, "id", "x"]), JSON) | JSON, st.booleans())
def test_any_json_is_read_or_refused(value: object, is_whole: bool) -> None:
    if is_whole and isinstance(value, dict):
        value = {"title": "题", "body": "文"} | value

    try:
        item = parse_line(json.dumps(value).encode(), "x")
    except ItemRefused as refused:
        assert refused.field  # noqa: PT017 - most of these are refused
    else:
        assert item.title


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(ItemRefused):
        parse_line(data, "x")


def test_every_field_is_documented_and_no_other() -> None:
    documented = re.findall(r"^\| `(\w+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)

    assert documented == FIELDS


def test_examples_of_the_documentation_can_be_imported() -> None:
    blocks = re.findall(r"```json\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    examples = [example for block in blocks for example in block.splitlines()]

    assert len(examples) >= 2
    assert all(parse_line(example.encode(), "docs").title for example in examples)
