"""The ratio and what stands beside it: what a reader needs to check the figure."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.rules.indicator import Indicator, Spent, Summary
from bot.rules.ticket import SETTLED_STATES, SIDE_ENDS, Channel, Status
from bot.words import dates
from bot.words.edition import (
    DEFINITION,
    FORMULA,
    INDICATOR_NAME,
    bands,
    numbered,
    source,
    target,
)
from bot.words.figures import exact, number, percent
from bot.words.html import Html, as_text, bold, esc, italic, lines, paragraphs
from bot.words.report_days import as_at, received_in
from bot.words.ticket import CHANNEL

NONE_YET = "Belum ada pengaduan"
ENDS = {
    Status.CLOSED: "dikonfirmasi pelapor",
    Status.LAPSED: "tanpa tanggapan pelapor",
    Status.RESOLVED: "menunggu konfirmasi",
    Status.WITHDRAWN: "ditarik pelapor",
    Status.MERGED: "digabung",
    Status.OUT_OF_SCOPE: "di luar kewenangan",
    Status.SILENT: "pelapor tidak menjawab",
}
"""How it ended, in a report."""


def indicator(summary: Summary, *, zone: ZoneInfo, title: str | None = None) -> Html:
    """The longer form, with everything a reader needs to check the figure."""
    figures = summary.indicator
    return paragraphs(
        lines(
            bold(INDICATOR_NAME),
            esc(numbered(figures.edition)),
        ),
        lines(
            esc(
                f"Pengaduan yang diterima: {title}" if title else received_in(figures.window, zone)
            ),
            esc(as_at(figures.window.as_of, zone)),
        ),
        lines(_formula(figures), needed(figures), may_fail(figures), esc(bands(figures.edition))),
        _counts(summary),
        lines(medians(summary), esc(apart(summary))),
        italic(source(figures.edition)),
        italic(DEFINITION),
    )


def _formula(figures: Indicator) -> Html:
    said = esc(FORMULA)
    if figures.ratio is None:
        return lines(said, ratio(figures))
    cut = "" if exact(figures.ratio) else " (dipotong dua angka, tidak dibulatkan)"
    return lines(
        said,
        Html(f"{esc(division(figures))} {bold(percent(figures.ratio))}{esc(cut)}"),
        bold(level(figures).capitalize()),
    )


def ratio(figures: Indicator) -> Html:
    if figures.ratio is None:
        return Html(f"{esc(NONE_YET)} · {bold(level(figures))}")
    return Html(f"{bold(percent(figures.ratio))} · {esc(share(figures))} · {bold(level(figures))}")


def share(figures: Indicator) -> str:
    return f"{number(figures.resolved)} dari {number(figures.received)} selesai"


def level(figures: Indicator) -> str:
    return f"level {figures.level} dari 3"


def division(figures: Indicator) -> str:
    """29 ÷ 32 × 100 % ="""
    return f"{number(figures.resolved)} ÷ {number(figures.received)} × 100 % ="


def needed_text(figures: Indicator) -> str:
    return as_text(needed(figures))


def needed(figures: Indicator) -> Html:
    if figures.ratio is None:
        return esc("Selama belum ada pengaduan, indikator dinilai level 1.")
    if figures.still_needed == 0:
        return esc(f"Target {target(figures.edition)} tercapai.")
    return Html(
        f"Perlu {bold(number(figures.still_needed))} pengaduan lagi diselesaikan"
        f" untuk mencapai {esc(target(figures.edition))}."
    )


def may_fail(figures: Indicator) -> Html | None:
    if not figures.received:
        return None
    received, failing = number(figures.received), number(figures.may_fail)
    return esc(f"Dari {received}, paling banyak {failing} boleh tidak selesai.")


def _counts(summary: Summary) -> Html:
    figures = summary.indicator
    return lines(
        esc(f"Diterima: {number(figures.received)}"),
        esc(f"Selesai: {number(figures.resolved)}{_among(settled(summary))}"),
        esc(f"Masih terbuka: {number(summary.open)}{_late_of(summary)}"),
        _ended(summary),
        _channels(summary),
        esc(f"Pernah dibuka lagi: {number(summary.reopened)}"),
        esc(
            f"Sudah mendapat jawaban: {number(summary.answered)} dari {number(figures.received)}"
            " (angka pembanding, tidak dipakai dalam rasio)"
        ),
    )


def _late_of(summary: Summary) -> str:
    return "" if summary.overdue is None else f" (lewat batas: {number(summary.overdue)})"


def _channels(summary: Summary) -> Html | None:
    """Where any came by another way than the bot itself."""
    came = summary.channels
    if all(channel is Channel.TELEGRAM for channel, _ in came):
        return None
    named = " · ".join(f"{CHANNEL[channel]} {number(count)}" for channel, count in came)
    return esc(f"Saluran: {named}")


def settled(summary: Summary) -> str:
    """How those that are resolved ended: only the first is what the reporter said."""
    return _by_state(summary, SETTLED_STATES)


def settled_as(summary: Summary) -> str:
    """And how many ended otherwise, which the ratio still counts as received."""
    parts, otherwise = settled(summary), _ended_otherwise(summary)
    return " ".join(
        [
            *([f"Yang selesai: {parts}."] if parts else ()),
            *([f"Berakhir lainnya: {number(otherwise)}."] if otherwise else ()),
        ]
    )


def _ended_otherwise(summary: Summary) -> int:
    return sum(summary.states.get(state, 0) for state in SIDE_ENDS)


def _ended(summary: Summary) -> Html | None:
    """What is counted as received and is neither open nor resolved."""
    count = _ended_otherwise(summary)
    if not count:
        return None
    ended = _by_state(summary, SIDE_ENDS)
    return esc(f"Berakhir tanpa penyelesaian: {number(count)} ({ended}; tetap dihitung)")


def _by_state(summary: Summary, states: Sequence[Status]) -> str:
    counted = ((state, summary.states.get(state, 0)) for state in states)
    return ", ".join(f"{ENDS[state]} {number(count)}" for state, count in counted if count)


def _among(parts: str) -> str:
    return f" ({parts})" if parts else ""


def medians(summary: Summary) -> Html | None:
    """Half of the reports went quicker, half slower; and who is waiting still."""
    parts = [
        _spent("Jawaban pertama", summary.to_first_answer),
        _spent("Selesai", summary.to_resolution),
    ]
    return lines(*parts) if any(parts) else None


def _spent(what: str, spent: Spent) -> Html | None:
    if not spent.have and not spent.lack:
        return None
    if spent.median is None or spent.most is None:
        return esc(f"{what}: belum ada{_lacking(spent, '; ')}")
    took = f"tengah {dates.duration(spent.median)}, 9 dari 10 dalam {dates.duration(spent.most)}"
    return esc(f"{what}: {took} (dari {number(spent.have)}{_lacking(spent, '; ')})")


def middle(what: str, spent: Spent, was: Spent | None) -> Html | None:
    """The median alone, with that of the period before behind it."""
    if not spent.have and not spent.lack:
        return None
    before = f" [{dates.duration(was.median)}]" if was and was.median is not None else ""
    if spent.median is None:
        return esc(f"{what}: belum ada{before}{_lacking(spent, '; ')}")
    took = f"tengah {dates.duration(spent.median)}{before}"
    return esc(f"{what}: {took} (dari {number(spent.have)}{_lacking(spent, '; ')})")


def _lacking(spent: Spent, before: str) -> str:
    if spent.longest is None:
        return ""
    return f"{before}{number(spent.lack)} belum, tertua {dates.span(spent.longest)}"


def apart(summary: Summary) -> str:
    return (
        f"Permintaan informasi: {number(summary.information_received)} masuk,"
        f" {number(summary.information_resolved)} selesai; tidak dihitung dalam rasio."
    )
