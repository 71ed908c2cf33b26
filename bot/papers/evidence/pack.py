"""What an evidence pack is made of: values alone, so that each format says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.ruled import Ruled
from bot.rules.companions import Compared
from bot.rules.handling import Facet
from bot.rules.indicator import Edition, level_of
from bot.rules.letterhead import Letterhead
from bot.rules.privacy.numbers import mask
from bot.rules.report_rows import Recap, Series, TicketRow
from bot.words import companions, labels
from bot.words import papers as words
from bot.words.edition import named, numbered
from bot.words.figures import number
from bot.words.ticket import CHANNEL, STATUS


class Side(StrEnum):
    REPORTER = "reporter"
    OFFICER = "officer"


@dataclass(frozen=True)
class SampleMessage:
    side: Side
    at: datetime
    text: str
    """Masked: nobody's name, no number that belongs to a person."""


@dataclass(frozen=True)
class Sample:
    """One ticket's talk, to be drawn as a chat."""

    number: str
    received_at: datetime
    done_at: datetime
    said: tuple[SampleMessage, ...]


@dataclass(frozen=True)
class ClosingMark:
    """That the period is, since when, and what its content comes to."""

    at: datetime
    mark: str


@dataclass(frozen=True)
class Pack:
    letterhead: Letterhead
    first: date
    last: date
    as_of: datetime
    timezone: str
    edition: Edition
    definition: tuple[str, ...]
    recap: Recap
    series: Series
    rows: Sequence[TicketRow]
    samples: tuple[Sample, ...] = ()
    corrections: tuple[str, ...] = ()
    closed: ClosingMark | None = None
    companions: Compared | None = None
    """None of a period that an earlier release closed."""
    proofs: tuple[Proof, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def level(self) -> int:
        return level_of(self.recap.received, self.recap.resolved, self.edition)

    @property
    def period(self) -> str:
        return words.days(self.first, self.last)

    @property
    def has_samples(self) -> bool:
        """A closed period keeps nobody's words."""
        return self.closed is None


Lines = list[tuple[str, str]]


def enclosures(pack: Pack) -> tuple[str, ...]:
    """What follows the letter, in its order."""
    titles = [words.CHARTS]
    if pack.companions is not None:
        titles.append(words.BESIDE)
    titles += [proof.title for proof in pack.proofs]
    if pack.has_samples:
        titles.append(words.SAMPLES)
    return (*titles, words.LIST)


def heading(pack: Pack, title: str) -> str:
    return words.enclosure(enclosures(pack).index(title) + 1, title)


MOST_GROUPS = 20  # of one table; the rest in one line


def beside(found: Compared) -> tuple[Ruled, ...]:
    """What stands beside the ratio. No officer is named on a paper that leaves the office."""
    first = Ruled(companions.heads(found), companions.compared(found), (0.26, 0.4, 0.34))
    groups = (
        Ruled(
            (companions.FACETS[facet], *companions.GROUP_HEADS),
            companions.groups(some, facet, MOST_GROUPS),
            (0.34, 0.09, 0.1, 0.16, 0.16, 0.15),
        )
        for facet, some in found.now.handling.groups.items()
        if facet is not Facet.OFFICER
    )
    return (first, *groups)


def beside_says(found: Compared) -> tuple[str, ...]:
    return (*companions.notes(found), *companions.definitions(found.answered_days))


def identity(pack: Pack) -> Lines:
    """What the report is about, a name and a value a line."""
    return [
        (words.AGENCY, pack.letterhead.agency),
        (words.CHANNEL_OF, words.SERVICE),
        (words.PERIOD, pack.period),
        (words.AS_AT, words.as_at(pack.as_of, pack.zone)),
        (words.INDICATOR, named(pack.edition)),
        (words.EDITION, numbered(pack.edition)),
        (words.THRESHOLDS, words.thresholds(pack.edition)),
        (words.MADE_FROM, words.FROM_ROWS),
    ]


def letter(pack: Pack) -> Lines:
    return [
        (words.NUMBER, pack.letterhead.number),
        (words.NATURE, pack.letterhead.nature),
        (words.ENCLOSURE, words.enclosures(len(enclosures(pack)))),
        (words.SUBJECT, pack.letterhead.subject),
    ]


@dataclass(frozen=True)
class CountTable:
    """A table of counts; its parts come to its total."""

    title: str
    parts: tuple[tuple[str, int], ...]
    total: int


def totals(pack: Pack) -> Lines:
    recap = pack.recap
    return [
        (words.RECEIVED, number(recap.received)),
        (words.RESOLVED, number(recap.resolved)),
        (words.ANSWERED, number(recap.answered)),
        (words.REOPENED, number(recap.reopened)),
        (words.MERGED, number(recap.merged)),
        (words.INFORMATION, words.apart(recap)),
    ]


def tables(recap: Recap) -> tuple[CountTable, ...]:
    parts = (
        (words.BY_ENDING, {words.ENDINGS[each]: n for each, n in recap.endings.items()}),
        (words.BY_KIND, {str(labels.KINDS[each]): n for each, n in recap.kinds.items()}),
        (words.BY_STATUS, {STATUS[each]: n for each, n in recap.statuses.items()}),
        (words.BY_CHANNEL, {CHANNEL[each]: n for each, n in recap.channels.items()}),
        (words.BY_CATEGORY, recap.categories),
    )
    return tuple(CountTable(title, tuple(n.items()), recap.received) for title, n in parts)


def shown_number(row: TicketRow) -> str:
    return words.NO_NUMBER if row.of_abuse else row.number


def cells(row: TicketRow, zone: ZoneInfo) -> tuple[str, ...]:
    """As the list shows a ticket, after its running number."""
    channel, kind, category, office, status, ending = named_cells(row)
    return (
        shown_number(row),
        moment(row.received_at, zone),
        *(channel, kind, category, office, status, ending),
        moment(row.first_answer_at, zone),
        moment(row.done_at, zone),
        "" if row.working_days is None else str(row.working_days),
    )


def named_cells(row: TicketRow) -> tuple[str, str, str, str, str, str]:
    """Those that may be long."""
    office = mask(row.office) if row.office else words.NOT_TOLD
    lapor_number, master = (None, None) if row.of_abuse else (row.lapor_number, row.master)
    return (
        words.channel(row.channel, lapor_number),
        words.KINDS[row.kind],
        row.category,
        words.KEPT_BACK if row.of_abuse else office,
        words.state(STATUS[row.status], master),
        words.ENDINGS_SHORT[row.ending],
    )


def moment(at: datetime | None, zone: ZoneInfo) -> str:
    """By its parts: strftime takes ten times as long, and a list has 300,000 of them."""
    if at is None:
        return ""
    at = at.astimezone(zone)
    return f"{at.day:02d}/{at.month:02d}/{at.year} {at.hour:02d}.{at.minute:02d}"


class DayRange(Protocol):
    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...


PACK_NAME, SAMPLES_NAME = "rekap-pengaduan", "contoh-penanganan"
PROOFS_NAME, LAPOR_NAME = "bukti-lain", "untuk-sp4n-lapor"
REACH_NAME, REACH_ROWS_NAME = "jangkauan", "baris-jangkauan"


def file_name(name: str, of: DayRange, ending: str) -> str:
    return f"{name}-{of.first:%Y%m%d}-{of.last:%Y%m%d}.{ending}"
