"""What every resolver knows of the request it answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from cms.permissions import Viewer
from cms.settings import Settings


@dataclass
class Context:
    """The context value of one operation (`info.context`).

    Attributes:
        viewer: who asks, and what they may do.
        request_id: the id under which the log tells of this request.
        request: the HTTP request or socket it came by; None when the schema is asked from Python.
        settings: those of the site.
        new_session: the secret of a session that the operation began, for the cookie of the answer.
        has_signed_out: whether the operation ended the viewer's session, so that the cookie shall go.
        statements: the SQL statements that were run for it so far; shown in `extensions` in development.
    """

    viewer: Viewer = field(default_factory=Viewer.anonymous)
    request_id: str = ""
    request: HTTPConnection | None = None
    settings: Settings = field(default_factory=Settings.model_construct)
    new_session: str | None = None
    has_signed_out: bool = False
    statements: int = 0

    @property
    def address(self) -> str:
        """The address the request came from; empty when nobody knows."""
        return self.request.client.host if self.request is not None and self.request.client is not None else ""

    @property
    def user_agent(self) -> str:
        """What the client calls itself."""
        return self.request.headers.get("user-agent", "") if self.request is not None else ""
