"""What all models are made of."""

from __future__ import annotations

from typing import Any

from tortoise import models


class _Metaclass(models.ModelMeta):
    """The ORM's, told not to look for comments in the source: that is a tenth of a second of every start."""

    def __new__(cls, name: str, bases: tuple[type, ...], attributes: dict[str, Any]) -> _Metaclass:
        attributes.setdefault("_no_comments", True)
        return super().__new__(cls, name, bases, attributes)  # type: ignore[return-value]  # typed for the plain one


class Model(models.Model, metaclass=_Metaclass):
    """A table."""
