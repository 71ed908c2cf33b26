"""What stands beside the ratio, for the chat and the papers. Plain text, but for `details`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from bot import utf16
from bot.rules.apart import (
    JUDGED_AFTER,
    Downtime,
    PeopleServed,
    QuestionFigures,
    SatisfactionFigures,
)
from bot.rules.companions import Companions, Compared
from bot.rules.handling import AGES, Facet, HandledGroup, InTime, Took
from bot.rules.ticket import DeadlineClass
from bot.words import dates, labels
from bot.words.figures import number, percent
from bot.words.head_page import satisfaction_grade
from bot.words.html import Html, as_text, bold, esc, italic, lines, paragraphs

FACETS = {
    Facet.CLASS: "Menurut kelas tenggat",
    Facet.CATEGORY: "Menurut kategori",
    Facet.OFFICE: "Menurut kantor",
    Facet.OFFICER: "Menurut petugas",
}
GROUP_HEADS = ("Masuk", "Selesai", "Pertama", "Berikutnya", "Akhir")
UNKNOWN = {Facet.OFFICE: "belum disebut", Facet.OFFICER: "belum ada petugas"}
REST = "lainnya"
MOST_IN_CHAT = 5
NAME_SHOWN = 40
LONGEST = 4_096  # UTF-16 units of a message
NONE = "–"
FIRST_IN_TIME = "Jawaban pertama tepat waktu"
LAST_IN_TIME = "Jawaban akhir tepat waktu"
LATER_MET = "Jawaban berikutnya: tepat waktu (kali)"
LATER_MISSED = "Jawaban berikutnya: terlambat (kali)"
NOT_FOR_RATIO = "Semua di sini terpisah dari rasio penyelesaian dan tidak mengubahnya."


def definitions(answered_days: int) -> tuple[str, ...]:
    answers = (
        "Jawaban pertama dan jawaban berikutnya: tepat waktu bila sampai akhir hari kerja"
        f" ke-{answered_days} sesudah pelapor menulis. Jawaban berikutnya dihitung setiap kali"
        " pelapor menulis lagi tentang tiket yang masih terbuka. Jawaban akhir: tepat waktu bila"
        " selesai sebelum batas waktu tiketnya, yang bergeser selama menunggu pelapor. Yang belum"
        " jatuh waktu dan yang berakhir tanpa jawaban tidak dihitung."
    )
    again = "Dibuka lagi: dari tiket yang pernah berakhir, berapa yang dibuka lagi."
    book = (
        "Tuntas dari buku: pertanyaan yang dijawab buku panduan, dan dalam"
        f" {JUDGED_AFTER} hari sesudahnya orang yang sama tidak membuat tiket, tidak menanyakan"
        " hal yang sama lagi, dan tidak menyebut jawabannya kurang membantu. Baru dinilai setelah"
        f" {JUDGED_AFTER} hari lewat."
    )
    people = (
        "Orang dan kantor: yang bertanya atau melapor, masing-masing dihitung satu kali; petugas"
        " tidak dihitung."
    )
    return (answers, again, book, people)


def compared(found: Compared) -> tuple[tuple[str, str, str], ...]:
    """What, now, before."""
    rows: tuple[tuple[str, Callable[[Companions], str]], ...] = (
        ("Pengaduan diterima", lambda of: number(of.handling.received)),
        ("Selesai dengan jawaban", lambda of: _part(of.handling.resolved, of.handling.received)),
        (FIRST_IN_TIME, lambda of: in_time(of.handling.first)),
        ("Jawaban berikutnya tepat waktu", lambda of: in_time(of.handling.later)),
        (LAST_IN_TIME, lambda of: in_time(of.handling.last)),
        ("Jawaban pertama (jam kerja)", lambda of: took(of.handling.to_first, _work)),
        ("Penyelesaian (hari kerja)", lambda of: took(of.handling.to_last, _days)),
        ("Dibuka lagi", lambda of: _part(of.handling.reopened, of.handling.ended)),
        ("Masih terbuka, menurut umur", lambda of: _backlog(of.handling.backlog)),
        ("Kepuasan (skala SKM)", lambda of: satisfaction(of.apart.satisfaction)),
        ("Pertanyaan dijawab buku", lambda of: number(of.apart.questions.answered)),
        ("di antaranya tanpa tiket", lambda of: without_ticket(of.apart.questions)),
        ("di antaranya tuntas dari buku", lambda of: deflection(of.apart.questions)),
        ("Orang dan kantor dilayani", lambda of: served(of.apart.served)),
        ("Bot tidak berjalan", lambda of: down(of.apart.watched)),
    )
    return tuple((name, told(found.now), told(found.before)) for name, told in rows)


def heads(found: Compared) -> tuple[str, str, str]:
    was = found.before
    return ("Angka", "Periode ini", f"Sebelumnya ({dates.days(was.first, was.last)})")


def notes(found: Compared) -> tuple[str, ...]:
    """What the figures cannot tell."""
    said = [NOT_FOR_RATIO]
    kept, first = found.now.apart.questions.kept_since, found.now.first
    if kept is not None and kept.date() > first:
        said.append(
            f"Pertanyaan yang tersimpan mulai {dates.date_of(kept.date())}; yang sebelum itu tidak"
            " ikut dihitung."
        )
    since = found.now.apart.watched.since
    if since is not None and since.date() > first:
        said.append(f"Jam bot tidak berjalan baru dicatat sejak {dates.date_of(since.date())}.")
    if found.now.apart.served.erased:
        said.append("Orang yang datanya sudah dihapus tidak ikut dihitung.")
    return tuple(said)


def in_time(found: InTime) -> str:
    waiting = f"; {number(found.not_yet)} belum jatuh waktu" if found.not_yet else ""
    if found.share is None:
        return f"{NONE}{waiting}"
    return f"{percent(found.share)} ({number(found.met)} dari {number(found.judged)}{waiting})"


def took(found: Took, told: Callable[[float], str]) -> str:
    lacking = (
        f"{number(found.lack)} belum, tertua {dates.span(found.longest)}"
        if found.longest is not None
        else ""
    )
    if found.median is None or found.most is None:
        return f"belum ada; {lacking}" if lacking else NONE
    lacking = f"; {lacking}" if lacking else ""
    return (
        f"tengah {told(found.median)}, 9 dari 10 dalam {told(found.most)}"
        f" (dari {number(found.have)} yang sudah{lacking})"
    )


def _work(seconds: float) -> str:
    return dates.hours(timedelta(seconds=seconds))


def _days(days: float) -> str:
    return f"{f'{days:g}'.replace('.', ',')} hari"


def _part(count: int, of: int) -> str:
    return (
        f"{percent(Fraction(100 * count, of))} ({number(count)} dari {number(of)})" if of else NONE
    )


def _backlog(counts: Sequence[int]) -> str:
    if not sum(counts):
        return NONE
    bands = (
        f"sampai {AGES[0]} hari",
        *(f"{a + 1}–{b} hari" for a, b in pairwise(AGES)),
    )
    names = (*bands, f"lebih dari {AGES[-1]} hari")
    return ", ".join(f"{name}: {number(n)}" for name, n in zip(names, counts, strict=True) if n)


def satisfaction(found: SatisfactionFigures) -> str:
    if found.index is None:
        return f"belum ada jawaban (ditanya {number(found.asked)})" if found.asked else NONE
    grade = satisfaction_grade(found)
    return (
        f"{percent(found.index).removesuffix(' %')} dari 100{f', {grade}' if grade else ''}"
        f" (dari {number(found.answers)} jawaban; ditanya {number(found.asked)})"
    )


def without_ticket(found: QuestionFigures) -> str:
    return _part(found.without_ticket, found.answered)


def deflection(found: QuestionFigures) -> str:
    pending = found.without_ticket - found.judged
    waiting = f"; {number(pending)} belum dapat dinilai" if pending else ""
    if found.deflection is None:
        return f"{NONE}{waiting}"
    told = f"{number(found.deflected)} dari {number(found.judged)}"
    return f"{percent(found.deflection)} ({told}{waiting})"


def served(found: PeopleServed) -> str:
    return f"{number(found.people)} orang, {number(found.offices)} kantor"


def down(found: Downtime) -> str:
    if found.since is None:
        return "tidak tercatat"
    if not found.times:
        return "0 jam"
    return f"{dates.hours(found.down)} ({number(found.times)} kali)"


def groups(found: Sequence[HandledGroup], facet: Facet, most: int) -> tuple[tuple[str, ...], ...]:
    """A line a group, the rest in one."""
    shown, rest = found[:most], found[most:]
    rows = [_cells(_named(group, facet), group) for group in shown]
    if rest:
        rows.append(_cells(f"{REST} ({number(len(rest))})", _together(rest)))
    return tuple(rows)


def _named(group: HandledGroup, facet: Facet) -> str:
    if facet is Facet.CLASS:
        return labels.CLASSES[DeadlineClass(group.name)]
    return group.name or UNKNOWN.get(facet, NONE)


def _cells(name: str, group: HandledGroup) -> tuple[str, ...]:
    shares = (_short(each) for each in (group.first, group.later, group.last))
    return (name, number(group.received), number(group.resolved), *shares)


def _short(found: InTime) -> str:
    """90 % (9/10), cut and never rounded up."""
    return NONE if found.share is None else f"{int(found.share)} % ({found.met}/{found.judged})"


def _together(some: Sequence[HandledGroup]) -> HandledGroup:
    def sum_of(each: Callable[[HandledGroup], InTime]) -> InTime:
        found = [each(group) for group in some]
        met, missed = sum(one.met for one in found), sum(one.missed for one in found)
        return InTime(met, missed, sum(one.not_yet for one in found))

    received, resolved = (sum(g.received for g in some), sum(g.resolved for g in some))
    return HandledGroup(
        REST,
        received,
        resolved,
        sum_of(lambda g: g.first),
        sum_of(lambda g: g.later),
        sum_of(lambda g: g.last),
    )


def details(found: Compared) -> Html:
    """For the group that asked: against the period before, and by whom. As many groups of each
    kind as one message holds."""
    for most in range(MOST_IN_CHAT, -1, -1):
        page = _details(found, most)
        if utf16.length(as_text(page)) <= LONGEST:
            break
    return page


def _details(found: Compared, most: int) -> Html:
    now, was = found.now, found.before
    return paragraphs(
        lines(
            bold(f"Rincian {dates.days(now.first, now.last)}"),
            esc(f"Dalam kurung siku: {dates.days(was.first, was.last)}"),
        ),
        lines(*(esc(f"{name}: {this} [{that}]") for name, this, that in compared(found))),
        *(_facet(facet, some, most) for facet, some in now.handling.groups.items()),
        lines(*(italic(said) for said in notes(found))),
    )


def _facet(facet: Facet, some: Sequence[HandledGroup], most: int) -> Html:
    told = (
        f"{_cut(name)}: {received} masuk, {resolved} selesai; pertama {first},"
        f" berikutnya {later}, akhir {last}"
        for name, received, resolved, first, later, last in groups(some, facet, most)
    )
    return lines(bold(FACETS[facet]), *(esc(line) for line in told))


def _cut(name: str) -> str:
    return name if len(name) <= NAME_SHOWN else f"{name[: NAME_SHOWN - 1]}…"
