"""Broadsheet: a headless CMS for news and article sites."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("broadsheet-cms")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0.0.0"
