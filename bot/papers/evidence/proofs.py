"""The other proofs of a pack, each of one page."""

from __future__ import annotations

from dataclasses import dataclass

from bot.papers.evidence.bars import Bars
from bot.papers.evidence.ruled import Ruled
from bot.rules.apart import Apart
from bot.rules.proofs import ComplaintTimes, ManualFigures, ProofThresholds
from bot.rules.report_rows import Recap
from bot.words import proofs as words

WIDE = (0.36, 0.64)
COUNTED = (0.64, 0.18, 0.18)


@dataclass(frozen=True)
class Proof:
    title: str
    tables: tuple[Ruled, ...]
    notes: tuple[str, ...]
    charts: tuple[Bars, ...] = ()


@dataclass(frozen=True)
class Proven:
    """What the proofs are made of."""

    handled: ComplaintTimes
    held: ProofThresholds
    apart: Apart
    recap: Recap
    closed: int
    """Periods that were closed within the days, and so reported."""
    manual: ManualFigures


def proofs(of: Proven) -> tuple[Proof, ...]:
    handled, held, apart = of.handled, of.held, of.apart
    counted = Ruled(words.COUNT_HEADS, words.f02_counts(handled, held), COUNTED)
    steps = words.f02_steps(handled, held, of.closed, apart.satisfaction)
    information = words.information(of.recap.channels, apart.questions.answered)
    process = Ruled(words.COUNT_HEADS, words.process_counts(handled), COUNTED)
    satisfied = Ruled(words.COUNT_HEADS, words.satisfaction_counts(apart.satisfaction), COUNTED)
    return (
        Proof(words.F02, (counted, _told(steps)), words.f02_notes(handled, held)),
        Proof(words.MANUAL, (_told(words.manual(of.manual)),), ()),
        Proof(words.INFORMATION, (_told(information),), words.information_notes(held)),
        Proof(words.PROCESS, (process,), words.process_notes(handled, held)),
        Proof(
            words.SERVED,
            (_told(words.served(apart.served, held)),),
            words.served_notes(apart.served, held),
        ),
        Proof(words.SATISFACTION, (satisfied,), words.satisfaction_notes(apart.satisfaction)),
    )


def _told(rows: tuple[tuple[str, ...], ...]) -> Ruled:
    return Ruled(words.HEADS, rows, WIDE)
