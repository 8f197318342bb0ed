"""What every resolver knows of the request it answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from cms.permissions import Viewer


@dataclass
class Context:
    """The context value of one operation (`info.context`).

    Attributes:
        viewer: who asks, and what they may do.
        request_id: the id under which the log tells of this request.
        request: the HTTP request or socket it came by; None when the schema is asked from Python.
        statements: the SQL statements that were run for it so far; shown in `extensions` in development.
    """

    viewer: Viewer = field(default_factory=Viewer.anonymous)
    request_id: str = ""
    request: HTTPConnection | None = None
    statements: int = 0
