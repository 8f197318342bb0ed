"""What every resolver knows of the request it answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from cms.auth import cookie_name, is_own_page
from cms.errors import InvalidCredentials, TooComplex
from cms.library import Library
from cms.live import Feed
from cms.permissions import Via, Viewer
from cms.settings import Settings
from schema.plan import Planned

# Comparing long bodies takes a core for up to a second.
MOST_COMPARISONS = 3


@dataclass
class Context:
    """The context value of one operation (`info.context`).

    Attributes:
        viewer: who asks, and what they may do.
        request_id: the id under which the log tells of this request.
        request: the HTTP request or socket it came by; None when the schema is asked from Python.
        settings: those of the site.
        feed: the change log as it grows; None where no subscription is served.
        new_session: the secret of a session that the operation began, for the cookie of the answer.
        has_signed_out: whether the operation ended the viewer's session, so that the cookie shall go.
        is_private: whether the answer shows what is not for everybody, so that no cache may keep it.
        statements: the SQL statements that were run for it so far; shown in `extensions` in development.
        comparisons: how many pairs of revisions it had compared so far.
        planned: the plan that answers the whole operation, if it is the same for all viewers (schema/plans.py).
        cell: what the plan's statement answered.
        is_for_everybody: whether the answer is the same for all viewers as long as the content is.
    """

    viewer: Viewer = field(default_factory=Viewer.anonymous)
    request_id: str = ""
    request: HTTPConnection | None = None
    settings: Settings = field(default_factory=Settings.model_construct)
    feed: Feed | None = None
    new_session: str | None = None
    has_signed_out: bool = False
    is_private: bool = False
    statements: int = 0
    comparisons: int = 0
    planned: Planned | None = None
    cell: bytes | None = None
    is_for_everybody: bool = False

    @property
    def library(self) -> Library:
        """The files of the site."""
        assert self.request is not None, "files come by requests"  # noqa: S101
        library: Library = self.request.state.library
        return library

    @property
    def address(self) -> str:
        """The address the request came from; empty when nobody knows."""
        return self.request.client.host if self.request is not None and self.request.client is not None else ""

    @property
    def user_agent(self) -> str:
        """What the client calls itself."""
        return self.request.headers.get("user-agent", "") if self.request is not None else ""

    @property
    def session_secret(self) -> str | None:
        """The secret in the session's cookie, valid or not."""
        return self.request.cookies.get(cookie_name(self.settings)) if self.request is not None else None

    def count_comparison(self) -> None:
        """Count one more comparison of revisions.

        Raises:
            TooComplex: there were MOST_COMPARISONS already.
        """
        self.comparisons += 1
        if self.comparisons > MOST_COMPARISONS:
            raise TooComplex(f"An operation may compare {MOST_COMPARISONS} pairs of revisions at most.")

    def forget_session(self) -> None:
        """Take the cookie away with the answer: the operation ended the viewer's session."""
        self.has_signed_out = self.has_signed_out or self.viewer.via is Via.SESSION

    def refuse_other_sites(self) -> None:
        """Let no other website use its visitors' browsers to try passwords; programs send no Origin.

        Raises:
            InvalidCredentials: the page that sends this is not one of the site's own.
        """
        request = self.request
        if request is not None and "origin" in request.headers and not is_own_page(request, self.settings):
            raise InvalidCredentials("sign in from a page of the site itself")
