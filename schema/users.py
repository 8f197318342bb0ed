"""Users as administrators and colleagues see them, making and changing them, and their passwords."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import strawberry

from cms import models, text, users
from cms.permissions import MEANINGS, Permission
from cms.words import Role
from schema.colleagues import Colleague
from schema.connection import Connection
from schema.content import Category
from schema.context import Context
from schema.describe import Argument, Key, Order, Row, Rows, column, connection, many, one
from schema.enums import describe
from schema.ids import private_row, row_number
from schema.orders import ID
from schema.results import (
    Forbidden,
    InvalidCredentials,
    NotFound,
    RateLimited,
    ValidationFailed,
    mutation,
)
from schema.where import Among, Test, condition

Info = strawberry.Info[Context, None]

describe(Permission, "What somebody may do.", **{str(permission): meaning for permission, meaning in MEANINGS.items()})

TABLE = "user_account"
BY_EMAIL = Order("EMAIL", (Key("{t}.email", "text"), ID))
BY_OWN_NAME = Order("OWN_NAME", (Key("{t}.name", "text"), ID))


@strawberry.type(description="By which OpenID Connect provider a user signs in.")
class Identity:
    """An identity."""

    issuer: str = column("The provider's address.")
    subject: str = column("What the provider calls the user.")
    created_at: datetime = column("When the user signed in by it for the first time.")


@strawberry.type(description="A user's API token, as administrators see it.")
class UserToken:
    """A token."""

    id: strawberry.ID = column("The id, of the form tok_17.", "('tok_'||{t}.id)")
    name: str = column("What it is for.")
    prefix: str = column("How the secret begins.")
    scopes: list[Permission] = column("What it may do, as far as the user's role allows.")
    created_at: datetime = column("When it was made.")
    last_used_at: datetime | None = column("When it was last used, to the minute.")
    expires_at: datetime = column("When it ends by itself.")
    revoked_at: datetime | None = column("When it was revoked.")


@strawberry.type(description="Somebody who can sign in, as administrators see them.")
class User:
    """A user."""

    id: strawberry.ID = column("The id, of the form usr_17.")
    name: str = column("What revisions call the user.")
    email: str = column("The e-mail address to sign in with.")
    role: Role = column("What the user may do.")
    is_disabled: bool = column("Whether the user is kept out.")
    has_password: bool = column("Whether the user has chosen a password.", "({t}.password_hash<>'')")
    created_at: datetime = column("When the user was made.")
    categories: list[Category] = many(
        Rows(
            "user_category",
            "{t}.user_id={key}",
            key="{p}.id",
            joins="LEFT JOIN category {t}_c ON {t}_c.id={t}.category_id",
            node="{t}_c",
        ),
        Order("CATEGORY", (Key("{t}.category_id", "int"),)),
        "The only categories that the user may write in while being a contributor; empty is no limit.",
    )
    identities: list[Identity] = many(
        Rows("identity", "{t}.user_id={key}", key="{p}.id"),
        Order("IDENTITY", (ID,)),
        "By which OpenID Connect providers the user signs in, the first first.",
        typical=1,
    )
    tokens: list[UserToken] = many(
        Rows("token", "{t}.user_id={key}", key="{p}.id"),
        Order("LATEST", (ID,), descending=True),
        "The user's API tokens, the newest first, ended ones too; 100 at most.",
        typical=2,
    )


def _number(name: str, value: str) -> int:
    return private_row("User", name, value)


@strawberry.input(description="Which users. All given fields must hold.")
class UserWhere:
    """A filter on users."""

    roles: list[Role] | None = condition(Among("{t}.role"), "In one of these roles.")
    email: str | None = condition(
        Test("{t}.email = {value}", convert=lambda _name, value: text.fold(value[:1000])),
        "Exactly this e-mail address; case does not matter.",
    )
    is_disabled: bool | None = condition(
        Test("CASE WHEN {t}.is_disabled THEN 1 ELSE 0 END = {value}", "int", lambda _name, value: int(value)),
        "Kept out, or not.",
    )


@strawberry.type
class UserQueries:
    """Users, for administrators and for whoever assigns work."""

    user: User | None = one(
        Rows(TABLE),
        "One user. For administrators.",
        permission=Permission.MANAGE_USERS,
        id=Argument(strawberry.ID, "The user's id, such as usr_17.", "{t}.id={value}", _number, "int"),
    )
    users: Connection[User] = connection(
        Rows(TABLE),
        BY_EMAIL,
        "All users by e-mail address, disabled ones too. For administrators.",
        where=UserWhere,
        permission=Permission.MANAGE_USERS,
    )
    people: Connection[Colleague] = connection(
        Rows(TABLE, "NOT {t}.is_disabled"),
        BY_OWN_NAME,
        "Everybody who can be assigned work, by name: the users that are not disabled. For whoever writes.",
        permission=Permission.WRITE,
    )


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


ChangePasswordResult = Annotated[
    PasswordPayload | InvalidCredentials | RateLimited | ValidationFailed | Forbidden,
    strawberry.union("ChangePasswordResult", description="Whose password was changed, or why none was."),
]
SetPasswordResult = Annotated[
    PasswordPayload | InvalidCredentials | RateLimited | ValidationFailed,
    strawberry.union("SetPasswordResult", description="Whose password was set, or why none was."),
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
UnlinkIdentitiesResult = Annotated[
    UserPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("UnlinkIdentitiesResult", description="The user, or why nothing was changed."),
]


@strawberry.type
class UserMutations:
    """Passwords and users."""

    @mutation(
        "Change the own password. Ends all sessions, tokens and links of the viewer, this session too.",
        takes_key=False,
    )
    async def change_password(
        self,
        info: Info,
        input: Annotated[ChangePasswordInput, strawberry.argument(description="Both passwords.")],  # noqa: A002
    ) -> ChangePasswordResult:
        """Change the own password."""
        user = await users.change_password(
            info.context.viewer, input.current_password, input.new_password, address=info.context.address
        )
        info.context.forget_session()
        return PasswordPayload(user=user_row(user))

    @mutation("Choose a password by a one-time link. Ends all sessions, tokens and links of the user.", takes_key=False)
    async def set_password(
        self,
        info: Info,
        input: Annotated[SetPasswordInput, strawberry.argument(description="The link and the password.")],  # noqa: A002
    ) -> SetPasswordResult:
        """Choose a password by a link."""
        info.context.refuse_other_sites()
        return PasswordPayload(user=user_row(await users.set_password_by_link(input.link, input.password)))

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
        return UserPayload(user=user_row(user))

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
        return UserPayload(user=user_row(user))

    @mutation("Make a one-time link with which a user chooses a (new) password. For administrators.", shows_secret=True)
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

    @mutation(
        "Forget by which OpenID Connect providers a user signed in, so that an account made anew there can be linked. "
        "For administrators."
    )
    async def unlink_identities(
        self, info: Info, user_id: Annotated[strawberry.ID, strawberry.argument(description="The user.")]
    ) -> UnlinkIdentitiesResult:
        """Forget a user's identities."""
        user = await users.unlink_identities(info.context.viewer, private_row("User", "userId", user_id))
        return UserPayload(user=user_row(user))


def user_row(user: models.User) -> Any:
    """The user as a row, for a payload: what is selected of it is read by the executor."""
    return Row(TABLE, user.id)


def _categories(ids: list[strawberry.ID]) -> list[int]:
    # A number that no row can have is no category; the operation says so.
    return [row_number("Category")("categoryIds", value) or 0 for value in ids]
