"""An officer who knows the person says that a NIP is theirs, or that it is not."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.rules.purpose import Purpose
from bot.rules.roster.claims import ClaimStatus
from bot.rules.roster.nip import tail
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import roster as words
from handlers.actions import roster as actions
from handlers.buttons import RefuseNip, VouchNip
from handlers.turn import Turn
from storage.tables import Person, RosterClaim


def vouch(turn: Turn) -> None:
    claim, person = _waiting(turn, turn.button(VouchNip).claim)
    if person.id == turn.person.id:
        turn.toast(words.own_claim_toast(), alert=True)
        return
    if claim.status is not ClaimStatus.ASKED:
        turn.toast(words.decided_toast())
        return
    entry = actions.link(turn, person, claim.nip, by=turn.person.id)
    if entry is None:
        turn.toast(words.cannot_be_linked_toast(), alert=True)
        return
    _decide(turn, claim, ClaimStatus.LINKED)
    turn.toast()
    turn.tell(person.id, words.linked(name=entry.name, office=entry.office))
    said = words.vouched(name=person.name, tail=tail(claim.nip), by=turn.person.name)
    turn.edit(said, purpose=Purpose.QUOTES, about=person)


def refuse(turn: Turn) -> None:
    claim, person = _waiting(turn, turn.button(RefuseNip).claim)
    if not _decide(turn, claim, ClaimStatus.REFUSED):
        turn.toast(words.decided_toast())
        return
    record(Action.NIP_REFUSED, person=person.id, why="desk")
    turn.toast()
    turn.tell(person.id, words.refused())
    said = words.turned_down(name=person.name, tail=tail(claim.nip), by=turn.person.name)
    turn.edit(said, purpose=Purpose.QUOTES, about=person)


def _waiting(turn: Turn, number: int) -> tuple[RosterClaim, Person]:
    turn.must_show_what_was_pressed()
    claim = turn.unit.roster.get_claim(number)
    person = None if claim is None else turn.unit.people.get(claim.person_id)
    if claim is None or person is None:
        raise StaleButton
    return claim, person


def _decide(turn: Turn, claim: RosterClaim, to: ClaimStatus) -> bool:
    return turn.unit.roster.decide(claim, ClaimStatus.ASKED, to, by=turn.person.id, at=turn.now)
