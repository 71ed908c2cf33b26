"""/profil: somebody says which NIP is theirs, and proves it a second way.

What is answered to a guess is the same whether the NIP is in the list, another's, or nobody's.
"""

from __future__ import annotations

import re

from bot.errors import StaleButton
from bot.rules.dialog import DialogKind
from bot.rules.intent import Intent, Situation
from bot.rules.roster import claims, nip
from bot.rules.roster.claims import ClaimStatus
from bot.rules.roster.people import State, phone
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import labels
from bot.words import roster as words
from bot.words.html import Html
from faq.text.small_talk.meaning import intent
from faq.text.small_talk.talk import small_talk
from handlers.actions import roster as actions
from handlers.asker import calling_off, dialog
from handlers.buttons import LinkNip, MoveNip, RefuseNip, UnlinkNip, VouchNip
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.agenda import Once
from storage.tables import AgendaKind, RosterClaim

MOBILE = "628"  # how a number begins that somebody carries about
_DIGITS_ALONE = re.compile(r"(?:nip\b)?[\s.:/-]{0,5}\d[\d\s./-]{2,40}", re.IGNORECASE)
_RUN = re.compile(r"\d(?:[\s./-]{0,3}\d){5,40}")
Keys = list[list[dict[str, object]]]
_SHARE: dict[str, object] = {"text": words.SHARE_NUMBER, "request_contact": True}
_PROOFS: Keys = [[_SHARE], [{"text": words.ASK_DESK}, {"text": words.STOP}]]
_BY_NUMBER: Keys = [[_SHARE], [{"text": words.STOP}]]


def profile_keys(turn: Turn) -> Keyboard:
    """Beside the profile: nothing, where no list was ever read."""
    if turn.unit.roster.of_person(turn.person.id) is not None:
        return ((Key(labels.UNLINK_NIP, UnlinkNip()),),)
    if turn.unit.roster.newest() is None:
        return ()
    return ((Key(labels.LINK_NIP, LinkNip()),),)


def profile(turn: Turn) -> Html | None:
    """By the list; None where they are not linked to it."""
    found = turn.unit.roster.of_person(turn.person.id)
    if found is None:
        return None
    entry = found.entry
    return words.profile(
        name=entry.name if entry else turn.person.name,
        office=turn.person.office,
        position=entry.position if entry else None,
        rank=entry.rank if entry else None,
        tail=nip.tail(found.link.nip),
        active=entry is not None and entry.state is State.ACTIVE,
    )


def ask(turn: Turn) -> None:
    turn.button(LinkNip)
    roster = turn.unit.roster
    if roster.newest() is None:
        raise StaleButton
    turn.toast()
    if roster.of_person(turn.person.id) is not None:
        turn.say(words.linked_already())
    elif dialog.of(turn) is not None:
        turn.say(words.nip_later())
    elif _tried_too_often(turn):
        turn.say(words.too_often())
    else:
        turn.unit.dialogs.begin(turn.person.id, DialogKind.NIP, now=turn.now)
        turn.say(words.ask_nip())


def unlink(turn: Turn) -> None:
    turn.button(UnlinkNip)
    if not turn.unit.roster.unlink(turn.person.id):
        raise StaleButton
    record(Action.NIP_UNLINKED, person=turn.person.id)
    turn.toast(words.unlinked_toast())
    turn.take_buttons_away()
    turn.say(words.unlinked())


def hear(turn: Turn) -> bool:
    """A NIP, or what is none: then the question is over."""
    text = turn.incoming.own_text
    said = intent(text)
    if small_talk(text, Situation.STORY) is Intent.CANCEL or said is Intent.NO:
        calling_off.cancel(turn)
        return True
    written = _RUN.search(text) or _DIGITS_ALONE.fullmatch(text.strip())
    if turn.incoming.file is not None or turn.incoming.other is not None or written is None:
        dialog.end(turn, DialogKind.NIP)
        return False
    digits = sum(sign.isdecimal() for sign in text)
    if digits >= 2 * nip.DIGITS:  # of two nobody is to guess which is meant
        turn.say(words.nip_by_word())
        return True
    try:
        number = nip.read(text if len(text) <= len(written[0]) + 8 else written[0])
    except nip.Unreadable as error:
        known = error.why in {
            nip.NipFault.SHORT,
            nip.NipFault.LONG,
            nip.NipFault.OLD,
            nip.NipFault.NIK,
        }
        turn.say(words.nip_unclear(digits=digits) if known else words.nip_by_word())
        return True
    _claimed(turn, number)
    return True


def _claimed(turn: Turn, number: str) -> None:
    dialog.end(turn, DialogKind.NIP)
    roster, person = turn.unit.roster, turn.person
    if roster.of_person(person.id) is not None:
        turn.say(words.linked_already())
        return
    claim = roster.claim(person.id, number, now=turn.now)
    if not _may_ask_desk(turn, claim):
        _desk_is_closed(turn, claim)
        return
    _tell_holder(turn, number)
    _say_with(turn, words.ask_proof(tail=nip.tail(number)), _PROOFS)


def _may_ask_desk(turn: Turn, claim: RosterClaim) -> bool:
    before = turn.unit.roster.tries_before(claim, within=claims.ON_ONE_WITHIN)
    return claims.may_ask_desk(*before)


def _desk_is_closed(turn: Turn, claim: RosterClaim) -> None:
    """What is left that day is their own number, once."""
    record(Action.NIP_REFUSED, person=turn.person.id, why="too_often_on_it")
    if claim.status is ClaimStatus.TYPED:
        _say_with(turn, words.too_often_on_it(), _BY_NUMBER)
    else:
        _say_with(turn, words.not_proved_today())


def _tried_too_often(turn: Turn) -> bool:
    since = turn.now - claims.TRIES_WITHIN
    return not claims.may_try(turn.unit.roster.tries(turn.person.id, since=since))


def _tell_holder(turn: Turn, number: str) -> None:
    """Once a day for each account that names it."""
    holder = turn.unit.roster.holder(number)
    if holder is None:
        return
    day = turn.resources.calendar.today(turn.now).isoformat()
    once = Once(AgendaKind.NIP_TRIED, chat_id=holder, about_id=turn.person.id, period=day)
    if turn.unit.agenda.claim(once, now=turn.now):
        turn.tell(holder, words.somebody_tried(tail=nip.tail(number)))


# The second proof


def is_proof(turn: Turn) -> bool:
    """A contact that was shared, or one of the keys below the question, while a claim waits."""
    incoming = turn.incoming
    said = incoming.own_text
    typed = (phone(said) or "").startswith(MOBILE) and not dialog.open_now(turn)
    if incoming.contact is None and said not in {words.ASK_DESK, words.STOP} and not typed:
        return False
    claim = turn.unit.roster.last_claim(turn.person.id)
    if claim is None or not claims.waits(claim.status, claim.at, turn.now):
        return False
    if incoming.contact is not None:
        return _shared(turn, claim)
    if typed:
        return _told_to_share(turn, claim)
    if said == words.ASK_DESK:
        _ask_desk(turn, claim)
        return True
    if dialog.open_now(turn):
        return False
    _decide(turn, claim, ClaimStatus.DROPPED)
    _say_with(turn, words.stopped())
    return True


def _told_to_share(turn: Turn, claim: RosterClaim) -> bool:
    """Anybody can write anybody's number."""
    if claim.status is not ClaimStatus.TYPED:
        return False
    keys = _PROOFS if _may_ask_desk(turn, claim) else _BY_NUMBER
    _say_with(turn, words.share_not_write(), keys)
    return True


def _shared(turn: Turn, claim: RosterClaim) -> bool:
    contact, person = turn.incoming.contact, turn.person
    assert contact is not None
    if claim.status is not ClaimStatus.TYPED:
        return False
    if turn.incoming.not_own or contact.user_id != person.id:
        turn.say(words.not_your_own())
        return True
    entry = actions.active(turn, claim.nip)
    if entry is None or not claims.proves(phone(contact.phone), entry.phone):
        _fail(turn, claim)
        return True
    linked = actions.link(turn, person, claim.nip)
    if linked is None:
        _fail(turn, claim)
        return True
    _decide(turn, claim, ClaimStatus.LINKED)
    _say_with(turn, words.linked(name=linked.name, office=linked.office))
    return True


def _fail(turn: Turn, claim: RosterClaim) -> None:
    record(Action.NIP_REFUSED, person=turn.person.id, why="no_match")
    _decide(turn, claim, ClaimStatus.FAILED)
    if _may_ask_desk(turn, claim):
        _say_with(turn, words.not_proved(), _PROOFS[1:])
    else:
        _desk_is_closed(turn, claim)


def _ask_desk(turn: Turn, claim: RosterClaim) -> None:
    person, desk = turn.person, turn.desk_chat
    if turn.unit.roster.waits_at_desk(person.id, since=turn.now - claims.ASKED_AGAIN):
        _say_with(turn, words.asked_already())
        return
    if desk is None:
        _say_with(turn, words.no_desk())
        return
    if not _may_ask_desk(turn, claim):
        _desk_is_closed(turn, claim)
        return
    _decide(turn, claim, ClaimStatus.ASKED)
    entry = turn.unit.roster.get(claim.nip)
    state = None if entry is None or entry.state is State.ACTIVE else entry.state
    taken = turn.unit.roster.holder(claim.nip) is not None
    said = words.claim_card(
        name=person.name,
        username=person.username,
        tail=nip.tail(claim.nip),
        listed=None if entry is None else entry.name,
        office=None if entry is None else entry.office,
        state=None if state is None else words.NOT_ACTIVE[state],
        taken=taken,
    )
    keys = [Key(labels.REFUSE_NIP, RefuseNip(claim.id))]
    if entry is not None and state is None:
        vouch = Key(labels.VOUCH_NIP, VouchNip(claim.id))
        keys.insert(0, Key(labels.MOVE_NIP, MoveNip(claim.id)) if taken else vouch)
    turn.tell(desk, said, (tuple(keys),), quotes=True, prompted_id=person.id)
    _say_with(turn, words.asked_desk())


def _decide(turn: Turn, claim: RosterClaim, to: ClaimStatus) -> None:
    turn.unit.roster.decide(claim, claim.status, to, by=None, at=turn.now)


def _say_with(turn: Turn, said: Html, keys: Keys | None = None) -> None:
    """With keys of the keyboard, which alone can ask for a contact; or taking them away."""
    shown: dict[str, object] = (
        {"remove_keyboard": True}
        if keys is None
        else {
            "keyboard": keys,
            "resize_keyboard": True,
            "one_time_keyboard": True,
            "input_field_placeholder": words.PROOF_PLACEHOLDER,
        }
    )
    turn.tell(turn.incoming.chat_id, said, extra={**turn.incoming.place, "reply_markup": shown})
