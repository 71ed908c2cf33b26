"""An officer who knows the person says that a NIP is theirs, or that it is not."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.rules.roster.claims import ClaimStatus
from bot.rules.roster.nip import tail
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import labels
from bot.words import roster as words
from handlers.actions import roster as actions
from handlers.buttons import MoveNip, RefuseNip, VouchNip
from handlers.keyboard import Key
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
    turn.edit(said, quotes=True, about=person)


def move(turn: Turn) -> None:
    """The account that has it is lost. Two officers are the second proof; who has it is told by
    the first of them already."""
    claim, person = _waiting(turn, turn.button(MoveNip).claim)
    holder = turn.unit.roster.holder(claim.nip)
    if turn.person.id in {person.id, holder}:
        turn.toast(words.own_claim_toast(), alert=True)
    elif actions.active(turn, claim.nip) is None or holder is None:
        turn.toast(words.cannot_be_linked_toast(), alert=True)
    elif claim.status is ClaimStatus.ASKED:
        _propose(turn, claim, person, holder)
    elif claim.status is not ClaimStatus.MOVING:
        turn.toast(words.decided_toast())
    elif claim.decided_by == turn.person.id:
        turn.toast(words.another_officer_toast(), alert=True)
    else:
        _move(turn, claim, person, holder)


def _propose(turn: Turn, claim: RosterClaim, person: Person, holder: int) -> None:
    if not _decide(turn, claim, ClaimStatus.MOVING):
        turn.toast(words.decided_toast())
        return
    turn.toast()
    turn.tell(holder, words.is_to_be_moved(tail=tail(claim.nip)))
    entry = turn.unit.roster.get(claim.nip)
    said = words.move_proposed(
        name=person.name,
        tail=tail(claim.nip),
        listed="" if entry is None else entry.name,
        by=turn.person.name,
    )
    keys = (
        Key(labels.MOVE_NIP_TOO, MoveNip(claim.id)),
        Key(labels.REFUSE_NIP, RefuseNip(claim.id)),
    )
    turn.edit(said, (keys,), quotes=True, about=person)


def _move(turn: Turn, claim: RosterClaim, person: Person, holder: int) -> None:
    first = claim.decided_by
    if not _decide(turn, claim, ClaimStatus.LINKED, was=ClaimStatus.MOVING):
        turn.toast(words.decided_toast())
        return
    turn.unit.roster.unlink(holder)
    entry = actions.link(turn, person, claim.nip, by=turn.person.id)
    if entry is None:  # they are linked to another meanwhile: nothing of it happens
        raise StaleButton
    record(Action.NIP_MOVED, person=person.id, before=holder, first=first, by=turn.person.id)
    turn.toast()
    turn.tell(holder, words.was_moved(tail=tail(claim.nip)))
    turn.tell(person.id, words.linked(name=entry.name, office=entry.office))
    said = words.moved(name=person.name, tail=tail(claim.nip), by=turn.person.name)
    turn.edit(said, quotes=True, about=person)


def refuse(turn: Turn) -> None:
    claim, person = _waiting(turn, turn.button(RefuseNip).claim)
    was = ClaimStatus.MOVING if claim.status is ClaimStatus.MOVING else ClaimStatus.ASKED
    if not _decide(turn, claim, ClaimStatus.REFUSED, was=was):
        turn.toast(words.decided_toast())
        return
    record(Action.NIP_REFUSED, person=person.id, why="desk")
    turn.toast()
    turn.tell(person.id, words.refused())
    said = words.turned_down(name=person.name, tail=tail(claim.nip), by=turn.person.name)
    turn.edit(said, quotes=True, about=person)


def _waiting(turn: Turn, number: int) -> tuple[RosterClaim, Person]:
    turn.must_show_what_was_pressed()
    claim = turn.unit.roster.get_claim(number)
    person = None if claim is None else turn.unit.people.get(claim.person_id)
    if claim is None or person is None:
        raise StaleButton
    return claim, person


def _decide(
    turn: Turn, claim: RosterClaim, to: ClaimStatus, *, was: ClaimStatus = ClaimStatus.ASKED
) -> bool:
    return turn.unit.roster.decide(claim, was, to, by=turn.person.id, at=turn.now)
