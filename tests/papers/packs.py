"""Evidence packs for tests: of so many tickets, with the worst that people write."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.data.deadlines import terms
from bot.data.editions import editions
from bot.data.letterhead import letterhead
from bot.data.proofs import proofs as held_against
from bot.papers.evidence.pack import Pack, Sample, SampleMessage, Side
from bot.papers.evidence.proofs import Proven, proofs
from bot.rules.apart import Apart, Downtime, PeopleServed, QuestionFigures, SatisfactionFigures
from bot.rules.companions import Companions, Compared
from bot.rules.handling import Measures, handling, judged
from bot.rules.period_before import before
from bot.rules.proofs import ManualFigures, handled
from bot.rules.report_rows import TicketRow, recap, series
from bot.rules.ticket import ENDED_STATES, Channel, Kind, Number, Status
from bot.words import papers as words
from tests.rules.cases import CALENDAR, WITA

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1;2)",
    '<b>tebal</b> & "kutip" ]]>',
    "Dinas 😀 Kesehatan",
    "سجل الموظفين",
    "kantor\x00\x07\x0b\ufffe\uffff kontrol",
    "balik\u202egnolaK\u202c",
    "Kantor " + "Panjang" * 28,
    "\\(kurung\\) tak ) seimbang (",
    "https://example.org/?a=1&b=2",
    "00123",
)
APART = Apart(
    QuestionFigures(400, 300, 280, 200, datetime(2026, 5, 1, tzinfo=UTC)),
    PeopleServed(120, 14, erased=True),
    SatisfactionFigures(20, (1, 2, 5, 4)),
    Downtime(timedelta(hours=3, minutes=5), 2, datetime(2026, 11, 1, tzinfo=UTC)),
)
CATEGORIES = ("MFA dan OTP", "Menyusun SKP", "Penilaian kinerja", '=HYPERLINK("x")', "Lainnya")


def rows(count: int, first: date, last: date) -> tuple[TicketRow, ...]:
    dice = random.Random(count)
    days = (last - first).days + 1
    moments = sorted(
        datetime.combine(
            first + timedelta(days=dice.randrange(days)),
            time(dice.randrange(24), dice.randrange(60)),
            WITA,
        ).astimezone(UTC)
        for _ in range(count)
    )
    found = (_row(dice, number, at) for number, at in enumerate(moments, 1))
    by = Measures(CALENDAR, terms())
    return tuple(judged(found, by, datetime(2026, 12, 1, 2, tzinfo=UTC)))


def _row(dice: random.Random, number: int, at: datetime) -> TicketRow:
    status = dice.choice(tuple(Status))
    office = (*HOSTILE, None)[number % (len(HOSTILE) + 1)]
    return TicketRow(
        number=str(Number(at.year, number)),
        received_at=at,
        channel=dice.choice(tuple(Channel)),
        kind=dice.choice(tuple(Kind)),
        category=dice.choice(CATEGORIES),
        office=office,
        status=status,
        first_answer_at=None if status is Status.OPEN else at + timedelta(hours=3),
        done_at=at + timedelta(hours=dice.randrange(400)) if status in ENDED_STATES else None,
        reopened=dice.randrange(3) // 2,
        due_at=at + timedelta(days=10),
        later_in_time=(number % 3, number % 2),
        master="EK-2026-00001" if status is Status.MERGED else None,
    )


def pack(count: int, first: date = date(2025, 12, 1), last: date = date(2026, 11, 30)) -> Pack:
    """Over new year, unless other days are given."""
    found = rows(count, first, last)
    was = before(first, last)
    as_of = datetime(2026, 12, 1, 2, tzinfo=UTC)
    return Pack(
        letterhead=letterhead(),
        first=first,
        last=last,
        as_of=as_of,
        timezone=str(WITA),
        edition=editions().default,
        definition=words.definition(),
        recap=recap(found),
        series=series(found, first, last, CALENDAR),
        rows=found,
        companions=Compared(
            Companions(first, last, handling(found, as_of), APART),
            Companions(*was, handling(rows(count // 2, *was), as_of), APART),
            terms().answered_days,
        ),
        proofs=proofs(_proven(found, as_of)),
        samples=tuple(_sample(text) for text in HOSTILE[:3]) if count else (),
    )


def _proven(found: tuple[TicketRow, ...], as_of: datetime) -> Proven:
    held = held_against()
    manual = ManualFigures(12, 400, "24 November 2026", 120, 900)
    return Proven(handled(found, as_of, held), held, APART, recap(found), 14, manual)


def _sample(text: str) -> Sample:
    at = datetime(2026, 3, 2, 1, tzinfo=UTC)
    said = (
        SampleMessage(Side.REPORTER, at, f"{text} tidak bisa dibuka 😭\n" + "sangat " * 200),
        SampleMessage(Side.OFFICER, at + timedelta(hours=2), "Sudah kami perbaiki."),
    )
    return Sample("EK-2026-00007", at, at + timedelta(hours=2), said)


def in_office(pack_: Pack, office: str) -> Pack:
    """Every ticket from there."""
    return replace(pack_, rows=tuple(replace(row, office=office) for row in pack_.rows))
