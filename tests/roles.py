"""Every operation of the API with something suitable to do it to, and who asks: for trying each role with each of them.

A row names an operation and makes its arguments anew for each try. What permission an operation asks for stands
nowhere here: it is what the running site says when it refuses.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from cms import (
    authors,
    categories,
    collections,
    editing,
    hot,
    path_redirects,
    previews,
    publishing,
    references,
    reviewing,
    scheduling,
    sources,
    tags,
    tokens,
    trash,
    users,
)
from cms.authors import AuthorFields
from cms.categories import CategoryFields
from cms.collections import CollectionFields, Placement
from cms.models import Asset, Delivery, Draft, Endpoint, Event, Site, User
from cms.path_redirects import RedirectFields
from cms.permissions import Permission
from cms.references import ReferenceFields
from cms.snapshots import Content
from cms.sources import SourceFields
from cms.tags import TagFields
from cms.webhooks import endpoints
from cms.webhooks.addresses import AddressRules
from cms.webhooks.endpoints import EndpointFields
from cms.words import EndpointKind, EndpointState, Role, ScheduleAct
from cms.workflow import Act
from tests.accounts import OPERATOR, PASSWORD, make_user, now
from tests.copied import words

NUMBERS = count(1)


@dataclass(frozen=True)
class Trial:
    """One try: which user asks, and which owns the drafts made for it."""

    actor_id: int | None
    owner_id: int | None
    category_id: int | None = None


Arguments = Callable[[Trial], Awaitable[str]]


@dataclass(frozen=True)
class Row:
    """An operation, how it is tried, and what the table says besides its name.

    Attributes:
        arguments: makes what it is done to; the written arguments.
        note: when it is about one case of the operation.
        is_owned: whether it is about a draft, which contributors do to their own only.
        act: the act that it is in the state machine.
        ends: whether it ends the session or the credentials of whoever asks.
        is_shown: whether those of others can be seen, so that who may not do it is told so.
        is_secret: whether who may not do it is told that there is no such thing.
        also: a permission that is enough, too.
    """

    operation: str
    arguments: Arguments
    note: str = ""
    is_owned: bool = False
    act: Act | None = None
    ends: bool = False
    is_shown: bool = False
    is_secret: bool = False
    also: Permission | None = None


def written(value: Any) -> str:
    """A value as a GraphQL literal; `=NAME` is the value of an enum."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, str) and value.startswith("="):
        return value[1:]
    return json.dumps(value, ensure_ascii=False)


def given(**arguments: Any) -> str:
    """Written arguments, in parentheses."""
    return f"({', '.join(f'{name}: {written(value)}' for name, value in arguments.items())})"


def always(**arguments: Any) -> Arguments:
    """Arguments that need nothing to be there."""

    async def make(_trial: Trial) -> str:
        return given(**arguments) if arguments else ""

    return make


# Drafts


async def _draft(trial: Trial, *states: str) -> Draft:
    """A draft that was brought through some states."""
    content = Content(title=f"标题 {next(NUMBERS)}", html="<p>正文。</p>", category_id=trial.category_id)
    draft = await editing.create_draft(OPERATOR, content)
    await Draft.filter(id=draft.id).update(owner_id=trial.owner_id)
    for state in states:
        version = (await Draft.get(id=draft.id)).version
        await _STATES[state](draft.id, version)
    return await Draft.get(id=draft.id)


def _tomorrow() -> Any:
    return now() + timedelta(days=1)


_STATES: dict[str, Callable[[int, int], Awaitable[Any]]] = {
    "public": lambda number, version: publishing.publish(OPERATOR, number, expected_version=version),
    "down": lambda number, version: publishing.take_down(OPERATOR, number, "sorry", expected_version=version),
    "trashed": lambda number, version: trash.trash(OPERATOR, number, expected_version=version),
    "submitted": lambda number, version: reviewing.submit(OPERATOR, number, expected_version=version),
    "scheduled": lambda number, version: scheduling.schedule(
        OPERATOR, number, ScheduleAct.PUBLISH, _tomorrow(), expected_version=version
    ),
}


def _article(draft: Draft) -> dict[str, Any]:
    return {"id": f"art_{draft.id}", "expectedVersion": draft.version}


def on_draft(*states: str, **more: Any) -> Arguments:
    """The `input` of an article in a state, and what else the operation takes."""

    async def make(trial: Trial) -> str:
        return given(input=_article(await _draft(trial, *states)), **more)

    return make


def on_drafts(*states: str, **more: Any) -> Arguments:
    """As on_draft, for the bulk forms."""

    async def make(trial: Trial) -> str:
        return given(articles=[_article(await _draft(trial, *states))], **more)

    return make


def on_id(**more: Any) -> Arguments:
    """The id of a draft alone."""

    async def make(trial: Trial) -> str:
        return given(id=f"art_{(await _draft(trial)).id}", **more)

    return make


async def _scheduling(trial: Trial) -> str:
    at = _tomorrow().isoformat()
    return given(input=_article(await _draft(trial)), act="=PUBLISH", at=at)


async def _embargo(trial: Trial) -> str:
    return given(input=_article(await _draft(trial)), until=_tomorrow().isoformat())


async def _creating(trial: Trial) -> str:
    category = {"categoryId": f"cat_{trial.category_id}"} if trial.category_id else {}
    return given(input={"title": f"标题 {next(NUMBERS)}", "html": "<p>字</p>"} | category)


async def _updating(trial: Trial) -> str:
    return given(input=_article(await _draft(trial)) | {"title": f"改 {next(NUMBERS)}"})


async def _importing(_trial: Trial) -> str:
    html = f"<h1>新页 {next(NUMBERS)}</h1><p>渡口今天清晨重新开放，第一班船载着四十名乘客过江。</p>"
    return given(input={"html": html})


async def _suggesting(trial: Trial) -> str:
    draft = await _draft(trial)
    suggested = {"field": "published_at", "value": "2026-01-28", "text": "1月28日", "basis": ""}
    await Draft.filter(id=draft.id).update(suggestions=[suggested])
    return given(input=_article(draft) | {"field": "publishedAt", "value": "2026-01-28"})


async def _previewing(trial: Trial) -> str:
    return given(input={"articleId": f"art_{(await _draft(trial)).id}"})


async def _leading(trial: Trial) -> str:
    html = f"<p>{words(next(NUMBERS))}</p>"
    made = [await editing.create_draft(OPERATOR, Content(title="渡轮", html=html)) for _ in range(2)]
    for draft in made:
        await publishing.publish(OPERATOR, draft.id, expected_version=1)
    await Draft.filter(id=made[1].id).update(owner_id=trial.owner_id)
    return given(id=f"art_{made[1].id}")


async def _deciding(trial: Trial) -> str:
    return given(id=f"art_{(await _draft(trial)).id}", otherId=f"art_{(await _draft(trial)).id}")


async def _revoking_preview(trial: Trial) -> str:
    made = await previews.make_link(OPERATOR, (await _draft(trial)).id)
    return given(id=f"prv_{made.link.id}")


# Assets


async def _uploading(_trial: Trial) -> str:
    return "(file: $file)"  # the file comes beside it


def on_asset(**more: Any) -> Arguments:
    """The input for an asset of the owner at its version."""

    async def make(trial: Trial) -> str:
        asset = await _asset(trial)
        return given(input={"id": f"ast_{asset.id}", "expectedVersion": 1} | more)

    return make


async def _replacing(trial: Trial) -> str:
    asset = await _asset(trial)
    return f'(id: "ast_{asset.id}", expectedVersion: 1, file: $file)'


async def _asset(trial: Trial) -> Asset:
    name = f"{next(NUMBERS)}"
    row = {"sha256": name, "storage_key": name, "url_key": name, "name": name, "words": name}
    return await Asset.create(**row, type="PDF", size_bytes=1, created_at=now(), user_id=trial.owner_id)


# What articles share


async def _source() -> Any:
    return await sources.create_source(OPERATOR, SourceFields(name=f"报 {next(NUMBERS)}"))


async def _author() -> Any:
    return await authors.create_author(OPERATOR, AuthorFields(name=f"人 {next(NUMBERS)}"))


async def _tag() -> Any:
    return await tags.create_tag(OPERATOR, TagFields(name=f"词 {next(NUMBERS)}"))


async def _category() -> Any:
    return await categories.create_category(OPERATOR, CategoryFields(name=f"栏 {next(NUMBERS)}"))


async def _reference() -> Any:
    return await references.create_reference(OPERATOR, ReferenceFields(title=f"别处 {next(NUMBERS)}"))


async def _redirect() -> Any:
    return await path_redirects.create_redirect(OPERATOR, RedirectFields(f"/old/{next(NUMBERS)}", "https://a.example"))


async def _redirecting(_trial: Trial) -> str:
    return given(input={"path": f"/old/{next(NUMBERS)}", "url": "https://a.example"})


async def _collection() -> Any:
    fields = CollectionFields(slug=f"list-{next(NUMBERS)}", title="集")
    return await collections.create_collection(OPERATOR, fields)


Maker = Callable[[], Awaitable[Any]]


def on_thing(prefix: str, make_thing: Maker, **more: Any) -> Arguments:
    """The input for something at its version."""

    async def make(_trial: Trial) -> str:
        thing = await make_thing()
        return given(input={"id": f"{prefix}_{thing.id}", "expectedVersion": thing.version} | more)

    return make


def renaming(prefix: str, make_thing: Maker, field: str = "name") -> Arguments:
    """The input that gives something another name."""

    async def make(trial: Trial) -> str:
        return await on_thing(prefix, make_thing, **{field: f"新 {next(NUMBERS)}"})(trial)

    return make


def creating(field: str = "name", **more: Any) -> Arguments:
    """The input for something new."""

    async def make(_trial: Trial) -> str:
        return given(input={field: f"新 {next(NUMBERS)}"} | more)

    return make


def merging(prefix: str, make_thing: Maker) -> Arguments:
    """The input for two that become one."""

    async def make(trial: Trial) -> str:
        into = await make_thing()
        more = {"intoId": f"{prefix}_{into.id}", "intoExpectedVersion": into.version}
        return await on_thing(prefix, make_thing, **more)(trial)

    return make


async def _new_collection(_trial: Trial) -> str:
    return given(input={"slug": f"new-{next(NUMBERS)}", "title": "集"})


def placing(*, is_placed: bool, with_position: bool = True) -> Arguments:
    """The input for an item of a collection that is in it or not."""

    async def make(_trial: Trial) -> str:
        collection, item = await _collection(), await _reference()
        if is_placed:
            placement = Placement(reference_id=item.id)
            collection = await collections.pin(OPERATOR, collection.id, placement, expected_version=collection.version)
        position = {"position": 0} if with_position else {}
        at = {"id": f"col_{collection.id}", "expectedVersion": collection.version}
        return given(input=at | {"itemId": f"ref_{item.id}"} | position)

    return make


async def _items(_trial: Trial) -> str:
    collection, item = await _collection(), await _reference()
    at = {"id": f"col_{collection.id}", "expectedVersion": collection.version}
    return given(input=at | {"itemIds": [f"ref_{item.id}"]})


async def _aiming(trial: Trial) -> str:
    target = await _draft(trial)
    return await on_thing("ref", _reference, targetId=f"art_{target.id}")(trial)


async def _site(_trial: Trial) -> str:
    site = await Site.get_or_none(id=1)
    return given(input={"expectedVersion": site.version if site else 0, "name": f"报 {next(NUMBERS)}"})


async def _placed(_trial: Trial) -> str:
    return given(collectionId=f"col_{(await _collection()).id}")


# Accounts


async def _signing_in(_trial: Trial) -> str:
    user = await make_user()
    return given(input={"email": user.email, "password": PASSWORD})


async def _own_password(_trial: Trial) -> str:
    return given(input={"currentPassword": PASSWORD, "newPassword": "another good password"})


async def _password_by_link(_trial: Trial) -> str:
    user = await make_user(password=None)
    link = await users.make_link(OPERATOR, user.id, lifetime_seconds=600)
    return given(input={"link": link.secret, "password": "another good password"})


async def _token_of_another(_trial: Trial) -> str:
    user = await make_user(Role.EDITOR)
    return given(input={"name": "a program", "scopes": ["=EDIT"], "userId": f"usr_{user.id}"})


async def _own_token(trial: Trial) -> str:
    # A reader has none but from a time before, when the role allowed something; nobody has none at all.
    user = await User.get(id=trial.actor_id) if trial.actor_id else await make_user()
    await User.filter(id=user.id).update(role=Role.ADMIN)
    made = await tokens.create_token(OPERATOR, "a program", [Permission.WRITE], user_id=user.id)
    await User.filter(id=user.id).update(role=user.role)
    return given(id=f"tok_{made.token.id}")


async def _other_token(_trial: Trial) -> str:
    made = await tokens.create_token(OPERATOR, "a program", [Permission.EDIT], user_id=(await make_user()).id)
    return given(id=f"tok_{made.token.id}")


async def _new_user(_trial: Trial) -> str:
    return given(input={"email": f"new{next(NUMBERS)}@example.org", "name": "人", "role": "=EDITOR"})


async def _changed_user(_trial: Trial) -> str:
    return given(input={"id": f"usr_{(await make_user()).id}", "name": "另外"})


def on_user(name: str) -> Arguments:
    """The id of a user."""

    async def make(_trial: Trial) -> str:
        return given(**{name: f"usr_{(await make_user()).id}"})

    return make


async def _future(_trial: Trial) -> str:
    return given(asOf=_tomorrow().isoformat())


async def _article_of_revision(trial: Trial) -> str:
    return given(id=f"art_{(await _draft(trial)).id}", revision=1)


def on_hot(choice: str) -> Arguments:
    """The input for an article that is pinned in the hot lists, excluded, or neither."""

    async def make(trial: Trial) -> str:
        draft = await _draft(trial)
        if choice:
            await {"pinned": hot.pin, "excluded": hot.exclude}[choice](OPERATOR, draft.id)
        return given(input={"id": f"art_{draft.id}"})

    return make


EXAMPLE = "art_1"

# Endpoints


async def _endpoint(state: EndpointState = EndpointState.ACTIVE) -> Endpoint:
    fields = EndpointFields(name=f"程序 {next(NUMBERS)}", url="https://1.1.1.1/")
    made = await endpoints.create_endpoint(OPERATOR, EndpointKind.WEBHOOK, fields, AddressRules.parse(()))
    # Nothing goes out to it.
    await Endpoint.filter(id=made.endpoint.id).update(state=state, url="https://127.0.0.1/")
    return made.endpoint


async def _new_endpoint(_trial: Trial) -> str:
    return given(input={"name": f"程序 {next(NUMBERS)}", "url": "https://1.1.1.1/"})


async def _redelivering(_trial: Trial) -> str:
    endpoint, event = await _endpoint(), await Event.all().order_by("-sequence").first()
    assert event is not None
    about = {"sequence": event.sequence, "event_uid": event.uid, "type": event.type, "key": "endpoint:1"}
    state = {"state": "DELIVERED", "next_at": now(), "created_at": now(), "finished_at": now()}
    return given(id=f"del_{(await Delivery.create(endpoint_id=endpoint.id, **about, **state)).id}")


def on_endpoint(state: EndpointState = EndpointState.ACTIVE, **more: Any) -> Arguments:
    """The id of an endpoint."""

    async def make(_trial: Trial) -> str:
        return given(id=f"end_{(await _endpoint(state)).id}", **more)

    return make


QUERIES = [
    *(Row(name, always()) for name in ("viewer", "signInProvider", "site", "articles", "sources", "authors")),
    *(Row(name, always()) for name in ("categories", "categoryTree", "tags", "collections")),
    *(Row(name, always(slug="x")) for name in ("article", "tombstone", "source", "author", "tag", "collection")),
    Row("category", always(path="x")),
    Row("redirect", always(path="x")),
    Row("redirects", always()),
    Row("node", always(id=EXAMPLE)),
    Row("nodes", always(ids=[EXAMPLE])),
    Row("search", always(query="x")),
    Row("completions", always(prefix="x")),
    Row("articles", _future, note="with `asOf` to come"),
    Row("article", _article_of_revision, note="with `revision`", is_owned=True),
    *(Row(name, always()) for name in ("drafts", "trash", "schedules", "people")),
    Row("draft", on_id(), is_owned=True),
    Row("publishPlan", on_id(), is_owned=True),
    Row("revisionChanges", on_id(**{"from": 1}), is_owned=True),
    *(Row(name, always()) for name in ("allSources", "allAuthors", "allTags", "allCategories", "allReferences")),
    Row("asset", always(id="ast_1")),
    Row("assets", always()),
    Row("allRedirects", always()),
    Row("placedItems", _placed),
    Row("hotArticles", always()),
    Row("hotChoices", always()),
    Row("auditLog", always()),
    Row("events", always()),
    Row("event", always(id="evt_0")),
    Row("endpoints", always()),
    Row("endpoint", always(id="end_1")),
    Row("delivery", always(id="del_1")),
    Row("system", always()),
    Row("user", on_user("id")),
    Row("users", always()),
]

DRAFTS = [
    Row("createArticle", _creating),
    Row("importArticle", _importing),
    Row("confirmSuggestion", _suggesting, is_owned=True, act=Act.EDIT),
    Row("dismissSuggestion", _suggesting, is_owned=True, act=Act.EDIT),
    Row("duplicateArticle", on_id(), is_owned=True),
    Row("translateArticle", on_id(language="en"), is_owned=True),
    Row("updateArticle", _updating, is_owned=True, act=Act.EDIT),
    Row("restoreRevision", on_draft(number=1), is_owned=True, act=Act.EDIT),
    Row("nameRevision", on_id(number=1, name="初稿"), is_owned=True),
    Row("submitArticle", on_draft(), is_owned=True, act=Act.SUBMIT),
    Row("requestChanges", on_draft("submitted", note="短一点"), is_owned=True, act=Act.REQUEST_CHANGES),
    Row("assignArticle", on_draft(), is_owned=True, act=Act.ASSIGN),
    Row("assignArticles", on_drafts(), is_owned=True, act=Act.ASSIGN),
    Row("lockArticle", on_id(), is_owned=True),
    Row("unlockArticle", on_id()),
    Row("announcePresence", on_id(), is_owned=True),
    Row("withdrawPresence", on_id()),
    Row("createPreviewLink", _previewing, is_owned=True),
    Row("revokePreviewLink", _revoking_preview, is_owned=True),
    Row("trashArticle", on_draft(), is_owned=True, act=Act.TRASH),
    Row("trashArticle", on_draft("public"), note="while it is public", is_owned=True),
    Row("trashArticles", on_drafts(), is_owned=True, act=Act.TRASH),
    Row("trashArticles", on_drafts("public"), note="while they are public", is_owned=True),
    Row("restoreArticle", on_draft("trashed"), is_owned=True, act=Act.RESTORE),
    Row("deleteArticle", on_draft("trashed"), is_owned=True, act=Act.DELETE),
    Row("publishArticle", on_draft(), is_owned=True, act=Act.PUBLISH),
    Row("publishArticles", on_drafts(), is_owned=True, act=Act.PUBLISH),
    Row("correctArticle", on_draft("public", note="错字"), is_owned=True, act=Act.CORRECT),
    Row("unpublishArticle", on_draft("public"), is_owned=True, act=Act.UNPUBLISH),
    Row("unpublishArticles", on_drafts("public"), is_owned=True, act=Act.UNPUBLISH),
    Row("takeDownArticle", on_draft("public", reason="错"), is_owned=True, act=Act.TAKE_DOWN),
    Row("reinstateArticle", on_draft("public", "down"), is_owned=True, act=Act.REINSTATE),
    Row("scheduleArticle", _scheduling, is_owned=True, act=Act.SCHEDULE),
    Row("cancelSchedule", on_draft("scheduled", act="=PUBLISH"), is_owned=True, act=Act.CANCEL_SCHEDULE),
    Row("setEmbargo", _embargo, is_owned=True, act=Act.EMBARGO),
]

ASSETS = [
    Row("uploadAsset", _uploading),
    Row("updateAsset", on_asset(alt="图"), is_owned=True, is_shown=True),
    Row("replaceAsset", _replacing, is_owned=True, is_shown=True),
    Row("deleteAsset", on_asset(), is_owned=True, is_shown=True),
]

COPIES = [
    Row("chooseLead", _leading, is_owned=True),
    Row("markCopy", _deciding, is_owned=True),
    Row("dismissCopy", _deciding, is_owned=True),
    Row("forgetCopyVerdict", _deciding, is_owned=True),
]

SHARED = [
    Row("createSource", creating()),
    Row("updateSource", renaming("src", _source)),
    Row("deleteSource", on_thing("src", _source)),
    Row("mergeSources", merging("src", _source)),
    Row("createAuthor", creating()),
    Row("updateAuthor", renaming("aut", _author)),
    Row("deleteAuthor", on_thing("aut", _author)),
    Row("mergeAuthors", merging("aut", _author)),
    Row("createTag", creating()),
    Row("updateTag", renaming("tag", _tag)),
    Row("deleteTag", on_thing("tag", _tag)),
    Row("mergeTags", merging("tag", _tag)),
    Row("createCategory", creating()),
    Row("updateCategory", renaming("cat", _category)),
    Row("moveCategory", on_thing("cat", _category, position=0)),
    Row("deleteCategory", on_thing("cat", _category)),
    Row("mergeCategories", merging("cat", _category)),
    Row("createCollection", _new_collection),
    Row("updateCollection", renaming("col", _collection, "title")),
    Row("deleteCollection", on_thing("col", _collection)),
    Row("setCollectionItems", _items),
    Row("pinItem", placing(is_placed=False)),
    Row("moveItem", placing(is_placed=True)),
    Row("unpinItem", placing(is_placed=True, with_position=False)),
    Row("createReference", creating("title")),
    Row("updateReference", renaming("ref", _reference, "title")),
    Row("setReferenceTarget", _aiming),
    Row("deleteReference", on_thing("ref", _reference)),
    Row("createRedirect", _redirecting),
    Row("updateRedirect", on_thing("red", _redirect, isPermanent=False)),
    Row("deleteRedirect", on_thing("red", _redirect)),
    Row("updateSite", _site),
]

HOT = [
    Row("pinHotArticle", on_hot("")),
    Row("unpinHotArticle", on_hot("pinned")),
    Row("excludeHotArticle", on_hot("")),
    Row("includeHotArticle", on_hot("excluded")),
    Row("recordHits", always(input=[{"articleId": EXAMPLE, "count": 1}])),
]

ACCOUNTS = [
    Row("signIn", _signing_in, ends=True),
    Row("signOut", always(), ends=True),
    Row("setPassword", _password_by_link),
    Row("changePassword", _own_password, ends=True),
    Row("createToken", always(input={"name": "a program", "scopes": ["=WRITE"]}), note="for oneself"),
    Row("createToken", _token_of_another, note="for others"),
    Row("revokeToken", _own_token, note="an own one", also=Permission.MANAGE_USERS),
    Row("revokeToken", _other_token, note="of others", is_secret=True),
    Row("createUser", _new_user),
    Row("updateUser", _changed_user),
    Row("createLoginLink", on_user("userId")),
    Row("unlinkIdentities", on_user("userId")),
]

FOLLOWERS = [
    Row("createEndpoint", _new_endpoint),
    Row("updateEndpoint", renaming("end", _endpoint)),
    Row("pauseEndpoint", on_endpoint()),
    Row("resumeEndpoint", on_endpoint(EndpointState.PAUSED)),
    Row("deleteEndpoint", on_thing("end", _endpoint)),
    Row("rotateEndpointSecret", on_endpoint()),
    Row("testEndpoint", on_endpoint()),
    Row("redeliver", _redelivering),
    Row("redeliverFailed", on_endpoint(since="2026-01-01T00:00:00Z")),
    Row("replayEvents", on_endpoint(fromSequence=1)),
]

ROWS = [*QUERIES, *DRAFTS, *ASSETS, *COPIES, *SHARED, *HOT, *ACCOUNTS, *FOLLOWERS]
