"""A ticket's card in the helpdesk group, and what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import utf16
from bot.rules.deadline import TicketClock
from bot.rules.ticket import (
    OPEN_STATES,
    Channel,
    DeadlineClass,
    Kind,
    Number,
    Priority,
    Result,
    Status,
)
from bot.words import dates, deadline, labels
from bot.words.confidential import HIDDEN_STORY
from bot.words.fit import MOST_IN_PART, cut, pieces
from bot.words.html import Address, Html, as_text, bold, esc, lines, moment, paragraphs, quote
from bot.words.queue import named
from bot.words.ticket import (
    CHANNEL,
    DEADLINE_CLASS,
    EVENTS_ON_CARD,
    MOST_ON_LINE,
    PRIORITY,
    RESULT,
    SIGN,
    STATUS,
    Happening,
    earlier,
    happened,
    shown_on_card,
)

MOST_ON_CARD = 1_200  # UTF-16 units of the story; the rest is posted under the card
MOST_IN_HISTORY, MOST_ON_PAGE = 3_000, 3_400  # UTF-16 units: of one event's words, and of all


@dataclass(frozen=True)
class LinkedTicket:
    """Another ticket that it belongs to, or that belongs to it."""

    how: str
    number: Number
    card: Address | None
    unheard: bool = False
    """Whether nothing that is answered here reaches its reporter."""


@dataclass(frozen=True)
class Card:
    """A ticket as its card shows it at a moment."""

    number: Number
    kind: Kind
    category: str
    status: Status
    story: str
    reporter: str | None  # None: erased, with the words
    office: str | None
    reachable: bool
    blocked: bool
    officer: str | None
    received: datetime
    clock: TicketClock
    now: datetime
    zone: ZoneInfo
    came: Channel | None  # where it did not come to the bot itself
    unheard: bool  # whether its reporter has no chat with the bot
    lapor_number: str | None
    files: int
    history: Sequence[Happening]
    secret: bool = False
    priority: Priority = Priority.NORMAL
    deadline_class: DeadlineClass = DeadlineClass.COMPLAINT
    result: Result | None = None
    deferred_until: datetime | None = None
    linked: Sequence[LinkedTicket] = ()


def card(seen: Card) -> Html:
    """Everything the desk needs to know of one ticket, on one screen."""
    return paragraphs(
        lines(
            Html(f"{SIGN[seen.status]} {bold(str(seen.number))} – {esc(labels.KINDS[seen.kind])}"),
            esc(f"Status: {_status(seen)}"),
            esc(f"Petugas: {seen.officer or 'belum ada'}"),
            bold(f"Prioritas: {PRIORITY[seen.priority]}")
            if seen.priority is not Priority.NORMAL
            else None,
            *map(_linked, seen.linked),
        ),
        _report(seen),
        Html(f"🔒 {bold(HIDDEN_STORY)}") if seen.secret else None,
        quote(cut(seen.story, MOST_ON_CARD)) if seen.story else _wordless(seen),
        esc(f"Lampiran: {seen.files} berkas") if seen.files else None,
        _history(seen),
    )


def _linked(each: LinkedTicket) -> Html:
    yourself = bold(" (tanpa bot: kabari sendiri)") if each.unheard else ""
    return Html(f"{esc(each.how)} {named(each.number, each.card)}{yourself}")


def _status(seen: Card) -> str:
    """With until when it is put off, or what its closing led to."""
    name = STATUS[seen.status]
    if seen.status is Status.DEFERRED and seen.deferred_until is not None:
        return f"{name} sampai {dates.long_date(seen.deferred_until, seen.zone)}"
    return f"{name} ({RESULT[seen.result]})" if seen.result else name


def _history(seen: Card) -> Html:
    """The last of it: what one person wrote in a row is one line, and the desk's last word to the
    reporter stays in sight however much they write."""
    shown = shown_on_card(seen.history[1:], EVENTS_ON_CARD)
    left = len(seen.history) - 1 - sum(times for _, times in shown)
    return lines(
        earlier(left),
        *(happened(event, seen.zone, most=MOST_ON_LINE, times=times) for event, times in shown),
    )


def _report(seen: Card) -> Html:
    """Whose it is, what about, and since when."""
    still_open = seen.status in OPEN_STATES
    office = f", {cut(seen.office, 80)}" if seen.office else ""
    return lines(
        esc(f"Dari: {seen.reporter}{office}") if seen.reporter is not None else _erased(seen),
        None if seen.reachable else bold("Pelapor memblokir bot; balasan menunggu."),
        bold("Pelapor diblokir: pesannya tidak dibaca.") if seen.blocked else None,
        _came(seen),
        esc(f"Tentang: {seen.category}"),
        Html(f"Masuk: {moment(dates.short(seen.received, seen.zone), seen.received)}"),
        bold(f"Batas menurut: {DEADLINE_CLASS[seen.deadline_class]}")
        if seen.deadline_class is DeadlineClass.SUPERVISORY
        else None,
        _age(seen) if still_open else None,
        deadline.on_card(seen.clock, seen.now, seen.zone) if still_open else None,
    )


def _came(seen: Card) -> Html | None:
    """Where nothing that is said here reaches its reporter, that too."""
    if seen.came is None:
        return None
    number = f" no. {seen.lapor_number}" if seen.lapor_number else ""
    yourself = "; kabari pelapor sendiri" if seen.unheard else ""
    return esc(f"Saluran: {CHANNEL[seen.came]}{number}{yourself}")


def _erased(seen: Card) -> Html:
    """What an officer may still do."""
    return lines(
        Html("<i>Data pelapor sudah dihapus atas permintaannya; isinya tidak ada lagi.</i>"),
        _to_be_closed(seen),
    )


def _wordless(seen: Card) -> Html | None:
    """Alike whether they were kept long enough or their reporter, who has no name here, was
    erased."""
    if seen.secret or seen.reporter is None:
        return None
    return lines(Html("<i>Isinya tidak disimpan lagi.</i>"), _to_be_closed(seen))


def _to_be_closed(seen: Card) -> Html | None:
    return Html("Tutup dengan tombol Selesai.") if seen.status in OPEN_STATES else None


def _age(seen: Card) -> Html | None:
    """With its moment: the card stands unchanged until something happens to the ticket."""
    age = seen.now - seen.received
    if age < dates.HOUR:
        return None
    return esc(f"Umur: {dates.span(age)} (pada {dates.short(seen.now, seen.zone)})")


def history_pages(number: Number, history: Sequence[Happening], *, zone: ZoneInfo) -> list[Html]:
    """All of it, the oldest first, each page with as much as a message takes."""
    rows = [happened(event, zone, most=MOST_IN_HISTORY) for event in history]
    pages: list[list[Html]] = [[]]
    room = MOST_ON_PAGE
    for row in rows:
        length = utf16.length(as_text(row)) + 1
        if length > room and pages[-1]:
            pages.append([])
            room = MOST_ON_PAGE
        pages[-1].append(row)
        room -= length
    return [
        paragraphs(_history_head(number, place, len(pages)), lines(*page))
        for place, page in enumerate(pages, 1)
    ]


def _history_head(number: Number, page: int, pages: int) -> Html:
    of = f" ({page}/{pages})" if pages > 1 else ""
    return Html(f"📜 {bold(f'Riwayat {number}')}{of}")


def card_below(number: Number, card: Address | None) -> Html:
    """What is left where the card stood before."""
    return Html(f"{named(number, card)}: kartunya sekarang ada di bawah.")


def rest_of_story(number: Number, story: str) -> list[Html]:
    """The whole story in parts, where the card could only show its beginning."""
    if utf16.length(story) <= MOST_ON_CARD:
        return []
    return [
        paragraphs(Html(f"📄 {bold(str(number))} – cerita lengkap"), esc(part))
        for part in pieces(story, MOST_IN_PART)
    ]


def file_of(number: Number) -> str:
    """A caption; plain text."""
    return f"Lampiran {number}"
