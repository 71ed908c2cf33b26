"""The other proofs beside the ratio, counted from the same rows. Pure; what they are held against
is data (bot/data/proofs.toml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from bot.rules.report_rows import Ending, TicketRow
from bot.rules.ticket import Channel

DAY = timedelta(days=1)


def level(count: int, begins: Sequence[int]) -> int:
    """The highest that is reached of those that begin so; 0 where none is."""
    return sum(count >= least for least in begins)


@dataclass(frozen=True)
class Source:
    name: str
    sure: str


@dataclass(frozen=True)
class ProofThresholds:
    """As bot/data/proofs.toml has it."""

    full_hours: int
    most_hours: int
    lapor_percent: int
    served: tuple[int, int]
    """From how many people on level 2, and level 3."""
    process_days: tuple[int, int]
    """At most, for level 3, and level 2."""
    information_ways: int
    sources: dict[str, Source]

    def served_level(self, people: int) -> int:
        return level(people, (1, *self.served))


@dataclass(frozen=True)
class ComplaintTimes:
    """Complaints as the form asks for them, in hours by day and night."""

    received: int
    within_full: int
    within_most: int
    """Not within the first."""
    later: int
    unanswered: int
    oldest: timedelta | None
    """Of those unanswered and open."""
    resolved: int
    in_lapor: int
    """With a number of SP4N-LAPOR!, or from there."""
    days: tuple[tuple[str, int], ...]
    """Calendar days to the end, of those resolved."""
    median_days: float | None


def handled(rows: Iterable[TicketRow], as_of: datetime, held: ProofThresholds) -> ComplaintTimes:
    full, most = timedelta(hours=held.full_hours), timedelta(hours=held.most_hours)
    first_days, second_days = held.process_days
    count, days, waiting = Counter[str](), list[int](), list[timedelta]()
    for row in rows:
        if not row.counted:
            continue
        count["received"] += 1
        count["resolved"] += row.resolved
        count["lapor"] += row.channel is Channel.LAPOR or row.lapor_number is not None
        if row.first_answer_at is None:
            count["unanswered"] += 1
            if row.ending is Ending.OPEN:
                waiting.append(as_of - row.received_at)
        else:
            took = row.first_answer_at - row.received_at
            count["full" if took <= full else "most" if took <= most else "later"] += 1
        if row.resolved and row.done_at is not None:
            days.append(-(-(row.done_at - row.received_at) // DAY))
    upto = sum(each <= first_days for each in days)
    within = sum(first_days < each <= second_days for each in days)
    return ComplaintTimes(
        received=count["received"],
        within_full=count["full"],
        within_most=count["most"],
        later=count["later"],
        unanswered=count["unanswered"],
        oldest=max(waiting, default=None),
        resolved=count["resolved"],
        in_lapor=count["lapor"],
        days=(
            (f"≤ {first_days}", upto),
            (f"{first_days + 1}–{second_days}", within),
            (f"> {second_days}", len(days) - upto - within),
        ),
        median_days=median(days) if days else None,
    )


@dataclass(frozen=True)
class ManualFigures:
    """The manual book, and how many read in it."""

    chapters: int
    entries: int
    checked: str
    """The newest day on which an entry's facts were checked."""
    readers: int
    reads: int
