"""Names and labels as pages print them: "作者:甲 乙 来源:丙报", "(记者 甲 摄影 乙)", "By A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from cms.importers.item import ItemCredit
from cms.text import EDGES, HAN, fold
from cms.words import AuthorKind, CreditRole

Meaning = CreditRole | Literal["date", "source", "tags", "views", "other"]
LONGEST_LINE = 400

# Longer labels are tried first, so 责任编辑 is never read as 编辑.
_LABELS: dict[Meaning, str] = {
    "date": "日期 时间 发布时间 发布日期 发表时间 发表日期 发稿时间 時間 發布時間 date published posted time",
    "source": "来源 稿源 文章来源 信息来源 新闻来源 稿件来源 来源于 来自 出处 转自 來源 source",
    "tags": "关键词 关键字 标签 關鍵詞 標籤 tag tags keyword keywords",
    "views": "阅读 阅读量 阅读数 阅读次数 浏览 浏览量 浏览次数 点击 点击量 点击数 点击次数 人气 views reads",
    "other": "更新时间 修改时间 责任校对 校对 校對 审核 审校 审读 监制 总监制 终审 复审 初审 评论 评论数 字号 字体 "
    "分享 打印 栏目 频道 版次 版面 updated comments section",
    CreditRole.COLLECTING_EDITOR: "收集编辑 采集编辑 收录编辑 收集編輯",
    CreditRole.EDITOR: "责任编辑 责编 编辑 值班编辑 执行编辑 主编 执行主编 值班主编 网络编辑 本文编辑 文字编辑 "
    "責任編輯 責編 編輯 editor editors",
    CreditRole.REPORTER: "记者 采写 記者 reporter reporters",
    CreditRole.CORRESPONDENT: "通讯员 特约通讯员 通訊員 correspondent correspondents",
    CreditRole.PHOTOGRAPHER: "摄影 摄影记者 图片 供图 攝影 photo photos photographer photographers",
    CreditRole.TRANSLATOR: "译者 翻译 编译 編譯 翻譯 translator translators translation",
    CreditRole.AUTHOR: "作者 撰文 撰稿 执笔 图文 文图 署名 author authors text",
}
_PHRASES: dict[str, Meaning] = {
    "by": CreditRole.AUTHOR,
    "written by": CreditRole.AUTHOR,
    "words by": CreditRole.AUTHOR,
    "reporting by": CreditRole.REPORTER,
    "reported by": CreditRole.REPORTER,
    "editing by": CreditRole.EDITOR,
    "edited by": CreditRole.EDITOR,
    "photo by": CreditRole.PHOTOGRAPHER,
    "photos by": CreditRole.PHOTOGRAPHER,
    "photograph by": CreditRole.PHOTOGRAPHER,
    "photographs by": CreditRole.PHOTOGRAPHER,
    "pictures by": CreditRole.PHOTOGRAPHER,
    "translated by": CreditRole.TRANSLATOR,
    "collected by": CreditRole.COLLECTING_EDITOR,
    "collecting editor": CreditRole.COLLECTING_EDITOR,
    "published on": "date",
    "published at": "date",
    "posted on": "date",
}
_SHORT: dict[str, Meaning] = {
    "文": CreditRole.AUTHOR,
    "文/图": CreditRole.AUTHOR,
    "图/文": CreditRole.AUTHOR,
    "图": CreditRole.PHOTOGRAPHER,
    "摄": CreditRole.PHOTOGRAPHER,
    "摄影报道": CreditRole.PHOTOGRAPHER,
    "译": CreditRole.TRANSLATOR,
    "编译": CreditRole.TRANSLATOR,
    "报道": CreditRole.REPORTER,
}
_WORDS: dict[str, Meaning] = {word: meaning for meaning, words in _LABELS.items() for word in words.split()}
_MEANINGS: dict[str, Meaning] = _WORDS | _PHRASES | _SHORT
_ROLE_WORDS = [word for word, meaning in _WORDS.items() if isinstance(meaning, CreditRole) and not word.isascii()]
_ROLE_WORDS += ["责任校对", "校对", "审核", "审校", "监制"]


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=len, reverse=True))


_START = r"(?<![^\s、,，;；|｜(（\[【〔])"
_HOUSE = "(?:本报|本网|本台|本刊|本社|全媒体|融媒体|特约|见习|实习|首席|文字)"
_COLON = r"\s{0,3}[:：]\s{0,3}"
_NAMED = "|".join(
    (
        rf"{_HOUSE}{{0,3}}(?P<han>{_either([word for word in _WORDS if not word.isascii()])}){_COLON}",
        rf"(?<![A-Za-z])(?P<latin>{_either([*filter(str.isascii, _WORDS), *_PHRASES])}){_COLON}",
        rf"{_START}(?P<short>{_either([*_SHORT])})(?:{_COLON}|\s{{0,2}}[/／]\s{{0,2}}(?![文图]))",
        rf"{_START}(?P<pair>文/图|图/文)\s{{1,4}}",
        rf"{_START}(?P<phrase>{_either([*_PHRASES])})\s{{1,3}}",
    )
)
_ORGANISATION = r"(?:《?[\u4e00-\u9fff]{2,10}?》?)?"
_SPACED = rf"{_START}{_ORGANISATION}(?P<spaced>{_either(_ROLE_WORDS)})(?!部)(?:\s{{1,4}}|\s{{0,2}}[/／]\s{{0,2}})"
_GLUED = rf"{_START}{_ORGANISATION}(?P<spaced>{_either(_ROLE_WORDS)})(?!部)\s{{0,4}}[/／]?\s{{0,2}}"
_LABEL = re.compile(f"{_NAMED}|{_SPACED}", re.IGNORECASE)
_LABEL_IN_BRACKETS = re.compile(f"{_NAMED}|{_GLUED}", re.IGNORECASE)

_OPENING, _CLOSING = "(（[【〔", ")）]】〕"
_AROUND = EDGES + "|｜·、,，;；/／-—_"
_NOTE = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]{0,40}[)）\]】〕]")
_BETWEEN_NAMES = re.compile(r"[、,，;；/／|｜&＆\u3000]|\s{1,3}and\s{1,3}|\s{2,}", re.IGNORECASE)
# 王　敏: two characters set apart to fill the width of three.
_SPREAD = re.compile(rf"(?<![{HAN}])([{HAN}])[\s\u3000]{{1,4}}([{HAN}])(?![{HAN}])")
_CODE = re.compile(r"[A-Z]{1,4}\d{1,6}")
_CODE_ENDING = re.compile(r"_[A-Za-z]{0,4}\d{1,6}$")
_NO_NAMES = frozenset({"等", "报道", "报导", "整理", "综合", "供稿", "and"})
_HAN_NAME = re.compile(f"[{HAN}]{{2,4}}|[{HAN}]{{1,12}}(?:[·•・][{HAN}]{{1,12}}){{1,3}}")
_LATIN_WORD = r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f]{0,20}\.?"
_LATIN_NAME = re.compile(rf"{_LATIN_WORD}(?:[ '’.-]{{1,2}}(?:{_LATIN_WORD}|de|da|di|van|von|der|bin|al|la)){{0,4}}")
_SENTENCE = re.compile(r"[。！？!?…]|[a-z]{4}\.\s")

_ENDINGS = re.compile(
    r"(?:报|社|网|台|电视|频道|杂志|集团|委|局|中心|编辑部|客户端|公司|协会|学会|学院|大学|医院|研究院|研究所|部|厅|政府|"
    r"法院|组委会|委员会|基金会|联盟|出版|新闻|传媒|媒体|工作室|工作组|在线|周刊|月刊|办公室|广播|評論|评论员|報|網|臺|電視|頻道)$"
)
_LATIN_ORGANISATION = re.compile(
    r"(?:^the\s)|\b(?:news|times|daily|post|agency|press|media|network|group|inc|ltd|tv|radio|weekly|magazine|journal|"
    r"herald|tribune|gazette|office|bureau|committee|university|institute|desk|staff|team|company|center|centre|portal|online|channel|editors)\b",
    re.IGNORECASE,
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹"
    "熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒"
    "阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
    "張劉陳楊黃趙吳孫馬鄭謝許鄧馮蕭蔣葉魏蘇呂盧鍾譚陸賈韋鄒閻龍賀顧錢嚴湯齊喬龐顏莊聶"
)
_DOUBLE_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "司徒",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "夏侯",
    "东方",
    "端木",
)
# Well-known houses whose first character is a surname as well.
_HOUSES = frozenset({"韩联社", "路透社", "安莎社", "澎湃", "新华社", "人民网", "央视网", "南都报", "马通社", "朱日社"})


@dataclass(frozen=True)
class LabelledLine:
    """A line made of labels and their values, in order; `head` is what stands before the first label."""

    head: str
    values: tuple[tuple[Meaning, str], ...]

    def first(self, meaning: Meaning) -> str:
        """The first value under that label that is not empty; "" if there is none. Markup names nothing but a date."""
        values = (value for key, value in self.values if key == meaning and value)
        return next((value for value in values if meaning == "date" or not holds_markup(value)), "")

    def marked_up(self) -> list[str]:
        """The values that should name somebody or something, and hold markup instead."""
        named = [value for key, value in self.values if isinstance(key, CreditRole) or key in ("source", "tags")]
        return [value for value in named if holds_markup(value)]

    def credits(self) -> Iterator[ItemCredit]:
        """Everybody whom the line names for a part in the article, in its order."""
        for meaning, value in self.values:
            if isinstance(meaning, CreditRole):
                yield from (ItemCredit(name, meaning, kind_of(name)) for name in split_names(value))


def read_labels(line: str) -> LabelledLine | None:
    """The labels of a line with what each says; None if it carries none.

    A value ends where the next known label begins, with or without a space between: 来源:甲报编辑:乙.
    """
    if len(line) > LONGEST_LINE or not line:
        return None
    is_bracketed = line[0] in _OPENING and line[-1] in _CLOSING
    inner = line[1:-1] if is_bracketed else line
    found = list((_LABEL_IN_BRACKETS if is_bracketed else _LABEL).finditer(inner))
    if not found:
        return None
    ends = [match.start() for match in found[1:]] + [len(inner)]
    values = tuple(
        (_meaning(match), inner[match.end() : end].strip(_AROUND)) for match, end in zip(found, ends, strict=True)
    )
    return LabelledLine(inner[: found[0].start()].strip(_AROUND + _OPENING), values)


def read_byline(line: str) -> LabelledLine | None:
    """The names of a line that is nothing but a byline; None for every other line.

    It begins with a label of a role or a source, and all that follows are names; or it is a bracket with names alone,
    or names followed by what they did (甲 文 乙 摄).
    """
    labelled = read_labels(line)
    if labelled is None:
        return _read_unlabelled(line)
    if labelled.head or not any(
        meaning == "source" or isinstance(meaning, CreditRole) for meaning, _ in labelled.values
    ):
        return None
    is_spaced = not re.search("[:：]", line)
    return labelled if all(_fits(meaning, value, is_strict=is_spaced) for meaning, value in labelled.values) else None


def _read_unlabelled(line: str) -> LabelledLine | None:
    if not line or len(line) > 60:
        return None
    is_bracketed = line[0] in _OPENING and line[-1] in _CLOSING
    names: list[str] = []
    values: list[tuple[Meaning, str]] = []
    for word in re.split(r"[\s、,，;；]+", line[1:-1] if is_bracketed else line):
        role = _SHORT.get(word)
        if role is not None and names:
            values.append((role, " ".join(names)))
            names = []
        elif is_person(word):
            names.append(word)
        else:
            return None
    if names and (values or not is_bracketed or len(line) > 30):
        return None
    if names:
        values.append((CreditRole.AUTHOR, " ".join(names)))
    return LabelledLine("", tuple(values)) if values else None


def is_info_value(value: str) -> bool:
    """Whether a value is short and no sentence, as those of an info line are."""
    return len(value) <= 100 and not _SENTENCE.search(value)


def holds_markup(value: str) -> bool:
    """Whether tags or character references are in a value, as in the source of a page."""
    return "<" in value or ">" in value or unescape(value) != value


def _fits(meaning: Meaning, value: str, *, is_strict: bool) -> bool:
    if not is_info_value(value) or holds_markup(value):
        return False
    if not isinstance(meaning, CreditRole):
        return True
    names = split_names(value)
    if is_strict and not names:
        return False
    return all(len(name) <= 40 and (not is_strict or _is_name(name)) for name in names)


def _is_name(name: str) -> bool:
    return bool(_HAN_NAME.fullmatch(name) or _LATIN_NAME.fullmatch(name)) or (
        len(name) <= 20 and kind_of(name) == AuthorKind.ORGANIZATION
    )


def is_person(word: str) -> bool:
    """Whether a word alone, without a label, is the name of somebody Chinese."""
    if not _HAN_NAME.fullmatch(word):
        return False
    return word.startswith(_DOUBLE_SURNAMES) or (len(word) <= 3 and word[0] in _SURNAMES)


def _meaning(match: re.Match[str]) -> Meaning:
    label = next(text for text in match.groups() if text is not None)
    return _MEANINGS[" ".join(label.lower().split())]


def split_names(value: str) -> list[str]:
    """The names in a value, in order, each once.

    Between names stand commas, slashes, wide or several spaces; one space parts Chinese names (刘娟 王大玲) but not
    the words of a Latin one. A two-character name set with a space between (王 敏) is put together. Remarks in
    brackets and editors' codes are left out. Markup holds no names.
    """
    if holds_markup(value):
        return []
    names: dict[str, str] = {}
    for part in _BETWEEN_NAMES.split(_SPREAD.sub(r"\1\2", _NOTE.sub(" ", value))):
        for name in _names_of_words(part.split()):
            names.setdefault(fold(name), name)
    return list(names.values())


def _names_of_words(words: list[str]) -> Iterator[str]:
    pending: list[str] = []  # the words of one Latin name
    for word in words:
        bare = _CODE_ENDING.sub("", word.strip(_AROUND + _OPENING + _CLOSING + ":：。"))
        if len(bare) > 2 and bare.endswith("等"):
            bare = bare[:-1]
        if not bare or bare.lower() in _NO_NAMES or _CODE.fullmatch(bare) or (pending and bare in _SHORT):
            continue
        if len(bare) > 1 and re.match(f"[{HAN}]", bare):
            if pending:
                yield " ".join(pending)
            pending = []
            yield bare
            continue
        pending.append(bare)
    if pending:
        yield " ".join(pending)


def kind_of(name: str) -> AuthorKind:
    """Whether a name looks like an organisation's (荆州日报, 新华社, Linjiang Daily) or a person's."""
    if re.search(f"[{HAN}]", name) is None:
        return AuthorKind.ORGANIZATION if _LATIN_ORGANISATION.search(name) else AuthorKind.PERSON
    if not _ENDINGS.search(name):
        return AuthorKind.PERSON
    # 王建社 is a person: a surname and two more characters.
    is_person = len(name) <= 3 and name[0] in _SURNAMES and name not in _HOUSES
    return AuthorKind.PERSON if is_person else AuthorKind.ORGANIZATION
