"""Dates as pages print them. Nothing is guessed: what is not a whole date is no date."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from cms.text import normalize

CHINA = timezone(timedelta(hours=8))
EARLIEST_YEAR, LATEST_YEAR = 1800, 2199

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.?"
_YEAR_FIRST = (
    r"(?P<year>\d{4})\s{0,2}[-/.年]\s{0,2}(?P<month>\d{1,2})\s{0,2}[-/.月]\s{0,2}(?P<day>\d{1,2})(?:\s{0,2}[日号])?"
)
_MONTH_FIRST = _MONTH.format("name") + r"\s{0,2}(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?P<year2>\d{4})"
_DAY_FIRST = r"(?P<day3>\d{1,2})(?:st|nd|rd|th)?\s{1,2}" + _MONTH.format("name3") + r",?\s{1,2}(?P<year3>\d{4})"
_WEEKDAY = r"(?:\s{0,2}\(?(?:星期|周)[一二三四五六日天]\)?)?"
_CLOCK = (
    r"(?:[T,\s]{0,3}(?P<half>上午|中午|下午|晚上|晚|凌晨|早上|am|pm)?\s{0,2}"
    r"(?P<hour>\d{1,2})\s{0,2}[:时点]\s{0,2}(?P<minute>\d{1,2})?分?(?:[:\s]{0,2}(?P<second>\d{1,2})(?:[.,]\d{1,9})?秒?)?"
    r"\s{0,2}(?P<half2>[ap]\.?m\.?)?)?"
)
_ZONE = r"\s{0,2}(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
_MOMENT = re.compile(rf"(?:{_YEAR_FIRST}|{_MONTH_FIRST}|{_DAY_FIRST}){_WEEKDAY}{_CLOCK}{_ZONE}", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?)?")

# 二〇二三年一月二十八日
_HAN_DATE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]"
)
_HAN_DIGITS = {digit: str(value % 10) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}


class ImpossibleDate(ValueError):
    """It has the form of a date, but there is no such day or time."""


def parse_moment(text: str, zone: tzinfo = CHINA) -> datetime | None:
    """The moment that a text consists of, in UTC; None if it is not a date and nothing else.

    Args:
        text: "2023-01-28 14:05", "2023年1月28日 14时05分", "January 28, 2023"; a date alone means its first minute.
        zone: where the clock hangs if the text does not say.

    Raises:
        ImpossibleDate: the thirtieth of February, 25 o'clock.
    """
    found = _MOMENT.fullmatch(_plain(text))
    return _moment(found, zone) if found else None


def find_moment(text: str) -> tuple[int, int] | None:
    """Where in a line a printed date, with its time, begins and ends; None if there is none."""
    found = _MOMENT.search(_same_length(text))
    return (found.start(), found.start() + len(found[0].rstrip())) if found else None


def parse_iso(text: str, zone: tzinfo = CHINA) -> datetime | None:
    """The moment that an ISO 8601 date or date and time means, in UTC; None if it is no such text.

    Raises:
        ImpossibleDate: there is no such day or time.
    """
    found = _ISO.fullmatch(text)
    moment = _MOMENT.fullmatch(text) if found and text.isascii() else None
    return _moment(moment, zone) if moment else None


def make_day(year: int, month: int, day: int) -> date | None:
    """That day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(text: str) -> str:
    """Full-width and Chinese digits as ASCII ones."""
    return _HAN_DATE.sub(_with_digits, normalize("NFKC", text[:200])).strip()


def _same_length(text: str) -> str:
    """The text with full-width digits, colons and spaces made half-width one by one, so that places stay."""
    return re.sub("[０-９：／－．\u3000\xa0]", lambda match: normalize("NFKC", match[0]), text)


def _with_digits(match: re.Match[str]) -> str:
    year = "".join(_HAN_DIGITS[digit] for digit in match[1])
    return f"{year}年{_han_number(match[2])}月{_han_number(match[3])}日"


def _han_number(text: str) -> int:
    tens, has_ten, ones = text.rpartition("十")
    if not has_ten:
        return int("".join(_HAN_DIGITS[digit] for digit in text))
    return (int(_HAN_DIGITS.get(tens, "9")) if tens else 1) * 10 + int(_HAN_DIGITS.get(ones, "0"))


def _moment(found: re.Match[str], zone: tzinfo) -> datetime:
    name = found["name"] or found["name3"]
    year = int(found["year"] or found["year2"] or found["year3"])
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(found["month"])
    day = int(found["day"] or found["day2"] or found["day3"])
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ImpossibleDate(f"the year {year} is out of range")
    clock = (_hour(found), int(found["minute"] or 0), int(found["second"] or 0))
    try:
        return datetime(year, month, day, *clock, tzinfo=_zone(found["zone"], zone)).astimezone(UTC)
    except ValueError as error:
        raise ImpossibleDate(f"“{found[0].strip()}” does not exist") from error


def _hour(found: re.Match[str]) -> int:
    hour = int(found["hour"] or 0)
    half = (found["half"] or found["half2"] or "").lower()
    if half.startswith(("下午", "晚", "p")) and 1 <= hour < 12:
        return hour + 12
    return 0 if half.startswith(("凌晨", "a")) and hour == 12 else hour


def _zone(text: str | None, default: tzinfo) -> tzinfo:
    if not text:
        return default
    if text[0] not in "+-":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-offset if text[0] == "-" else offset)
