"""Two who do something to one ticket at the same moment, as in two processes: what each race is,
and what may come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.rules.purpose import Purpose
from bot.rules.ticket import Deed, Result, Status
from bot.simulator.world.accounts import ANI, BUDI, DEWI, EKO, HELPDESK
from handlers import buttons as b
from storage.tables import Ticket
from storage.unit import Unit
from tests.bench.large import updates
from tests.rules.cases import CALENDAR
from tests.storage.rows import NOW

Update = updates.Update
Acts = tuple[Update, Update]
MASTER = 1  # the first ticket of all
CARD, BUDIS_PROMPT, DEWIS_PROMPT = 1, 2, 3  # places among a ticket's messages


def message(ticket: int, place: int) -> int:
    return ticket * 10 + place


@dataclass(frozen=True)
class Race:
    begins: Status
    acts: Callable[[int], Acts]
    """What each of the two does to the ticket of that number."""
    ends: Sequence[tuple[Deed, ...]]
    """What has been done to the ticket afterwards, by whoever was first."""
    told: Sequence[tuple[str, ...]]
    """For each of these ends what somebody is told, once: that they were not the first."""


def prepare(unit: Unit, ticket: Ticket, status: Status) -> None:
    """In that state, with a card and a prompt for each of the officers."""
    moves = {
        Status.TAKEN: [(Deed.TAKE, Status.TAKEN)],
        Status.RESOLVED: [(Deed.TAKE, Status.TAKEN), (Deed.RESOLVE, Status.RESOLVED)],
    }
    for deed, to in moves.get(status, ()):
        also = {"result": Result.SOLVED} if deed is Deed.RESOLVE else None
        unit.tickets.move(
            ticket,
            deed,
            to=to,
            now=NOW,
            actor_id=EKO,
            officer_id=EKO,
            also=also,
            clock=ticket.clock.after(to, NOW, CALENDAR),
        )
    unit.tickets.place_card(ticket.id, chat_id=HELPDESK, message_id=message(ticket.id, CARD))
    for place, purpose, who in (
        (CARD, Purpose.CARD, None),
        (BUDIS_PROMPT, Purpose.CLOSING, BUDI),
        (DEWIS_PROMPT, Purpose.CLOSING, DEWI),
    ):
        number = message(ticket.id, place)
        unit.refs.put(HELPDESK, number, ticket_id=ticket.id, purpose=purpose, prompted_id=who)


def _pressed(who: int, button: b.Button) -> Update:
    return updates.presses(who, button, chat=HELPDESK)


def _wrote(who: int, ticket: int, place: int, words: str) -> Update:
    return updates.says(who, words, chat=HELPDESK, reply_to=message(ticket, place))


TAKEN_BY_OTHER, TOO_LATE, NOT_NOW = "sudah diambil", "sudah berakhir", "tidak dapat"

RACES = {
    "take x take": Race(
        Status.OPEN,
        lambda it: (_pressed(BUDI, b.Take(it)), _pressed(DEWI, b.Take(it))),
        [(Deed.TAKE,)],
        [(TAKEN_BY_OTHER,)],
    ),
    "take x close": Race(
        Status.OPEN,
        lambda it: (
            _pressed(BUDI, b.Take(it)),
            _wrote(DEWI, it, DEWIS_PROMPT, "Sudah kami perbaiki."),
        ),
        [(Deed.TAKE, Deed.RESOLVE), (Deed.RESOLVE,)],
        [(), (NOT_NOW,)],
    ),
    "close x close": Race(
        Status.TAKEN,
        lambda it: (
            _wrote(BUDI, it, BUDIS_PROMPT, "Sudah kami perbaiki."),
            _wrote(DEWI, it, DEWIS_PROMPT, "Sudah kami jelaskan."),
        ),
        [(Deed.RESOLVE, Deed.REPLY)],
        [(TOO_LATE,)],
    ),
    "close x reopen": Race(
        Status.RESOLVED,
        lambda it: (updates.presses(ANI, b.Confirm(it)), _pressed(BUDI, b.Reopen(it))),
        [(Deed.CONFIRM, Deed.REOPEN), (Deed.REOPEN,)],
        [(), (NOT_NOW,)],
    ),
    "reply x close": Race(
        Status.TAKEN,
        lambda it: (
            _wrote(BUDI, it, CARD, "Mohon tunggu, Bu."),
            _wrote(DEWI, it, DEWIS_PROMPT, "Sudah kami perbaiki."),
        ),
        [(Deed.REPLY, Deed.RESOLVE), (Deed.RESOLVE,)],
        [(), ("baru saja menjawab",)],
    ),
    "merge x reply": Race(
        Status.TAKEN,
        lambda it: (
            _pressed(BUDI, b.Merge(it, MASTER)),
            _wrote(DEWI, it, CARD, "Mohon tunggu, Bu."),
        ),
        [(Deed.MERGE, Deed.REPLY), (Deed.REPLY, Deed.MERGE)],
        [("digabung ke EK-2026-00001 (",)] * 2,
    ),
    "hand over x take": Race(
        Status.OPEN,
        lambda it: (_pressed(BUDI, b.HandOver(it, EKO)), _pressed(DEWI, b.Take(it))),
        [(Deed.HAND_OVER,), (Deed.TAKE, Deed.HAND_OVER)],
        [(TAKEN_BY_OTHER,), ("dari Pegawai",)],
    ),
}
