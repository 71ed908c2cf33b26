"""What people do with a ticket, each as a whole: the button, and the words that it asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.rules.ticket import MOVES, Deed, Result, Status
from bot.simulator.world.accounts import ANI, BUDI, BURHAN, DEWI, EKO
from bot.words.incident import CLOSES
from handlers import buttons as b
from handlers.actions.correcting import Field
from handlers.desk.ticket_menu import Menu

REPORTERS, OFFICERS = (ANI, BURHAN), (BUDI, DEWI, EKO)
NOTE = "Sudah kami perbaiki di server, silakan dicoba lagi ya Bu."
INCIDENT = 1


class Life(Protocol):
    """Where it is done, and seen."""

    def at_desk(self, who: int, button: b.Button) -> None: ...
    def in_private(self, who: int, button: b.Button) -> None: ...
    def says_at_desk(self, who: int, words: str) -> None: ...
    def says(self, who: int, words: str) -> None: ...
    def writes_otherwise(self, words: str) -> None:
        """The newest of what reporters wrote, edited."""

    def replies_to_prompt(self, who: int, words: str) -> None: ...
    def replies_to_card(self, who: int, ticket: int, words: str) -> None: ...
    def answers_bot(self, who: int, words: str, *, asked: str) -> None:
        """At the desk, a reply to what begins so."""

    def number(self, ticket: int) -> str: ...
    def officer_of(self, ticket: int, other: int) -> int:
        """Mostly who has it; now and then a colleague."""

    def reporter_of(self, ticket: int, other: int) -> int: ...


@dataclass(frozen=True, slots=True)
class On:
    """A ticket, another one, and any number to choose by."""

    ticket: int
    another: int
    any: int


Act = Callable[[Life, On], None]


def _pressed(button: Callable[[On], b.Button], *words: str) -> Act:
    """By an officer, who then answers what is asked for with one of these, if any."""

    def act(life: Life, on: On) -> None:
        who = life.officer_of(on.ticket, on.any)
        life.at_desk(who, button(on))
        if words and on.any % 6:  # else the prompt is left alone
            life.replies_to_prompt(who, words[on.any % len(words)])

    return act


def _own(button: Callable[[On], b.Button], *words: str) -> Act:
    def act(life: Life, on: On) -> None:
        who = life.reporter_of(on.ticket, on.any)
        life.in_private(who, button(on))
        if words:
            life.says(who, words[on.any % len(words)])

    return act


def _resolve(life: Life, on: On) -> None:
    who = life.officer_of(on.ticket, on.any)
    life.at_desk(who, b.Resolve(on.ticket))
    life.at_desk(who, b.Closing(on.ticket, list(Result)[on.any % 4].value))
    life.replies_to_prompt(who, (NOTE, NOTE, "ok")[on.any % 3])


def _merge(life: Life, on: On) -> None:
    who = life.officer_of(on.ticket, on.any)
    life.at_desk(who, b.Merge(on.ticket, on.another if on.any % 2 else 0))
    if not on.any % 2:
        life.replies_to_prompt(who, life.number(on.another))


def _link(life: Life, on: On) -> None:
    """A reporter who is asked says yes, mostly."""
    who = life.officer_of(on.ticket, on.any)
    life.at_desk(who, b.LinkReporter(on.ticket))
    life.replies_to_prompt(who, life.number(on.another))
    life.in_private(REPORTERS[on.any % 2], b.IsMine(1 + on.any % 3, on.any % 5 != 0))


def _reply(life: Life, on: On) -> None:
    who = life.officer_of(on.ticket, on.any)
    words = (NOTE, "Sejak kapan itu terjadi, Pak?", "// dicek dulu sama BKN", "ok", "besok")
    life.replies_to_card(who, on.ticket, words[on.any % len(words)])


def _incident(life: Life, on: On) -> None:
    """Begun, or begun already; and now and then over."""
    who = OFFICERS[on.any % 3]
    life.says_at_desk(who, "/gangguan Server BKN tidak bisa dibuka")
    life.at_desk(who, b.LinkTicket(INCIDENT, on.ticket))
    life.at_desk(who, b.LinkTicket(INCIDENT, on.another))
    if on.any % 2:
        life.at_desk(who, b.CloseIncident(INCIDENT))
        life.answers_bot(who, NOTE, asked=f"{CLOSES}{INCIDENT}")


def _write(life: Life, on: On) -> None:
    said = ("masih belum bisa pak", "sudah bisa, terima kasih", "belum selesai", "Senin pagi tadi")
    life.says(REPORTERS[on.any % 2], said[on.any % len(said)])


def _edit(life: Life, on: On) -> None:
    life.writes_otherwise(("maksud saya kemarin", "Selasa, bukan Senin")[on.any % 2])


def _withdrawn(life: Life, on: On) -> None:
    """By whose it is, or by whom it is not."""
    life.in_private((*REPORTERS, BUDI)[on.any % 3], b.Withdraw(on.ticket))


DATES = ("2026-11-27", "2026-12-01", "")
# What is done first; the commonest more than once.
ACTS: tuple[tuple[Deed, Act], ...] = (
    *[(Deed.TAKE, _pressed(lambda on: b.Take(on.ticket)))] * 2,
    (Deed.VERIFY, _pressed(lambda on: b.Verify(on.ticket))),
    (Deed.RELEASE, _pressed(lambda on: b.Release(on.ticket))),
    (Deed.HAND_OVER, _pressed(lambda on: b.HandOver(on.ticket, OFFICERS[on.any % 3]))),
    (Deed.ASK_INFO, _pressed(lambda on: b.AskInfo(on.ticket), "Sejak kapan itu terjadi?", "ok")),
    *[(Deed.RESOLVE, _resolve)] * 2,
    (Deed.OUT_OF_SCOPE, _pressed(lambda on: b.OutOfScope(on.ticket), "Silakan ke Taspen.", "ok")),
    (Deed.DEFER, _pressed(lambda on: b.Defer(on.ticket, DATES[on.any % 3]), "besok", "ok")),
    (Deed.RESUME, _pressed(lambda on: b.Resume(on.ticket))),
    (Deed.MERGE, _merge),
    (Deed.UNMERGE, _pressed(lambda on: b.Unmerge(on.ticket))),
    (Deed.SPLIT, _pressed(lambda on: b.Split(on.ticket), "Bukti dukung tak bisa diunggah.", "ok")),
    (Deed.CORRECT, _pressed(lambda on: b.Correct(on.ticket, Field.KIND.value, on.any % 4))),
    (Deed.CORRECT, _pressed(lambda on: b.Correct(on.ticket, Field.PRIORITY.value, on.any % 3))),
    (Deed.FOLLOW, _pressed(lambda on: b.Follow(on.ticket))),
    (Deed.REOPEN, _pressed(lambda on: b.Reopen(on.ticket))),
    (Deed.CONFIRM, _pressed(lambda on: b.ConfirmFor(on.ticket), "Ditelepon: sudah bisa.")),
    (Deed.NOTE, _pressed(lambda on: b.CardMenu(on.ticket, Menu.MORE.value))),
    (Deed.NOTE, _pressed(lambda on: b.HistoryPage(on.ticket, 0))),
    (Deed.LINK, _link),
    (Deed.UNLINK, _pressed(lambda on: b.UnlinkReporter(on.ticket))),
    *[(Deed.REPLY, _reply)] * 2,
    (Deed.JOIN_INCIDENT, _incident),
    (Deed.CONFIRM, _own(lambda on: b.Confirm(on.ticket))),
    (Deed.DISPUTE, _own(lambda on: b.Dispute(on.ticket), "Masih sama saja.")),
    (Deed.WITHDRAW, _withdrawn),
    (Deed.ANSWER, _own(lambda on: b.AddToTicket(on.ticket), "Tadi pagi muncul lagi.")),
    (Deed.ANSWER, _own(lambda on: b.ShowTicket(on.ticket))),
    (Deed.RATE, _own(lambda on: b.RateTicket(on.ticket, 1 + on.any % 4))),
    (Deed.ANSWER, _write),
    (Deed.AMEND, _edit),
)


def acts(status: Status, *, any_at_all: bool) -> list[Act]:
    """Of a ticket in this state: what is possible, or whatever people try."""
    return [act for deed, act in ACTS if any_at_all or (status, deed) in MOVES]
