"""Signing in, the viewer, and API tokens."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from cms import models, sessions, tokens
from cms.permissions import Permission
from cms.permissions import Viewer as Sender
from cms.settings import OIDC_LOGIN_PATH
from cms.words import Role
from schema.context import Context
from schema.ids import private_id, private_row
from schema.results import (
    Forbidden,
    InvalidCredentials,
    NotFound,
    RateLimited,
    ValidationFailed,
    mutation,
)
from schema.users import User, user_row

Info = strawberry.Info[Context, None]


@strawberry.type(description="A secret for a program that acts as its user. The secret itself is shown only once.")
class Token:
    """An API token."""

    id: strawberry.ID = strawberry.field(description="The id, of the form tok_17.")
    name: str = strawberry.field(description="What it is for.")
    prefix: str = strawberry.field(description="How the secret begins.")
    scopes: list[Permission] = strawberry.field(description="What it may do, as far as the user's role allows.")
    created_at: datetime = strawberry.field(description="When it was made.")
    last_used_at: datetime | None = strawberry.field(description="When it was last used, to the minute.")
    expires_at: datetime = strawberry.field(description="When it ends by itself.")
    revoked_at: datetime | None = strawberry.field(description="When it was revoked.")

    @classmethod
    def of(cls, row: models.Token) -> Token:
        """The token of a row."""
        return cls(
            id=strawberry.ID(private_id("Token", row.id)),
            name=row.name,
            prefix=row.prefix,
            scopes=[Permission(scope) for scope in row.scopes],
            created_at=row.created_at,
            last_used_at=row.last_used_at,
            expires_at=row.expires_at,
            revoked_at=row.revoked_at,
        )


@strawberry.type(description="A browser that is signed in.")
class Session:
    """A session."""

    id: strawberry.ID = strawberry.field(description="The id, of the form ses_17.")
    is_current: bool = strawberry.field(description="Whether this request belongs to it.")
    address: str = strawberry.field(description="The network it was signed in from.")
    user_agent: str = strawberry.field(description="What the browser calls itself.")
    created_at: datetime = strawberry.field(description="When it was signed in.")
    last_used_at: datetime = strawberry.field(description="When it was last used, to the minute.")
    expires_at: datetime = strawberry.field(description="When it ends at the latest.")

    @classmethod
    def of(cls, row: models.Session, *, is_current: bool) -> Session:
        """The session of a row."""
        return cls(
            id=strawberry.ID(private_id("Session", row.id)),
            is_current=is_current,
            address=row.address,
            user_agent=row.user_agent,
            created_at=row.created_at,
            last_used_at=row.last_used_at,
            expires_at=row.expires_at,
        )


async def own_tokens(info: Info) -> list[Token] | None:
    """The viewer's own tokens."""
    return [Token.of(row) for row in await tokens.list_tokens(info.context.viewer)]


async def own_sessions(info: Info) -> list[Session] | None:
    """The viewer's own sessions."""
    viewer = info.context.viewer
    rows = await sessions.list_sessions(viewer, idle_seconds=info.context.settings.session_idle_seconds)
    return [Session.of(row, is_current=viewer.credential_id == row.id) for row in rows]


@strawberry.type(description="Who sends this request, by session or by token.")
class Viewer:
    """The viewer."""

    id: strawberry.ID = strawberry.field(description="The user's id, of the form usr_17.")
    name: str = strawberry.field(description="What revisions call the user.")
    email: str = strawberry.field(description="The e-mail address to sign in with.")
    role: Role = strawberry.field(description="What the user is in the newsroom.")
    permissions: list[Permission] = strawberry.field(
        description="What this request may do: that of the role, with a token only what its scopes name."
    )

    tokens: list[Token] | None = strawberry.field(
        resolver=own_tokens,
        description="The own API tokens, the newest first, ended ones too; 500 at most. Not by token.",
    )
    sessions: list[Session] | None = strawberry.field(
        resolver=own_sessions,
        description="The own sessions that are not over, the latest used first; 100 at most. Not by token.",
    )

    @classmethod
    def of(cls, viewer: Sender) -> Viewer | None:
        """The viewer of a request; None for who did not sign in."""
        if viewer.id is None or viewer.role is None:
            return None
        return cls(
            id=strawberry.ID(private_id("User", viewer.id)),
            name=viewer.name,
            email=viewer.email,
            role=viewer.role,
            permissions=sorted(viewer.permissions),
        )


def viewer_of(info: Info) -> Viewer | None:
    """The viewer of a request."""
    return Viewer.of(info.context.viewer)


@strawberry.type(description="Where somebody can sign in besides by password.")
class SignInProvider:
    """An OpenID Connect provider."""

    label: str = strawberry.field(description="What stands on the button.")
    url: str = strawberry.field(
        description="Where the browser goes, a path on this site; add ?next= and a path to come back to."
    )


def provider_of(info: Info) -> SignInProvider | None:
    """The provider of the site."""
    settings = info.context.settings
    return SignInProvider(label=settings.oidc_label, url=OIDC_LOGIN_PATH) if settings.oidc_issuer else None


@strawberry.type
class AuthQueries:
    """The viewer, and how to sign in."""

    viewer: Viewer | None = strawberry.field(
        resolver=viewer_of, description="Who sends this request; null for a reader who did not sign in."
    )
    sign_in_provider: SignInProvider | None = strawberry.field(
        resolver=provider_of, description="The OpenID Connect provider of the site; null if it has none."
    )


@strawberry.input(description="What to sign in with.")
class SignInInput:
    """An input."""

    email: str = strawberry.field(description="The e-mail address; case does not matter.")
    password: str = strawberry.field(description="The password.")


@strawberry.type(description="A session was begun. Its secret is in the cookie of the answer.")
class SignInPayload:
    """A payload."""

    user: User = strawberry.field(description="Who signed in.")
    expires_at: datetime = strawberry.field(description="When the session ends at the latest.")


@strawberry.type(description="The session, or all of them, ended.")
class SignOutPayload:
    """A payload."""

    ended_count: int = strawberry.field(description="How many sessions were ended.")


@strawberry.input(description="A new API token.")
class CreateTokenInput:
    """An input."""

    name: str = strawberry.field(description="What it is for: 1 to 100 characters.")
    scopes: list[Permission] = strawberry.field(description="What it may do; OWN_ACCOUNT cannot be given.")
    expires_at: datetime | None = strawberry.field(
        default=None, description="When it ends, at most ten years ahead; in 90 days if not given."
    )
    user_id: strawberry.ID | None = strawberry.field(
        default=None, description="Whose it is, for administrators; the viewer's own if not given."
    )


@strawberry.type(description="A token was made.")
class CreateTokenPayload:
    """A payload."""

    token: Token = strawberry.field(description="The token.")
    secret: str = strawberry.field(description="What goes after Authorization: Bearer. It is never shown again.")


@strawberry.type(description="The token is revoked.")
class RevokeTokenPayload:
    """A payload."""

    token: Token = strawberry.field(description="The token.")


SignInResult = Annotated[
    SignInPayload | InvalidCredentials | RateLimited | ValidationFailed,
    strawberry.union("SignInResult", description="A session, or why there is none."),
]
SignOutResult = Annotated[
    SignOutPayload | Forbidden, strawberry.union("SignOutResult", description="What ended, or why nothing did.")
]
CreateTokenResult = Annotated[
    CreateTokenPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("CreateTokenResult", description="The token, or why there is none."),
]
RevokeTokenResult = Annotated[
    RevokeTokenPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("RevokeTokenResult", description="The token, or why it was not revoked."),
]


@strawberry.type
class AuthMutations:
    """Signing in and out, and tokens."""

    @mutation(
        "Begin a session; the browser's former one ends. A wrong password and an unknown user give the same answer.",
        takes_key=False,
    )
    async def sign_in(
        self,
        info: Info,
        input: Annotated[SignInInput, strawberry.argument(description="What to sign in with.")],  # noqa: A002
    ) -> SignInResult:
        """Begin a session."""
        context = info.context
        context.refuse_other_sites()
        signed_in = await sessions.sign_in(
            input.email,
            input.password,
            sessions.Browser(context.address, context.user_agent, context.session_secret),
            lifetime_seconds=context.settings.session_lifetime_seconds,
        )
        context.new_session = signed_in.secret
        return SignInPayload(user=user_row(signed_in.user), expires_at=signed_in.expires_at)

    @mutation("End this session.", takes_key=False)
    async def sign_out(
        self,
        info: Info,
        everywhere: Annotated[
            bool, strawberry.argument(description="End all sessions of the viewer; tokens go on.")
        ] = False,
    ) -> SignOutResult:
        """End this session."""
        count = await sessions.sign_out(info.context.viewer, everywhere=everywhere)
        info.context.forget_session()
        return SignOutPayload(ended_count=count)

    @mutation(
        "Make an API token. Its secret is in this answer and nowhere else. Not by token, but for other users.",
        shows_secret=True,
    )
    async def create_token(
        self,
        info: Info,
        input: Annotated[CreateTokenInput, strawberry.argument(description="What the token shall be.")],  # noqa: A002
    ) -> CreateTokenResult:
        """Make an API token."""
        made = await tokens.create_token(
            info.context.viewer,
            input.name,
            input.scopes,
            expires_at=input.expires_at,
            user_id=None if input.user_id is None else private_row("User", "userId", input.user_id),
        )
        return CreateTokenPayload(token=Token.of(made.token), secret=made.secret)

    @mutation("End an API token at once: an own one, or for administrators anybody's.")
    async def revoke_token(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The token.")],  # noqa: A002
    ) -> RevokeTokenResult:
        """End an API token."""
        row = await tokens.revoke_token(info.context.viewer, private_row("Token", "id", id))
        return RevokeTokenPayload(token=Token.of(row))
