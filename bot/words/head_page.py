"""What the head's pages have in common: about a week, a month or a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from bot import utf16
from bot.rules.apart import Apart, SatisfactionFigures
from bot.rules.indicator import Indicator, Summary
from bot.rules.weekly import Waiting
from bot.words import dates, indicator
from bot.words.figures import number, percent
from bot.words.fit import NAME_SHOWN, cut
from bot.words.html import Html, as_text, bold, code, esc, lines

NO_CHAPTER = "di luar bab mana pun"
Chapters = Sequence[tuple[str | None, int]]
"""Of the book, the most first, each with how many questions it left open."""
CAPTION = 1024  # Telegram counts UTF-16 units after entities


def as_caption(drafts: Iterable[Html]) -> Html:
    """The first that is short enough to stand under a chart, else the last."""
    for said in drafts:
        if utf16.length(as_text(said)) <= CAPTION:
            break
    return said


def settled(summary: Summary) -> Html | None:
    said = indicator.settled_as(summary)
    return esc(said) if said else None


def year_before(figures: Indicator | None, zone: ZoneInfo) -> Html | None:
    if figures is None or not figures.received:
        return None
    year = figures.window.start.astimezone(zone).year
    return lines(bold(f"Tahun {year}, keadaan sekarang:"), indicator.ratio(figures))


def categories(most: tuple[tuple[str, int], ...]) -> Html | None:
    if not most:
        return None
    named = " · ".join(f"{cut(name, NAME_SHOWN)} {number(count)}" for name, count in most)
    return esc(f"Terbanyak tentang: {named}")


def left_open(chapters: Chapters) -> Html | None:
    """How many questions the book did not answer, by its chapters; on paper. In the chat it is a
    message of its own."""
    if not chapters:
        return None
    named = " · ".join(
        f"{cut(title or NO_CHAPTER, NAME_SHOWN)} {number(count)}" for title, count in chapters
    )
    return esc(f"Belum terjawab buku panduan, menurut bab: {named}")


def oldest(waiting: tuple[Waiting, ...]) -> Html | None:
    if not waiting:
        return None
    return lines(esc("Paling lama terbuka:"), *(_waiting(ticket) for ticket in waiting))


def _waiting(ticket: Waiting) -> Html:
    overdue = ", lewat batas" if ticket.overdue else ""
    officer = f", {cut(ticket.officer, NAME_SHOWN)}" if ticket.officer else ""
    number_ = code(cut(ticket.number, NAME_SHOWN))
    return Html(f"{number_} {esc(f'{dates.span(ticket.age)}{overdue}{officer}')}")


def information(received: int, resolved: int, still_open: int) -> Html:
    return esc(
        f"Permintaan informasi (terpisah): {number(received)} masuk,"
        f" {number(resolved)} selesai, {number(still_open)} terbuka"
    )


def beside(apart: Apart | None) -> Html | None:
    """Kept out of the ratio; the rest of it stands behind "Rincian"."""
    if apart is None:
        return None
    asked, satisfied, watched = apart.questions, apart.satisfaction, apart.watched
    judged = f", tuntas {number(asked.deflected)} dari {number(asked.judged)} yang sudah 7 hari"
    told = (
        f"Dijawab buku: {number(asked.answered)}, tanpa tiket {number(asked.without_ticket)}"
        f"{judged if asked.judged else ''}"
        if asked.answered
        else None,
        f"Dilayani: {number(apart.served.people)} orang, {number(apart.served.offices)} kantor"
        if apart.served.people
        else None,
        _satisfaction(satisfied),
        f"Bot tidak berjalan: {dates.hours(watched.down)}" if watched.times else None,
    )
    said = [esc(line) for line in told if line]
    return lines(*said) if said else None


def _satisfaction(found: SatisfactionFigures) -> str | None:
    if found.index is None:
        return None
    index, grade = percent(found.index).removesuffix(" %"), satisfaction_grade(found)
    return f"Kepuasan: {index} dari {number(found.answers)} jawaban" + (
        f"; {grade}" if grade else ""
    )


def satisfaction_grade(found: SatisfactionFigures) -> str:
    """The survey's class; or, by the house's rule, why there is none."""
    if found.grade is not None:
        return f"kelas SKM {found.grade.letter} ({found.grade.name})"
    if found.graded_from is not None and found.answers:
        return f"tanpa kelas, karena kurang dari {number(found.graded_from)} jawaban"
    return ""
