"""Which days a report is about, as people say it: "oktober", "triwulan 3", "tahun lalu".

What is not understood is said, never guessed: a wrong month looks as true as the right one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from unicodedata import category

from bot.errors import NoSuchDate, WindowInFuture, WindowUnknown
from bot.rules.letters import narrow
from bot.rules.report_days import (
    DAYS_A_WEEK,
    FIRST,
    LAST,
    Days,
    Span,
    between,
    months_on,
    up_to,
    week_of,
    year_of,
)
from faq.text.dates.date_words import (
    DAY,
    FILE,
    HALF,
    MONTH,
    MONTH_NAMES,
    NEAR,
    ORDINALS,
    QUARTER,
    WEEK,
    WEEKDAYS,
    YEAR,
    any_of,
    month_named,
    number,
    one_of,
)
from faq.text.dates.one_date import date_at, written_dates
from faq.text.vocabulary import phrases, sections

LONGEST = 80  # letters in which somebody may say which days
MOST_MONTHS = 60
SAY_NOTHING = {"So", "Sk", "Mn", "Cf"}  # emoji, and what is not seen


def days_said(text: str, today: date) -> Days:
    """Raises WindowUnknown for what names no days, NoSuchDate for "31 februari", WindowReversed
    and WindowInFuture."""
    if len(text) > LONGEST:
        raise WindowUnknown
    said = _plain(narrow(text))
    if not said:
        raise WindowUnknown
    for read in (_two_dates, _this_year, _relative, _rolling, _part_of_year, _months, _years):
        found = read(said, today)
        if found is not None:
            return found
    raise WindowUnknown


def _this_year(said: str, today: date) -> Days | None:
    """ "Sejak awal tahun": so far."""
    return year_of(today.year, today) if _SINCE_IT_BEGAN.fullmatch(said) else None


THIS, _CUT = phrases("this", FILE), phrases("quarter cut short", FILE)
_FILLERS = phrases("says nothing", FILE) | MONTH
_HOW_LONG = {
    name.strip(): count.strip()
    for count, _, names in (line.partition("=") for line in sections(FILE)["how long"])
    for name in names.split(",")
}
_UNITS = {
    **dict.fromkeys(DAY, Span.DAY),
    **dict.fromkeys(WEEK, Span.WEEK),
    **dict.fromkeys(MONTH, Span.MONTH),
    **dict.fromkeys(QUARTER, Span.QUARTER),
    **dict.fromkeys(HALF, Span.HALF),
    **dict.fromkeys(YEAR, Span.YEAR),
}
_NOW, _BEFORE, _DAY = one_of("now"), one_of("before"), one_of("day")
_GONE = rf"(?P<before>(?:{one_of('relative')} )?{_BEFORE})"
_RELATIVE = re.compile(
    rf"(?P<unit>{any_of(_UNITS)}) (?:{_NOW}|{_GONE}|(?P<ahead>{one_of('ahead')}))"
)
_SINCE_IT_BEGAN = re.compile(
    rf"(?:{one_of('since')} )?{one_of('beginning')} {one_of('year')}(?: {_NOW})?"
    rf"(?: {one_of('up to')} (?:{_NOW}|{any_of(NEAR)}))?"
)
# "Minggu" alone is a week.
_ALSO_A_WEEK = any_of(WEEK & WEEKDAYS.keys())
_WEEKDAY = re.compile(
    rf"(?:{_DAY} )?(?P<day>(?!{_ALSO_A_WEEK})(?:{any_of(WEEKDAYS)})|(?<=hari )(?:{_ALSO_A_WEEK}))"
    rf"(?: (?:{one_of('this')}|{_GONE}))?"
)
_ROLLING = re.compile(
    rf"(?P<count>\d{{1,4}}|[a-z ]{{2,9}}?) ?(?P<unit>{any_of((*DAY, *WEEK, *MONTH, *YEAR))})"
    rf"(?: {one_of('of late')})?(?: {one_of('this')})?"
)
_OF_YEAR = rf"(?: (?P<named>{one_of('year')} )?(?P<year>\d{{4}}|{one_of('this')}|{_BEFORE}))?"
_PART = re.compile(
    rf"(?P<unit>{any_of((*QUARTER, *HALF, *_CUT))})[ .]?(?P<which>\d|[a-z]+){_OF_YEAR}"
)
_YEAR = re.compile(rf"(?:{one_of('year')} )?(?P<year>\d{{4}})")
_MONTH_NAMED = re.compile(rf"(?P<month>[a-z]{{3,10}}){_OF_YEAR}")
_MONTH_BY_NUMBER = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})|(?P<mm>\d{1,2})[-/.](?P<yy>\d{4})")
_UPTO = re.compile(f" {one_of('up to')} ")
_NUMBERED_MONTH = re.compile(rf"\b{one_of('month')} (\d{{1,2}})\b(?! {one_of('month')})")
MONTHS_A_YEAR = 12
_PARTS = {Span.QUARTER: 3, Span.HALF: 6}


def _plain(text: str) -> str:
    """Small letters, single blanks, a dash between two dates set apart, no empty words, and no
    emoji."""
    text = "".join(sign for sign in text if category(sign) not in SAY_NOTHING)
    text = re.sub(r"[\s,;:!?\"'()]+", " ", text.casefold()).strip(" .")
    text = re.sub(r"\bke-?\s?(?=\d)", "", text)
    text = re.sub(r"\b(\d{1,2})-([a-z]{3,10})-(\d{4})\b", r"\1 \2 \3", text)
    text = re.sub(r"(?<=\d)\s*[–—]\s*(?=\d)|(?<=[a-z])\s*[–—-]\s*(?=\d)|\s[-–—]\s", " - ", text)
    text = re.sub(r"(?<=[a-z])\s*[–—-]\s*(?=[a-z]{3})", " - ", text)
    text = re.sub(r"^(?:(\d{1,2})-(?=\d{1,2} [a-z])|(\d{4})-(?=\d{4}$))", r"\1\2 - ", text)
    text = _NUMBERED_MONTH.sub(_named_month, text)
    words = text.split()
    kept = [word for place, word in enumerate(words) if not _says_nothing(words, place)]
    return " ".join(kept)


def _named_month(found: re.Match[str]) -> str:
    """ "bulan 10" is October; "bulan 13" is none."""
    month = int(found[1])
    if not 1 <= month <= len(MONTH_NAMES):
        raise NoSuchDate
    return MONTH_NAMES[month - 1]


def _says_nothing(words: list[str], place: int) -> bool:
    """ "bulan oktober", but not "bulan lalu" nor "3 bulan"."""
    word = words[place]
    if word not in _FILLERS:
        return False
    if word not in MONTH:
        return True
    after = words[place + 1] if place + 1 < len(words) else ""
    return month_named(after) is not None


def _two_dates(said: str, today: date) -> Days | None:
    parts = _UPTO.split(said)
    if len(parts) == 1 and (pair := _pair(said)):
        parts = pair
    if len(parts) == 1:
        day = _date(said, today)
        return None if day is None else up_to(day, day, Span.DAY, today)
    if len(parts) != 2:
        return None
    return _from_to(parts[0].strip(), parts[1].strip(), today)


def _pair(said: str) -> list[str] | None:
    """Two dates, and nothing else but a sign or two between them."""
    found = [said[each.begins : each.ends] for each in sorted(written_dates(said, short="/."))]
    left = len(said.replace(" ", "")) - len("".join(found).replace(" ", ""))
    return found if len(found) == 2 and left <= len("..") else None


def _from_to(start: str, end: str, today: date) -> Days | None:
    last = _date(end, today)
    if last is not None:
        first = _date(start, today, last) or _date(f"{start} {end.split(' ', 1)[-1]}", today, last)
        return None if first is None else between(first, last, today)
    to = _months(end, today) or _years(end, today)
    if to is None:
        return None
    since = _months(start, to.ends) or _years(start, to.ends)
    return None if since is None else between(since.first, to.ends, today)


def _date(said: str, today: date, upto: date | None = None) -> date | None:
    """Without a year the newest up to today, or to the day that ends it. Raises NoSuchDate; and
    WindowUnknown where it names another weekday."""
    if said in NEAR:
        return today + timedelta(days=NEAR[said])
    if found := _WEEKDAY.fullmatch(said):
        return _weekday_gone(WEEKDAYS[found["day"]], today, before=found["before"] is not None)
    written = date_at(said, 0, short="/.")
    if written is None or written.ends != len(said):
        return None
    day = written.newest_until(upto or today)
    if day is None or not FIRST <= day <= LAST:
        raise NoSuchDate
    if written.belies(day):
        raise WindowUnknown
    return day


def _weekday_gone(weekday: int, today: date, *, before: bool) -> date:
    """The newest such day; `before`: before today."""
    back = (today.weekday() - weekday) % DAYS_A_WEEK
    return today - timedelta(days=back or DAYS_A_WEEK * before)


def _made(year: int, month: int, day: int) -> date:
    try:
        made = date(year, month, day)
    except ValueError:
        raise NoSuchDate from None
    if not FIRST <= made <= LAST:
        raise NoSuchDate
    return made


def _relative(said: str, today: date) -> Days | None:
    found = _RELATIVE.fullmatch(said)
    if found is None:
        return None
    span, before = _UNITS[found["unit"]], found["before"] is not None
    if found["ahead"]:
        raise WindowInFuture(_following(span, today))
    if span is Span.DAY:
        return up_to(day := today - timedelta(days=before), day, Span.DAY, today)
    if span is Span.WEEK:
        return week_of(today - timedelta(days=DAYS_A_WEEK * before), today)
    if span is Span.YEAR:
        return year_of(today.year - before, today)
    length = _PARTS.get(span, 1)
    begins = today.year * 12 + (today.month - 1) // length * length - length * before
    return _some_months(begins, length, span, today)


def _following(span: Span, today: date) -> date:
    """The first day of the next one."""
    if span is Span.DAY:
        return today + timedelta(days=1)
    if span is Span.WEEK:
        return today + timedelta(days=DAYS_A_WEEK - today.weekday())
    length = MONTHS_A_YEAR if span is Span.YEAR else _PARTS.get(span, 1)
    months = today.year * MONTHS_A_YEAR + (today.month - 1) // length * length + length
    year, month = divmod(months, MONTHS_A_YEAR)
    return date(year, month + 1, 1)


def _some_months(begins: int, length: int, span: Span, today: date) -> Days:
    """`begins` counts months from the year 0."""
    last = begins + length - 1
    year, month = divmod(last, 12)
    end = date(year, month + 1, monthrange(year, month + 1)[1])
    return up_to(date(begins // 12, begins % 12 + 1, 1), end, span, today)


def _rolling(said: str, today: date) -> Days | None:
    """Up to today. "Dua tahun" are the two full years before this one: see indicator.py."""
    first, _, rest = said.partition(" ")
    found = _ROLLING.fullmatch(f"{_HOW_LONG.get(first, first)} {rest}".strip())
    if found is None:
        return None
    count = number(found["count"].strip())
    if count is None or count < 1:
        return None
    span = _UNITS[found["unit"]]
    if span is Span.YEAR:
        return _full_years(count, today)
    if span is Span.MONTH:
        return _rolling_months(count, today)
    length = count * (DAYS_A_WEEK if span is Span.WEEK else 1)
    if length > MOST_MONTHS * 31:
        raise NoSuchDate
    return up_to(today - timedelta(days=length - 1), today, Span.ROLLING, today)


def _rolling_months(count: int, today: date) -> Days:
    if count > MOST_MONTHS:
        raise NoSuchDate
    return up_to(months_on(today, -count) + timedelta(days=1), today, Span.ROLLING, today)


def _full_years(count: int, today: date) -> Days:
    if count * 12 > MOST_MONTHS:
        raise NoSuchDate
    first, last = date(today.year - count, 1, 1), date(today.year - 1, 12, 31)
    return Days(first, last, Span.YEARS if count > 1 else Span.YEAR, last)


def _part_of_year(said: str, today: date) -> Days | None:
    found = _PART.fullmatch(said)
    if found is None:
        return None
    span = Span.QUARTER if found["unit"] in _CUT else _UNITS[found["unit"]]
    length = _PARTS[span]
    which = number(found["which"]) or ORDINALS.get(found["which"])
    if which is None:
        return None
    if not 1 <= which <= 12 // length:
        raise NoSuchDate
    begins = (which - 1) * length
    year = _year_of(found, begins + 1, begins + length, today)
    return _some_months(year * 12 + begins, length, span, today)


def _year_of(found: re.Match[str], first: int, last: int, today: date) -> int:
    """Of months, by their numbers. Without a year the newest that have begun; "oktober lalu" is
    the newest that is over."""
    said = found["year"]
    if said is None:
        return today.year - (first > today.month)
    if said in THIS:
        return today.year
    if said.isdigit():
        return _made(int(said), 1, 1).year
    return today.year - (found["named"] is not None or last >= today.month)


def _months(said: str, today: date) -> Days | None:
    """Without a year the newest that has begun."""
    if found := _MONTH_BY_NUMBER.fullmatch(said):
        year, month = int(found["y"] or found["yy"]), int(found["m"] or found["mm"])
        begins = _made(year, month, 1)
        return _some_months(begins.year * 12 + begins.month - 1, 1, Span.MONTH, today)
    found = _MONTH_NAMED.fullmatch(said)
    if found is None or (month_ := month_named(found["month"])) is None:
        return None
    year = _year_of(found, month_, month_, today)
    return _some_months(year * 12 + month_ - 1, 1, Span.MONTH, today)


def _years(said: str, today: date) -> Days | None:
    found = _YEAR.fullmatch(said)
    return year_of(_made(int(found["year"]), 1, 1).year, today) if found else None
