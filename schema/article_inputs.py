"""What the mutations of articles take, and reading it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import strawberry

from cms.edits import Edits, ListEdit, Placed
from cms.errors import FieldProblem, ValidationFailed
from cms.ids import shown_field
from cms.snapshots import MOST_ITEMS, Content, CreditLink, RelationLink
from schema.enums import CreditRole, RelationKind
from schema.ids import private_row, row_number

Item = TypeVar("Item", CreditLink, RelationLink, int)
TEXTS = (
    "title",
    "slug",
    "subtitle",
    "html",
    "excerpt",
    "byline",
    "language",
    "canonical_url",
    "image_caption",
    "credit_line",
    "licence",
)


@strawberry.input(description="One article at the version at which it was read.")
class ArticleInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="The article, such as art_17, public or not.")
    expected_version: int = strawberry.field(
        description="The `version` of the draft when it was read. If it has moved on, nothing is done."
    )


def given(description: str) -> Any:
    """An input field that may be left out."""
    return strawberry.field(default=strawberry.UNSET, description=description)


@strawberry.input(description="One place of a byline.")
class CreditInput:
    """An input."""

    author_id: strawberry.ID = strawberry.field(description="The author.")
    role: CreditRole = strawberry.field(default=CreditRole.AUTHOR, description="What the author did.")
    name: str | None = strawberry.field(default=None, description="The name as printed; the author's if not given.")
    position: int | None = strawberry.field(
        default=None, description="For add and move: the place, from 0; the end if not given."
    )


@strawberry.input(description="One link to an article here (`targetId`) or elsewhere (`referenceId`): exactly one.")
class RelationInput:
    """An input."""

    kind: RelationKind = strawberry.field(default=RelationKind.RELATED, description="How the target stands to it.")
    target_id: strawberry.ID | None = strawberry.field(default=None, description="An article here, public or not.")
    reference_id: strawberry.ID | None = strawberry.field(default=None, description="A reference.")
    position: int | None = strawberry.field(
        default=None, description="For add and move: the place, from 0; the end if not given."
    )


@strawberry.input(description="One keyword.")
class TagInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="The tag.")
    position: int | None = strawberry.field(
        default=None, description="For add and move: the place, from 0; the end if not given."
    )


LIST_EDIT = "Carried out in this order: replace, remove, add, move."


@strawberry.input(description="Changes of the byline. " + LIST_EDIT)
class CreditEdit:
    """An input."""

    replace: list[CreditInput] | None = strawberry.field(default=None, description="The whole byline, in order.")
    remove: list[CreditInput] | None = strawberry.field(default=None, description="Known by author and role.")
    add: list[CreditInput] | None = strawberry.field(default=None, description="Credits to add.")
    move: list[CreditInput] | None = strawberry.field(default=None, description="Known by author and role.")


@strawberry.input(description="Changes of the links to other articles. " + LIST_EDIT)
class RelationEdit:
    """An input."""

    replace: list[RelationInput] | None = strawberry.field(default=None, description="All links, in order.")
    remove: list[RelationInput] | None = strawberry.field(default=None, description="Known by what they point at.")
    add: list[RelationInput] | None = strawberry.field(default=None, description="Links to add.")
    move: list[RelationInput] | None = strawberry.field(default=None, description="Known by what they point at.")


@strawberry.input(description="Changes of the keywords. " + LIST_EDIT)
class TagEdit:
    """An input."""

    replace: list[TagInput] | None = strawberry.field(default=None, description="All keywords, in order.")
    remove: list[TagInput] | None = strawberry.field(default=None, description="Keywords to remove.")
    add: list[TagInput] | None = strawberry.field(default=None, description="Keywords to add.")
    move: list[TagInput] | None = strawberry.field(default=None, description="Keywords to move.")


@strawberry.input(description="The fields of an article that have one value.")
class ArticleFields:
    """What both inputs have."""

    slug: str | None = given(
        "The headline for addresses; of a new article, or if null, made from the headline. It counts from the next"
        " publication; the former one of what was public leads on."
    )
    subtitle: str | None = given("The second headline.")
    excerpt: str | None = given("The lead; made from the body if empty.")
    byline: str | None = given("The byline as printed.")
    language: str | None = given("The language (BCP 47); zh-Hans for a new article if not given.")
    published_at: datetime | None = given("The date shown to readers.")
    canonical_url: str | None = given("The address of the original.")
    urgency: int | None = given("1 (most urgent) to 9.")
    source_id: strawberry.ID | None = given("Who published it first.")
    category_id: strawberry.ID | None = given("Where it stands in the tree.")
    image_id: strawberry.ID | None = given("The picture that stands for it: an asset, such as ast_17.")
    image_caption: str | None = given("What stands under that picture; the asset's own caption if empty.")
    credit_line: str | None = given("How it has to be credited.")
    licence: str | None = given("The licence it comes under.")


@strawberry.input(description="A new article.")
class CreateArticleInput(ArticleFields):
    """An input."""

    title: str = strawberry.field(description="The headline: 1 to 300 characters.")
    html: str = strawberry.field(default="", description="The body as HTML; what is not safe is removed.")
    credits: list[CreditInput] | None = given("The byline, in order.")
    relations: list[RelationInput] | None = given("Its links to other articles, in order.")
    tags: list[TagInput] | None = given("Its keywords, in order.")


@strawberry.input(
    description="Changes of an article. What is left out stays; null empties a field. What others changed since"
    " `expectedVersion` is kept, unless both changed the same: lists are merged by item, the body by paragraph."
)
class UpdateArticleInput(ArticleFields):
    """An input."""

    id: strawberry.ID = strawberry.field(description="The article, such as art_17.")
    expected_version: int = strawberry.field(description="The `version` of the draft that the edit began with.")
    is_autosave: bool = strawberry.field(
        default=False,
        description="Whether nobody pressed a button. Autosaves of one person within ten minutes are one revision.",
    )
    title: str | None = given("The headline: 1 to 300 characters.")
    html: str | None = given("The body as HTML; what is not safe is removed.")
    credits: CreditEdit | None = given("Changes of the byline.")
    relations: RelationEdit | None = given("Changes of its links to other articles.")
    tags: TagEdit | None = given("Changes of its keywords.")


def article_number(field: str, value: str) -> int:
    """The draft's row number in an article's id; 0 for a number that no row can have.

    Raises:
        BadUserInput: it is no such id.
    """
    return row_number("Article")(field, value) or 0


def user_number(value: str | None) -> int | None:
    """The row number of a user; None for nobody.

    Raises:
        BadUserInput: it is no such id.
    """
    return None if value is None else private_row("User", "userId", value)


def at(input_: ArticleInput) -> dict[str, Any]:
    """The arguments of an operation on a draft at a version."""
    return {"draft_id": article_number("id", input_.id), "expected_version": input_.expected_version}


def content_of(input_: CreateArticleInput) -> Content:
    """What a new article holds.

    Raises:
        ValidationFailed, BadUserInput: naming the field that cannot be read.
    """
    lists = {
        "credits": _credits("credits", input_.credits or None),
        "relations": _relations("relations", input_.relations or None),
        "tag_ids": _tags("tags", input_.tags or None),
    }
    given_lists: dict[str, Any] = {name: items for name, items in lists.items() if items is not None}
    return Content(**{"title": input_.title, "html": input_.html} | _values(input_) | given_lists)


def _values(input_: CreateArticleInput | UpdateArticleInput) -> dict[str, Any]:
    """The fields that are given and are no lists, as `Content` takes them."""
    names = [*TEXTS, "published_at", "urgency"]
    values = {name: value for name in names if (value := getattr(input_, name)) is not strawberry.UNSET}
    values = {name: "" if name in TEXTS and value is None else value for name, value in values.items()}
    if isinstance(input_, CreateArticleInput):  # where null is the same as not given
        values = {name: value for name, value in values.items() if value not in ("", None)}
    for name, kind in (("source_id", "Source"), ("category_id", "Category")):
        value = getattr(input_, name)
        if value is not strawberry.UNSET:
            values[name] = None if value is None else _row(kind, shown_field(name), value)
    if input_.image_id is not strawberry.UNSET:
        values["image_id"] = None if input_.image_id is None else private_row("Asset", "imageId", input_.image_id)
    return values


def _row(kind: str, path: str, value: str) -> int:
    # A number that no row can have is no row; the operation says so.
    return row_number(kind)(path, value) or 0


def edits_of(input_: UpdateArticleInput) -> Edits:
    """What shall change of an article.

    Raises:
        ValidationFailed, BadUserInput: naming the field that cannot be read.
    """
    return Edits(
        _values(input_),
        credits=_list_edit("credits", input_.credits, _credits),
        relations=_list_edit("relations", input_.relations, _relations),
        tag_ids=_list_edit("tags", input_.tags, _tags),
    )


def _list_edit(path: str, edit: Any, read: Callable[..., tuple[Item, ...] | None]) -> ListEdit[Item] | None:
    """The edit of one list; `read` makes its items."""
    if edit is strawberry.UNSET:
        return None
    if edit is None:
        return ListEdit(replace=())
    return ListEdit(
        read(f"{path}.replace", edit.replace),
        read(f"{path}.remove", edit.remove) or (),
        _placed(read(f"{path}.add", edit.add), edit.add),
        _placed(read(f"{path}.move", edit.move), edit.move),
    )


def _placed(items: tuple[Item, ...] | None, inputs: Any) -> tuple[Placed[Item], ...]:
    if items is None:
        return ()
    return tuple(Placed(item, input_.position) for item, input_ in zip(items, inputs, strict=True))


def _credits(path: str, inputs: list[CreditInput] | None) -> tuple[CreditLink, ...] | None:
    if inputs is None:
        return None
    _check_count(path, inputs)
    return tuple(
        CreditLink(_row("Author", f"{path}.{number}.authorId", input_.author_id), input_.name or "", input_.role)
        for number, input_ in enumerate(inputs)
    )


def _relations(path: str, inputs: list[RelationInput] | None) -> tuple[RelationLink, ...] | None:
    if inputs is None:
        return None
    _check_count(path, inputs)
    links = []
    for number, input_ in enumerate(inputs):
        if (input_.target_id is None) == (input_.reference_id is None):
            raise ValidationFailed(FieldProblem(f"{path}.{number}", "give either targetId or referenceId"))
        target = input_.target_id and _row("Article", f"{path}.{number}.targetId", input_.target_id)
        reference = input_.reference_id and _row("Reference", f"{path}.{number}.referenceId", input_.reference_id)
        links.append(RelationLink(input_.kind, target or None, reference or None))
    return tuple(links)


def _tags(path: str, inputs: list[TagInput] | None) -> tuple[int, ...] | None:
    if inputs is None:
        return None
    _check_count(path, inputs)
    return tuple(_row("Tag", f"{path}.{number}.id", input_.id) for number, input_ in enumerate(inputs))


def _check_count(path: str, inputs: list[Any]) -> None:
    if len(inputs) > MOST_ITEMS:
        raise ValidationFailed(FieldProblem(path, f"{len(inputs)} items are too many; at most {MOST_ITEMS}"))
