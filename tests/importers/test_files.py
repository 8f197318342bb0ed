"""Finding and reading files: in order, streamed, and never stopped by a bad one."""

from __future__ import annotations

import io
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from cms.errors import ItemRefused
from cms.importers.files import LONGEST_LINE_BYTES, MOST_NAMES, Tally, count_items, read_items
from cms.importers.html.charset import begins_as_html
from cms.importers.item import ImportItem

PAGE = "首页 > 城事\n\n新桥通车\n\n来源:临水时报\n\n正文。\n"
LINE = '{"title": "一", "body": "正文。"}\n'


class Stream(io.RawIOBase):
    """A pipe that gives the pieces it was made with, at most one for each read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces
        self.rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = self.rest or next(self.pieces, b"")
        piece, self.rest = piece[: len(buffer)], piece[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def told(items: Iterator[ImportItem | ItemRefused]) -> list[str]:
    return [f"{item.label} {item.title}" if isinstance(item, ImportItem) else str(item) for item in items]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(LINE + "\n" + LINE, encoding="utf-8")
    (tmp_path / "sub" / "c.TXT").write_text(PAGE, encoding="gbk")
    (tmp_path / "sub" / "d.ndjson").write_text(LINE, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".e.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / ".hidden" / "f.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_folder_is_read_in_the_order_of_names_and_others_are_counted(folder: Path) -> None:
    tally = Tally()

    items = told(read_items([str(folder)], tally=tally))

    assert items == [
        f"{folder}/a.jsonl:1 一",
        f"{folder}/a.jsonl:3 一",
        f"{folder}/b.txt 新桥通车",
        f"{folder}/sub/c.TXT 新桥通车",
        f"{folder}/sub/d.ndjson:1 一",
    ]
    assert (tally.skipped_files, tally.skipped_names) == (1, ["picture.png"])


def test_only_the_first_names_that_were_passed_over_are_remembered(folder: Path) -> None:
    for number in range(MOST_NAMES + 3):
        (folder / "sub" / f"{number}.jpg").touch()
    tally = Tally()

    list(read_items([str(folder)], tally=tally))

    assert tally.skipped_files == MOST_NAMES + 4
    assert tally.skipped_names == ["picture.png", "sub/0.jpg", "sub/1.jpg", "sub/2.jpg", "sub/3.jpg"]


def test_links_inside_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "given" / "sub").mkdir(parents=True)
    (tmp_path / "given" / "a.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (tmp_path / "given" / "folder").symlink_to(tmp_path / "outside")
    (tmp_path / "given" / "sub" / "gone.txt").symlink_to(tmp_path / "gone.txt")
    tally = Tally()

    items = told(read_items([str(tmp_path / "given")], tally=tally))

    assert len(items) == 1
    assert "the folder holds no" in items[0]
    assert tally.skipped_names == ["a.txt (a link)", "folder (a link)", "sub/gone.txt (a link)"]
    assert tally.skipped_files == 3


def test_links_that_are_named_themselves_are_read(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "link.txt").symlink_to(folder / "b.txt")
    (tmp_path / "linked").symlink_to(folder / "sub")

    items = told(read_items([str(tmp_path / "link.txt"), str(tmp_path / "linked")]))

    assert items == [
        f"{tmp_path}/link.txt 新桥通车",
        f"{tmp_path}/linked/c.TXT 新桥通车",
        f"{tmp_path}/linked/d.ndjson:1 一",
    ]


def test_pipe_or_device_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)

    items = list(read_items([str(pipe), "/dev/zero"]))

    assert [str(item).split(";")[0] for item in items] == [
        f"{pipe}: file: is neither a file nor a folder",
        "/dev/zero: file: is neither a file nor a folder",
    ]
    assert count_items([str(pipe), "/dev/zero"]) == 2


def test_pipe_that_the_shell_has_opened_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, LINE.encode())
    os.close(writing)
    path = f"/dev/fd/{reading}"

    count, items = count_items([path]), told(read_items([path]))

    os.close(reading)
    assert count is None
    assert items == [f"{path}:1 一"]


def test_items_are_counted_before_reading(folder: Path) -> None:
    assert count_items([str(folder)]) == 6  # the empty line counts as well
    assert count_items([str(folder / "b.txt"), str(folder / "gone.txt")]) == 2
    assert count_items(["-"]) is None


@pytest.mark.parametrize(("data", "title"), [(PAGE.encode(), "新桥通车"), (b"\xef\xbb\xbf \n" + LINE.encode(), "一")])
def test_standard_input_and_unknown_names_are_told_by_their_first_character(
    tmp_path: Path, data: bytes, title: str
) -> None:
    path = tmp_path / "export"
    path.write_bytes(data)

    from_stdin, from_file = read_items(["-", str(path)], stdin=io.BytesIO(data))

    assert isinstance(from_stdin, ImportItem)
    assert isinstance(from_file, ImportItem)
    assert from_stdin.title == from_file.title == title


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>",
        '<?xml version="1.0"?>\n<!-- a --> <html lang="zh">',
        '\n<div class="a">字</div>',
        "<h1>字</h1>",
    ],
)
def test_html_is_known_by_its_beginning(text: str) -> None:
    assert begins_as_html(text)


@pytest.mark.parametrize(
    "text", ["字<p>字</p>", "<b>字</b>", "<p", "<3", "<pre>字</pre>", "<!-- a -->", "<!---->" * 50]
)
def test_other_text_is_not_taken_for_html(text: str) -> None:
    assert not begins_as_html(text)


def test_form_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(LINE, encoding="utf-8")

    assert told(read_items([str(path)], form="jsonl")) == [f"{path}:1 一"]


def test_reading_goes_on_after_every_kind_of_bad_item(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / "3.jsonl").write_text("{\n" + LINE, encoding="utf-8")
    (tmp_path / "4.jsonl").write_text("\n", encoding="utf-8")
    (tmp_path / "5.txt").write_text("没有题目。", encoding="utf-8")
    (tmp_path / "6.txt").write_text(PAGE, encoding="utf-8")

    items = list(read_items([str(tmp_path / "gone"), str(tmp_path), "bad\0name"]))

    refused = [(Path(item.item).name, item.field) for item in items if isinstance(item, ItemRefused)]
    assert refused == [
        ("gone", "file"),
        ("1.txt", "file"),
        ("2.txt", "file"),
        ("3.jsonl:1", "line"),
        ("4.jsonl", "file"),
        ("5.txt", "title"),
        ("bad\0name", "file"),
    ]
    assert [item.label.rsplit("/")[-1] for item in items if isinstance(item, ImportItem)] == ["3.jsonl:2", "6.txt"]


def test_folder_without_anything_to_import_is_refused(tmp_path: Path) -> None:
    (item,) = told(read_items([str(tmp_path)]))

    assert item.startswith(f"{tmp_path}: file: the folder holds none of .txt, .html")


def test_line_that_is_too_long_is_refused_unheld_and_the_next_is_read() -> None:
    pieces = [LINE.encode()] + [b"x" * 8192] * (3 * LONGEST_LINE_BYTES // 8192) + [b"\n" + LINE.encode()]
    stream = io.BufferedReader(Stream(iter(pieces)), 8192)
    tracemalloc.start()

    items = told(read_items(["-"], stdin=stream, form="jsonl"))

    assert tracemalloc.get_traced_memory()[1] < 2.5 * LONGEST_LINE_BYTES
    tracemalloc.stop()
    assert items == ["stdin:1 一", "stdin:2: line: is longer than 16,777,216 bytes", "stdin:3 一"]


def test_page_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LONGEST_LINE_BYTES + 1)  # a hole in the file: nothing is written

    assert told(read_items([str(path)])) == [f"{path}: file: is larger than 16,777,216 bytes"]


def test_memory_does_not_grow_with_the_number_of_items() -> None:
    def peak(count: int) -> int:
        stream = io.BufferedReader(Stream(LINE.encode() for _ in range(count)), 8192)
        tracemalloc.start()
        assert sum(isinstance(item, ImportItem) for item in read_items(["-"], stdin=stream)) == count
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(10)  # what is loaded once

    assert peak(600) < peak(100) + 50_000


def test_generator_can_be_left_early(folder: Path) -> None:
    items = read_items([str(folder)])

    assert isinstance(next(items), ImportItem)
    items.close()  # type: ignore[attr-defined]
