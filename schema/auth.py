"""Signing in, the viewer, API tokens, and users."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit

import strawberry

from cms import models, sessions, tokens, users
from cms.errors import InvalidCredentials as WrongCredentials
from cms.permissions import MEANINGS, Permission, Via
from cms.permissions import Viewer as Sender
from cms.words import Role
from schema.context import Context
from schema.enums import describe
from schema.ids import private_id, private_row, row_number
from schema.results import (
    Forbidden,
    InvalidCredentials,
    NotFound,
    RateLimited,
    ValidationFailed,
    mutation,
)

Info = strawberry.Info[Context, None]

describe(
    Role,
    "What a user is in the newsroom.",
    READER="Signs in, and sees what the public sees.",
    CONTRIBUTOR="Makes drafts and changes the own ones.",
    EDITOR="Changes every draft.",
    PUBLISHER="Publishes, too.",
    ADMIN="May do everything.",
)
describe(Permission, "What somebody may do.", **{str(permission): text for permission, text in MEANINGS.items()})


@strawberry.type(description="Somebody who can sign in, as administrators see them.")
class User:
    """A user."""

    id: strawberry.ID = strawberry.field(description="The id, of the form usr_17.")
    name: str = strawberry.field(description="What revisions call the user.")
    email: str = strawberry.field(description="The e-mail address to sign in with.")
    role: Role = strawberry.field(description="What the user may do.")
    is_disabled: bool = strawberry.field(description="Whether the user is kept out.")
    created_at: datetime = strawberry.field(description="When the user was made.")

    @classmethod
    def of(cls, row: models.User) -> User:
        """The user of a row."""
        return cls(
            id=strawberry.ID(private_id("User", row.id)),
            name=row.name,
            email=row.email,
            role=Role(row.role),
            is_disabled=row.is_disabled,
            created_at=row.created_at,
        )


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
    return [Session.of(row, is_current=viewer.credential_id == row.id) for row in await sessions.list_sessions(viewer)]


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


@strawberry.type
class AuthQueries:
    """The viewer."""

    viewer: Viewer | None = strawberry.field(
        resolver=viewer_of, description="Who sends this request; null for a reader who did not sign in."
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


@strawberry.input(description="A new password for the viewer.")
class ChangePasswordInput:
    """An input."""

    current_password: str = strawberry.field(description="The password until now.")
    new_password: str = strawberry.field(description="The new one: 10 to 200 characters, not the e-mail address.")


@strawberry.input(description="A password, by a one-time link.")
class SetPasswordInput:
    """An input."""

    link: str = strawberry.field(description="The link's secret, which begins with bs_link_.")
    password: str = strawberry.field(description="The password: 10 to 200 characters, not the e-mail address.")


@strawberry.type(description="The password is set. All sessions, tokens and links of the user ended; sign in again.")
class PasswordPayload:
    """A payload."""

    user: User = strawberry.field(description="Whose password it is.")


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


@strawberry.input(description="A new user, who chooses a password by createLoginLink.")
class CreateUserInput:
    """An input."""

    email: str = strawberry.field(description="The e-mail address to sign in with.")
    name: str = strawberry.field(description="What revisions call the user: 1 to 200 characters.")
    role: Role = strawberry.field(description="What the user may do.")
    category_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list,
        description="For a contributor: the only categories to write in, with all below them; empty is no limit.",
    )


@strawberry.input(description="Changes of a user. What is left out or null stays.")
class UpdateUserInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="The user.")
    name: str | None = strawberry.field(default=None, description="What revisions call the user.")
    role: Role | None = strawberry.field(default=None, description="What the user may do.")
    is_disabled: bool | None = strawberry.field(
        default=None, description="Whether the user is kept out; ends all sessions, tokens and links for good."
    )
    category_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="For a contributor: the only categories to write in; empty is no limit."
    )


@strawberry.type(description="The user as it is now.")
class UserPayload:
    """A payload."""

    user: User = strawberry.field(description="The user.")


@strawberry.type(description="A one-time link was made; earlier ones of that user ended.")
class LoginLinkPayload:
    """A payload."""

    link: str = strawberry.field(description="The secret for setPassword. It is never shown again.")
    expires_at: datetime = strawberry.field(description="When it ends.")


SignInResult = Annotated[
    SignInPayload | InvalidCredentials | RateLimited | ValidationFailed,
    strawberry.union("SignInResult", description="A session, or why there is none."),
]
SignOutResult = Annotated[
    SignOutPayload | Forbidden, strawberry.union("SignOutResult", description="What ended, or why nothing did.")
]
ChangePasswordResult = Annotated[
    PasswordPayload | InvalidCredentials | RateLimited | ValidationFailed | Forbidden,
    strawberry.union("ChangePasswordResult", description="Whose password was changed, or why none was."),
]
SetPasswordResult = Annotated[
    PasswordPayload | InvalidCredentials | ValidationFailed,
    strawberry.union("SetPasswordResult", description="Whose password was set, or why none was."),
]
CreateTokenResult = Annotated[
    CreateTokenPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("CreateTokenResult", description="The token, or why there is none."),
]
RevokeTokenResult = Annotated[
    RevokeTokenPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("RevokeTokenResult", description="The token, or why it was not revoked."),
]
CreateUserResult = Annotated[
    UserPayload | ValidationFailed | Forbidden,
    strawberry.union("CreateUserResult", description="The user, or why there is none."),
]
UpdateUserResult = Annotated[
    UserPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("UpdateUserResult", description="The user, or why nothing was changed."),
]
CreateLoginLinkResult = Annotated[
    LoginLinkPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("CreateLoginLinkResult", description="The link, or why there is none."),
]


@strawberry.type
class AuthMutations:
    """Signing in and out, passwords, tokens, users."""

    @mutation("Begin a session. A wrong password and an unknown user give the same answer.")
    async def sign_in(
        self,
        info: Info,
        input: Annotated[SignInInput, strawberry.argument(description="What to sign in with.")],  # noqa: A002
    ) -> SignInResult:
        """Begin a session."""
        context = info.context
        _refuse_other_sites(context)
        signed_in = await sessions.sign_in(
            input.email,
            input.password,
            address=context.address,
            user_agent=context.user_agent,
            lifetime_seconds=context.settings.session_lifetime_seconds,
        )
        context.new_session = signed_in.secret
        return SignInPayload(user=User.of(signed_in.user), expires_at=signed_in.expires_at)

    @mutation("End this session.")
    async def sign_out(
        self,
        info: Info,
        everywhere: Annotated[
            bool, strawberry.argument(description="End all sessions of the viewer; tokens go on.")
        ] = False,
    ) -> SignOutResult:
        """End this session."""
        count = await sessions.sign_out(info.context.viewer, everywhere=everywhere)
        _forget_session(info)
        return SignOutPayload(ended_count=count)

    @mutation("Change the own password. Ends all sessions, tokens and links of the viewer, this session too.")
    async def change_password(
        self,
        info: Info,
        input: Annotated[ChangePasswordInput, strawberry.argument(description="Both passwords.")],  # noqa: A002
    ) -> ChangePasswordResult:
        """Change the own password."""
        user = await users.change_password(
            info.context.viewer, input.current_password, input.new_password, address=info.context.address
        )
        _forget_session(info)
        return PasswordPayload(user=User.of(user))

    @mutation("Choose a password by a one-time link. Ends all sessions, tokens and links of the user.")
    async def set_password(
        self,
        info: Info,
        input: Annotated[SetPasswordInput, strawberry.argument(description="The link and the password.")],  # noqa: A002
    ) -> SetPasswordResult:
        """Choose a password by a link."""
        _refuse_other_sites(info.context)
        return PasswordPayload(user=User.of(await users.set_password_by_link(input.link, input.password)))

    @mutation("Make an API token. Its secret is in this answer and nowhere else. Not by token, but for other users.")
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

    @mutation("Make a user. For administrators.")
    async def create_user(
        self,
        info: Info,
        input: Annotated[CreateUserInput, strawberry.argument(description="What the user shall be.")],  # noqa: A002
    ) -> CreateUserResult:
        """Make a user."""
        user = await users.create_user(
            info.context.viewer, input.email, input.name, input.role, category_ids=_categories(input.category_ids)
        )
        return UserPayload(user=User.of(user))

    @mutation("Change a user's name, role or categories, or keep the user out. For administrators.")
    async def update_user(
        self,
        info: Info,
        input: Annotated[UpdateUserInput, strawberry.argument(description="The user, and what shall change.")],  # noqa: A002
    ) -> UpdateUserResult:
        """Change a user."""
        user = await users.update_user(
            info.context.viewer,
            private_row("User", "id", input.id),
            name=input.name,
            role=input.role,
            is_disabled=input.is_disabled,
            category_ids=None if input.category_ids is None else _categories(input.category_ids),
        )
        return UserPayload(user=User.of(user))

    @mutation("Make a one-time link with which a user chooses a (new) password. For administrators.")
    async def create_login_link(
        self, info: Info, user_id: Annotated[strawberry.ID, strawberry.argument(description="The user.")]
    ) -> CreateLoginLinkResult:
        """Make a one-time link."""
        link = await users.make_link(
            info.context.viewer,
            private_row("User", "userId", user_id),
            lifetime_seconds=info.context.settings.link_lifetime_seconds,
        )
        return LoginLinkPayload(link=link.secret, expires_at=link.expires_at)


def _refuse_other_sites(context: Context) -> None:
    """Let no other website use its visitors' browsers to try passwords; programs send no Origin.

    Raises:
        InvalidCredentials: the page that sends this is not one of the site's own.
    """
    headers = context.request.headers if context.request else {}
    origin = headers.get("origin")
    own = {headers.get("host", "").lower(), urlsplit(context.settings.site_url).netloc}
    if origin is not None and urlsplit(origin).netloc.lower() not in own:
        raise WrongCredentials("sign in from a page of the site itself")


def _forget_session(info: Info) -> None:
    if info.context.viewer.via is Via.SESSION:
        info.context.has_signed_out = True


def _categories(ids: list[strawberry.ID]) -> list[int]:
    # A number that no row can have is no category; the operation says so.
    return [row_number("Category")("categoryIds", value) or 0 for value in ids]
