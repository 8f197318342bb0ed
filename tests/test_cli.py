"""The commands, run as processes on real files, sockets and signals."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx2
import pytest
import structlog

from cms import __version__, migrations
from cms.cli import app, main
from cms.settings import PREFIX, Settings

DOCUMENT = Path(__file__).parent.parent / "docs" / "cli.md"
SECONDS = 20


@dataclass
class Result:
    """What a command printed, and how it ended."""

    code: object
    stdout: str
    stderr: str


class Run(Protocol):
    """Runs a command in this process, as the console script does."""

    def __call__(self, *arguments: str) -> Result: ...


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level

    def call(*arguments: str) -> Result:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        return Result(end.value.code, *capsys.readouterr())

    yield call
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database, to be copied."""
    path = tmp_path_factory.mktemp("template") / "site.sqlite3"
    asyncio.run(migrations.migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def site(template: Path, folder: Path) -> Path:
    """A working directory with a site in it."""
    return copy_site(template, folder)


@pytest.fixture(scope="module")
def server(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server with narrow limits."""
    folder = copy_site(template, tmp_path_factory.mktemp("served"))
    with serving(folder, body_limit_bytes="2048", header_limit_bytes="4096", body_timeout_seconds="0.3") as running:
        yield running


def copy_site(template: Path, folder: Path) -> Path:
    (folder / "data").mkdir()
    shutil.copy(template, folder / "data" / "site.sqlite3")
    return folder


def environment(**settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return kept | {PREFIX + name.upper(): value for name, value in settings.items()}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from cms.cli import main; main()", *arguments]


class Server:
    """A running `cms serve`, and what it logged so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[dict[str, Any]] = []
        self.url = self.wait_for("server.listening")["url"]

    def wait_for(self, event: str) -> dict[str, Any]:
        assert self.process.stderr is not None
        for text in self.process.stderr:
            self.lines.append(json.loads(text))
            if self.lines[-1]["event"] == event:
                return self.lines[-1]
        raise AssertionError(f"{event} was not logged: {self.lines}")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SECONDS)


@contextlib.contextmanager
def serving(folder: Path, *arguments: str, **settings: str) -> Iterator[Server]:
    process = subprocess.Popen(
        command("serve", "--port", "0", *arguments),
        cwd=folder,
        env=environment(**settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        server = Server(process)
        server.wait_for("Application startup complete.")
        yield server
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(SECONDS)
        if process.stderr is not None:
            process.stderr.close()


def ask(server: Server, query: str = "{ __typename }") -> httpx2.Response:
    return httpx2.post(f"{server.url}/graphql", json={"query": query}, timeout=10)


def test_every_command_is_documented_and_no_other() -> None:
    documented = re.findall(r"^## cms (\S+)", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    commands = [name for name in app if not name.startswith("-")]

    assert sorted(documented) == sorted(commands)


@pytest.mark.parametrize("name", ["users", "tokens"])
def test_every_part_of_a_command_is_documented(name: str) -> None:
    section = DOCUMENT.read_text(encoding="utf-8").partition(f"## cms {name}\n")[2].partition("\n## ")[0]

    documented = re.findall(rf"^- `cms {name} ([\w-]+)", section, re.MULTILINE)

    assert sorted(documented) == sorted(part for part in app[name] if not part.startswith("-"))


@pytest.mark.parametrize("name", [name for name in app if not name.startswith("-")])
def test_every_option_is_documented(name: str) -> None:
    section = DOCUMENT.read_text(encoding="utf-8").partition(f"## cms {name}\n")[2].partition("\n## ")[0]
    parts = [app[name][part] for part in app[name] if not part.startswith("-")]
    options = {
        option
        for command in parts or [app[name]]
        for argument in command.assemble_argument_collection()
        for option in argument.names
        if option[0] == "-"
    }

    assert set(re.findall(r"`(--[\w-]+)", section)) == options


def test_serve_starts_answers_and_ends_on_sigterm(site: Path) -> None:
    start = time.perf_counter()
    with serving(site) as server:
        seconds = time.perf_counter() - start
        answer = ask(server)
        ready = httpx2.get(f"{server.url}/health/ready")
        code = server.stop()

    assert answer.json() == {"data": {"__typename": "Query"}}
    assert ready.status_code == 200
    assert "server" not in answer.headers
    assert code == 0
    assert {line["level"] for line in server.lines} == {"info"}
    # The promise is 1.5 s on an idle machine; a busy one gets some more.
    assert seconds < 5


def test_limits_hold_in_the_real_server(server: Server) -> None:
    long_body = httpx2.post(
        f"{server.url}/graphql", content=iter([b"x" * 1024] * 64), headers={"Content-Type": "application/json"}
    )
    long_head = httpx2.get(server.url, headers={"X-Long": "x" * 8000})
    half_sent = send_half(server.url)
    endless = send_endless(server.url)

    assert (long_body.status_code, long_head.status_code) == (413, 431)
    assert half_sent.startswith(b"HTTP/1.1 408 ")
    assert endless < 1_000_000
    assert ask(server).status_code == 200


def send_half(url: str) -> bytes:
    """What the server says to a request whose body never comes; it must also close the connection."""
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(
            b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
        )
        return b"".join(iter(lambda: connection.recv(65536), b""))


def send_endless(url: str) -> int:
    """How many bytes of one header line the server takes before it closes the connection."""
    host, port = url.removeprefix("http://").split(":")
    sent = 0
    with socket.create_connection((host, int(port)), timeout=5) as connection, contextlib.suppress(ConnectionError):
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nA: ")
        while sent < 20_000_000:
            sent += connection.send(b"x" * 10_000)
            time.sleep(0.001)
    return sent


def test_compressed_answers_come_through_the_real_server(server: Server) -> None:
    query = "{ __schema { types { name description fields { name description } } } }"

    plain = httpx2.post(f"{server.url}/graphql", json={"query": query}, headers={"Accept-Encoding": "identity"})
    small = httpx2.post(f"{server.url}/graphql", json={"query": query}, headers={"Accept-Encoding": "br, gzip"})

    assert small.headers["content-encoding"] == "br"
    assert int(small.headers["content-length"]) < int(plain.headers["content-length"]) / 2
    assert small.json() == plain.json()


def test_two_workers_answer_on_one_port_and_end_together(site: Path) -> None:
    with serving(site, "--workers", "2") as server:
        answers = [ask(server).status_code for _ in range(8)]
        code = server.stop()

    assert answers == [200] * 8
    assert code == 0


def broken_file(site: Path) -> str:
    (site / "data" / "site.sqlite3").write_bytes(b"\x00no database\xff" * 4096)
    return "Restore a backup"


def truncated_file(site: Path) -> str:
    path = site / "data" / "site.sqlite3"
    path.write_bytes(path.read_bytes()[:5000])
    return "Restore a backup"


def missing_file(site: Path) -> str:
    (site / "data" / "site.sqlite3").unlink()
    return "Run `cms init`"


def empty_file(site: Path) -> str:
    (site / "data" / "site.sqlite3").write_bytes(b"")
    return "Run `cms migrate`"


@pytest.mark.parametrize("damage", [broken_file, truncated_file, missing_file, empty_file])
def test_serve_refuses_an_unusable_database_with_its_remedy(damage: Any, site: Path, run: Run) -> None:
    remedy = damage(site)

    result = run("serve", "--port", "0")

    assert result.code == 1
    assert remedy in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("cms: ")


def test_process_that_cannot_start_ends(site: Path) -> None:
    broken_file(site)

    result = subprocess.run(
        command("serve"), cwd=site, env=environment(), capture_output=True, timeout=SECONDS, check=False
    )

    assert result.returncode == 1
    assert b"Restore a backup" in result.stderr


def test_serve_refuses_a_postgres_server_that_is_not_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    monkeypatch.setenv("CMS_DATABASE_URL", f"postgres://cms:hunter2@127.0.0.1:{port}/site")

    result = run("serve")

    assert result.code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "hunter2" not in result.stderr


def test_serve_refuses_a_port_in_use(site: Path, run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", str(taken.getsockname()[1]))

    assert result.code == 1
    assert "choose another port with --port" in result.stderr


def test_serve_refuses_an_address_that_is_not_ours(site: Path, run: Run) -> None:
    result = run("serve", "--host", "192.0.2.1", "--port", "0")

    assert result.code == 1
    assert "CMS_HOST" in result.stderr


def test_wrong_setting_is_one_line_with_the_variable(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_PORT", "many")

    result = run("serve")

    assert result.code == 1
    assert result.stderr.startswith("cms: CMS_PORT: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("serve", "--port", "x"),
        ("serve", "--bogus"),
        ("import",),
        ("import", "--bogus", "-"),
        ("import", "-", "-x"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments: tuple[str, ...], run: Run) -> None:
    result = run(*arguments)

    assert result.code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("cms: ")


def test_version_is_the_package_version(run: Run) -> None:
    assert run("version") == Result(0, f"broadsheet-cms {__version__}\n", "")


def test_init_makes_a_site_and_keeps_it_when_run_again(folder: Path, run: Run) -> None:
    first = run("init", "--site-name", "经济网", "--site-url", "https://news.example/")
    written = (folder / ".env").read_text(encoding="utf-8")
    second = run("init")
    renamed = run("init", "--site-name", "新经济网")

    assert (first.code, second.code, renamed.code) == (0, 0, 0), first.stderr + second.stderr
    assert "The site is 经济网, https://news.example." in first.stdout
    assert "CMS_SITE_URL='https://news.example'" in written
    assert all(f"{PREFIX}{name.upper()}=" in written for name in Settings.model_fields)
    assert (folder / ".env").stat().st_mode & 0o077 == 0
    assert "Kept .env, which exists." in second.stdout
    assert "The site is 经济网, https://news.example." in second.stdout
    assert "The site is 新经济网, https://news.example." in renamed.stdout
    assert (folder / ".env").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("option", "value"), [("--site-url", "example"), ("--site-name", " "), ("--site-name", "a\x1b[31m")]
)
def test_init_refuses_what_cannot_be_and_makes_nothing(option: str, value: str, folder: Path, run: Run) -> None:
    result = run("init", option, value)

    assert result.code == 1
    assert len(result.stderr.splitlines()) == 1
    assert list(folder.iterdir()) == []


def test_migrate_plans_then_applies_then_has_nothing_to_do(folder: Path, run: Run) -> None:
    (folder / "data").mkdir()

    planned = run("migrate", "--plan")
    made = sorted((folder / "data").iterdir())
    applied = run("migrate")
    again = run("migrate")

    assert (planned.code, applied.code, again.code) == (0, 0, 0)
    assert "CREATE TABLE" in planned.stdout
    assert made == []
    assert applied.stdout.startswith("Applied 0001")
    assert again.stdout == "Nothing to do: the database is at this version.\n"


def test_import_reads_folders_and_reports_each_item(site: Path, run: Run) -> None:
    pages = site / "pages"
    pages.mkdir()
    article = {"title": "渡轮恢复通航", "body": "渡轮今天恢复通航。", "publishedAt": "2026-03-01T08:00:00+08:00"}
    lines = [json.dumps(article, ensure_ascii=False), '{"title": ""}']
    (pages / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (pages / "b.pdf").write_bytes(b"%PDF")

    first = run("import", "pages", "--publish", "--json")
    second = run("import", "pages")
    nothing = run("import", "none.txt")

    items = [json.loads(line) for line in first.stdout.splitlines()]
    assert [item["outcome"] for item in items] == ["made", "refused"], items
    assert items[0]["public"]
    assert first.stderr == (
        "2 items: 1 made, 0 matched, 1 refused; 1 public. "
        "1 file of other kinds passed over; "
        "what is read ends in .txt, .html, .htm, .xhtml, .shtml, .jsonl or .ndjson.\n"
    )
    assert "0 made, 1 matched, 1 refused; 1 public." in second.stdout
    assert (first.code, second.code, nothing.code) == (1, 1, 1)
    assert "none.txt" in nothing.stdout


def jsonl(count: int, first: int = 0) -> bytes:
    articles = ({"title": f"渡轮恢复通航 {n}", "body": f"渡轮今天恢复通航 {n}。"} for n in range(first, first + count))
    return b"".join(json.dumps(article, ensure_ascii=False).encode() + b"\n" for article in articles)


def imported(site: Path) -> int:
    with contextlib.closing(sqlite3.connect(site / "data" / "site.sqlite3")) as connection:
        return int(connection.execute("SELECT count(*) FROM draft").fetchone()[0])


@pytest.mark.parametrize(
    "arguments", [("-",), ("-", "--format", "jsonl"), ("--format", "jsonl", "-"), ("--verbose", "-", "--json")]
)
def test_import_reads_standard_input(arguments: tuple[str, ...], site: Path) -> None:
    result = subprocess.run(
        command("import", *arguments), cwd=site, env=environment(), input=jsonl(2), capture_output=True, check=False
    )

    assert (result.returncode, imported(site)) == (0, 2), result.stderr
    assert b"2 items: 2 made" in result.stdout + result.stderr


def test_interrupted_import_says_what_is_in_and_how_to_go_on(site: Path) -> None:
    process = subprocess.Popen(
        # `auto` would wait for more of the input before it decides.
        command("import", "-", "--verbose", "--format", "jsonl"),
        cwd=site,
        env=environment() | {"PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What a shell runs in the background inherits that the signal is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread of ours holds a lock
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(jsonl(60))
    process.stdin.flush()
    lines = [process.stdout.readline() for _ in range(50)]

    process.send_signal(signal.SIGINT)
    code = process.wait(timeout=SECONDS)  # while its standard input is still open
    _stdout, stderr = process.communicate()

    assert all(line.startswith(b"made") for line in lines)
    assert code == 130
    assert stderr.decode() == (
        "Interrupted: at least 50 items are in. Running the same command again completes the import.\n"
    )
    assert imported(site) == 50


def test_two_imports_at_once_are_both_done(site: Path) -> None:
    for number in range(2):
        (site / f"{number}.jsonl").write_bytes(jsonl(200, first=1000 * number))

    processes = [
        subprocess.Popen(
            command("import", f"{number}.jsonl"), cwd=site, env=environment(), stdout=subprocess.PIPE, text=True
        )
        for number in range(2)
    ]
    ends = [(process.communicate(timeout=60)[0], process.returncode) for process in processes]

    assert ends == [("200 items: 200 made, 0 matched, 0 refused; 0 public.\n", 0)] * 2
    assert imported(site) == 400


def test_search_is_verified_and_made_anew(site: Path, run: Run) -> None:
    page = site / "page.txt"
    page.write_text(json.dumps({"title": "新桥通车", "body": "桥上有人。"}), encoding="utf-8")
    assert run("import", str(page), "--format", "jsonl", "--publish-undated").code == 0
    assert run("search", "verify").code == 0
    path = next(site.rglob("*.sqlite3"))
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM search_entry")

    found = run("search", "verify", "--json")
    assert found.code == 1
    assert [json.loads(line)["missing"] for line in found.stdout.splitlines()] == [1, 0, 0]
    assert "cms search rebuild" in found.stderr
    told = "articles: {} made anew.\ndrafts: {} made anew.\nnames: {} made anew.\n"
    assert run("search", "rebuild", "--missing").stdout == told.format(1, 0, 0)
    assert run("search", "verify").code == 0
    assert run("search", "rebuild").stdout == told.format(1, 1, 1)
