"""The picture of an article against the reference: every size, shape and format, whatever the picture's size is."""

from __future__ import annotations

import pytest

from tests import content
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

SIZES = [(1, 1), (1, 5000), (5000, 1), (159, 160), (160, 160), (161, 91), (640, 480), (2561, 1441), (9000, 5000)]
IMAGE = """query($id: ID!) { article(id: $id) { image { id url mediaType alt caption credit width height focalX focalY
  %s } } }"""
CROPS = ["NONE", "SQUARE", "FOUR_BY_THREE", "THREE_BY_TWO", "SIXTEEN_BY_NINE"]
RENDITIONS = "\n".join(
    f"a{number}{form}: renditions(crop: {crop}, format: {form}) {{ url width height }}"
    for number, crop in enumerate(CROPS)
    for form in ("WEBP", "AVIF", "JPEG")
)


@pytest.mark.parametrize("size", SIZES)
async def test_every_rendition_is_as_the_reference_has_it(both: Both, size: tuple[int, int]) -> None:
    picture = await content.make_asset(size, caption="图", alt="图", focal_y=7)
    own = await content.make_article(image_id=picture.id, image_caption="自己的")
    general = await content.make_article(image_id=picture.id)
    await both.reread()

    captions = [
        (await both.agree(IMAGE % RENDITIONS, {"id": f"art_{article.id}"}))["article"]["image"]["caption"]
        for article in (own, general)
    ]

    assert captions == ["自己的", "图"]
