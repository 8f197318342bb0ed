"""Who has a draft before them, as colleagues see it."""

from __future__ import annotations

from datetime import datetime

import strawberry

from schema.colleagues import Colleague
from schema.describe import Key, Order, Rows, column, one

# Whoever was disabled, or signed out where they said it, is gone at once.
THERE = Rows(
    "presence",
    "{t}.draft_id={key} AND {t}.expires_at>@now AND EXISTS(SELECT 1 FROM user_account u"
    " WHERE u.id={t}.user_id AND NOT u.is_disabled AND ({t}.session_id IS NULL OR EXISTS(SELECT 1 FROM session s"
    " WHERE s.id={t}.session_id AND s.revoked_at IS NULL AND s.credentials_version=u.credentials_version)))",
    key="{p}.id",
)
BY_COMING = Order("COMING", (Key("{t}.since", "time"), Key("{t}.id", "int")))


@strawberry.type(description="Somebody who has a draft before them.")
class Presence:
    """Somebody at a draft."""

    user: Colleague = one(Rows("user_account", "{t}.id={key}", key="{p}.user_id"), "Who.")
    is_editing: bool = column("Whether they change something, or only look.")
    since: datetime = column("Since when they are there.")
    seen_at: datetime = column("When they last said so; after 60 seconds they are gone.")
