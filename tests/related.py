"""News of a harbour town for tests of what is computed from words: some about the same, some not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cms.db import Database
from cms.followers import Following
from cms.models import Article, Neighbour, Suggestion
from cms.related.following import Related
from tests.content import DAY, make_article, make_draft

BRIDGE = (
    "临江大桥通车",
    "临江大桥昨天正式通车。大桥全长三公里，连接老城区和港口新区，工程师说桥梁设计经受了洪水考验。",
)
BRIDGE_AGAIN = (
    "临江大桥首日迎来车流",
    "临江大桥通车首日，车流超过两万辆。港口新区的居民说，大桥让老城区近了，桥梁设计获得好评。",
)
BRIDGE_LATER = (
    "大桥收费标准公布",
    "临江大桥收费标准公布，港口新区货车享受优惠。大桥管理处表示，老城区车流平稳，桥梁设计运行正常。",
)
SCHOOL = ("小学食堂换厨师", "实验小学食堂换了新厨师，学生最喜欢番茄牛腩。家长委员会每月检查食堂卫生和菜单营养。")
SCHOOL_AGAIN = ("食堂菜单由学生投票", "实验小学食堂菜单由学生投票决定，厨师说番茄牛腩得票最多，家长委员会负责营养。")
OTHERS = (
    ("博物馆展出青铜器", "市博物馆展出一批青铜器，文物修复师讲述修复过程，展览持续到冬天。"),
    ("马拉松报名开始", "城市马拉松报名今天开始，组委会设置三条路线，志愿者招募同时进行。"),
    ("果农喜迎丰收", "山区果农迎来苹果丰收，合作社通过直播带货销售，物流企业增加冷链运输。"),
)


def html(text: str) -> str:
    return f"<p>{text}</p>"


async def write(news: tuple[str, str], *, listed_at: datetime = DAY, **content: Any) -> Article:
    """A public article with that headline and text, of a day."""
    return await make_article(news[0], html(news[1]), published_at=listed_at, **content)


async def draft_of(news: tuple[str, str], **content: Any) -> Any:
    """The same as a draft."""
    return await make_draft(news[0], html(news[1]), **content)


async def fill() -> None:
    """Some articles about other things, without which no word is rarer than another."""
    for news in OTHERS:
        await write(news)


async def follow(database: Database) -> None:
    """Bring what is computed to where the log is."""
    await Following(database, Related(database)).catch_up()


async def near(article: Any) -> list[int]:
    """The ids of what is close to an article, the closest first."""
    rows = await Neighbour.filter(article_id=article.id).order_by("-score", "-target_id")
    return [row.target_id for row in rows]


async def suggested(draft: Any) -> list[int]:
    rows = await Suggestion.filter(draft_id=draft.id).order_by("-score", "-target_id")
    return [row.target_id for row in rows]
