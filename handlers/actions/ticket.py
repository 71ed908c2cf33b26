"""What is done to tickets, by whichever button, command, reply or clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.errors import AlreadyTaken
from bot.rules import ticket as rules
from bot.rules.complaint import Draft, File
from bot.rules.ticket import Deed, Role, Status
from bot.wire.parcel import CARD
from bot.words import asker, desk, labels
from bot.words.html import Html
from handlers.buttons import (
    AddToTicket,
    AskInfo,
    Confirm,
    Dispute,
    Key,
    Keyboard,
    Reopen,
    Resolve,
    Take,
)
from handlers.scene import Scene
from handlers.turn import Turn
from storage.refs import RELAY, SAID, STORY
from storage.tables import Person, Ticket
from storage.tickets import key, number_of

REPLY_DIALOG = "reply"
REPLY_OPEN = timedelta(hours=24)  # after an officer's words, plain text still goes to the ticket
REPLY_GOES_ON = timedelta(minutes=15)  # after the reporter's own words


def file(turn: Turn, draft: Draft, draft_key: str) -> Ticket:
    """A checked draft becomes a numbered ticket with its card at the desk."""
    assert draft.kind is not None
    assert draft.category is not None
    assert draft.story is not None
    number = turn.unit.tickets.next_number(turn.house.calendar.today(turn.now).year)
    days = turn.house.deadlines[draft.kind]
    ticket = turn.unit.tickets.file(
        number=number,
        draft_key=draft_key,
        kind=draft.kind,
        category=draft.category,
        story=draft.story,
        reporter_id=turn.person.id,
        now=turn.now,
        due_at=turn.house.calendar.due(turn.now, days),
    )
    for sent in draft.files:
        turn.unit.attachments.add(key(ticket), sent, now=turn.now)
    if draft.story_message is not None:
        remember(turn, ticket, draft.story_message, purpose=STORY)
    if draft.question is not None:
        turn.unit.questions.became(draft.question, asker_id=turn.person.id, ticket_id=key(ticket))
    redraw(turn, ticket)
    _tell_rest_of_story(turn, ticket)
    _pass_files_to_desk(turn, ticket, draft.files)
    return ticket


def take(turn: Turn, ticket: Ticket) -> None:
    officer = turn.officer()
    if ticket.officer_id is not None and ticket.status is not Status.OPEN:
        taker = turn.unit.people.get(ticket.officer_id)
        raise AlreadyTaken(
            number=str(number_of(ticket)),
            by=taker.name if taker else "petugas lain",
            yours=ticket.officer_id == officer.id,
        )
    _move(turn, ticket, Deed.TAKE, officer=officer)
    tell_reporter(turn, ticket, asker.taken(number_of(ticket), by=officer.name))


def reply(turn: Turn, ticket: Ticket, text: str, sent: File | None = None) -> None:
    """An officer's words reach the reporter, who may simply write back."""
    officer = turn.officer()
    _move(turn, ticket, Deed.REPLY, officer=officer, text=text, sent=sent)
    _speak_to_reporter(
        turn, ticket, asker.officer_says(number_of(ticket), by=officer.name, text=text), sent
    )


def ask_info(turn: Turn, ticket: Ticket, text: str, sent: File | None = None) -> None:
    officer = turn.officer()
    _move(turn, ticket, Deed.ASK_INFO, officer=officer, text=text, sent=sent)
    _speak_to_reporter(
        turn, ticket, asker.officer_asks(number_of(ticket), by=officer.name, text=text), sent
    )


def note(turn: Turn, ticket: Ticket, text: str) -> None:
    """Only the desk sees it."""
    _move(turn, ticket, Deed.NOTE, officer=turn.officer(), text=text)


def resolve(turn: Turn, ticket: Ticket, text: str, sent: File | None = None) -> None:
    """Settled with a closing note; the reporter has the last word."""
    officer = turn.officer()
    _move(turn, ticket, Deed.RESOLVE, officer=officer, text=text, sent=sent)
    words = asker.resolved(number_of(ticket), by=officer.name, note=text)
    _speak_to_reporter(turn, ticket, words, sent, keyboard=verdict_keys(ticket))


def reopen(turn: Turn, ticket: Ticket) -> None:
    officer = turn.officer()
    _move(turn, ticket, Deed.REOPEN, officer=officer)
    tell_reporter(turn, ticket, asker.reopened(number_of(ticket), by=officer.name))


def confirm(turn: Turn, ticket: Ticket) -> None:
    _move(turn, ticket, Deed.CONFIRM)
    _close_reply(turn, ticket)


def dispute(turn: Turn, ticket: Ticket) -> None:
    """The reporter says it is not solved: back to work, and the desk hears it aloud."""
    _move(turn, ticket, Deed.DISPUTE)
    under_card(turn, ticket, desk.disputed(number_of(ticket), by=turn.person.name))
    open_reply(turn, ticket, lasts=REPLY_OPEN)


def answer(turn: Turn, ticket: Ticket, text: str, sent: File | None) -> None:
    """The reporter's words or file come under the card."""
    _move(turn, ticket, Deed.ANSWER, text=text or None, sent=sent)
    if text:
        words = desk.reporter_says(number_of(ticket), by=turn.person.name, text=text)
        under_card(turn, ticket, words)
    if sent is not None:
        _pass_files_to_desk(turn, ticket, [sent])
    if turn.heard.message_id is not None:
        remember(turn, ticket, turn.heard.message_id, purpose=SAID)
    open_reply(turn, ticket, lasts=REPLY_GOES_ON)


def amend(turn: Turn, ticket: Ticket, text: str) -> None:
    """The reporter corrected a message that the desk already has."""
    _move(turn, ticket, Deed.AMEND, text=text)
    under_card(
        turn, ticket, desk.reporter_corrects(number_of(ticket), by=turn.person.name, text=text)
    )


def attach_late(turn: Turn, ticket: Ticket, sent: File) -> None:
    """A part of an album that arrived after the ticket was filed."""
    if turn.unit.attachments.add(key(ticket), sent, now=turn.now):
        _pass_files_to_desk(turn, ticket, [sent])
        redraw(turn, ticket)


def redraw(scene: Scene, ticket: Ticket) -> None:
    """The one card, as the ticket is now. Several changes before it is sent become one."""
    if scene.desk_chat is not None:
        scene.tell(
            scene.desk_chat,
            card(scene, ticket),
            card_keys(ticket),
            ticket=ticket,
            purpose=CARD,
            coalesce=f"card:{key(ticket)}",
        )


def card(scene: Scene, ticket: Ticket) -> Html:
    reporter = scene.unit.people.get(ticket.reporter_id)
    officer = scene.unit.people.get(ticket.officer_id) if ticket.officer_id else None
    return desk.card(
        number=number_of(ticket),
        kind=ticket.kind,
        category=ticket.category,
        status=ticket.status,
        story=ticket.story,
        reporter=reporter.name if reporter else "?",
        office=reporter.office if reporter else None,
        reachable=reporter.reachable if reporter else False,
        officer=officer.name if officer else None,
        received=ticket.created_at,
        due=ticket.due_at,
        now=scene.now,
        zone=scene.house.zone,
        files=len(scene.unit.attachments.of(key(ticket))),
        history=scene.unit.tickets.history(ticket),
    )


def under_card(scene: Scene, ticket: Ticket, text: Html) -> None:
    """A message that notifies, where an edited card would not."""
    if scene.desk_chat is not None:
        scene.tell(scene.desk_chat, text, ticket=ticket, purpose=RELAY, under_card=True)


def card_keys(ticket: Ticket) -> Keyboard:
    this = key(ticket)
    match ticket.status:
        case Status.OPEN:
            return (
                (Key(labels.TAKE, Take(this)),),
                (Key(labels.ASK_INFO, AskInfo(this)), Key(labels.RESOLVE, Resolve(this))),
            )
        case Status.TAKEN | Status.WAITING:
            return ((Key(labels.ASK_INFO, AskInfo(this)), Key(labels.RESOLVE, Resolve(this))),)
        case Status.RESOLVED | Status.CLOSED:
            return ((Key(labels.REOPEN, Reopen(this)),),)


def verdict_keys(ticket: Ticket) -> Keyboard:
    this = key(ticket)
    return ((Key(labels.YES_DONE, Confirm(this)), Key(labels.NOT_DONE, Dispute(this))),)


def reporter_keys(ticket: Ticket) -> Keyboard:
    """What the reporter can do with their ticket as it stands."""
    this = key(ticket)
    match ticket.status:
        case Status.RESOLVED:
            return verdict_keys(ticket)
        case Status.CLOSED:
            return ((Key(labels.REOPEN, Dispute(this)),),)
        case _:
            return ((Key(labels.ADD_TO_TICKET, AddToTicket(this)),),)


def tell_reporter(scene: Scene, ticket: Ticket, text: Html, keyboard: Keyboard = ()) -> None:
    scene.tell(ticket.reporter_id, text, keyboard, ticket=ticket, purpose=RELAY)


def open_reply(turn: Turn, ticket: Ticket, *, lasts: timedelta) -> None:
    """From now on the reporter's plain words belong to this ticket, unless a report is begun."""
    current = turn.unit.dialogs.of(ticket.reporter_id, now=turn.now)
    if current is not None and current.kind != REPLY_DIALOG:
        return
    turn.unit.dialogs.put(
        ticket.reporter_id,
        kind=REPLY_DIALOG,
        step=str(key(ticket)),
        key=str(number_of(ticket)),
        draft="{}",
        now=turn.now,
        expires_at=turn.now + lasts,
    )


def remember(turn: Turn, ticket: Ticket, message_id: int, *, purpose: str) -> None:
    """An own message of the reporter's, so that correcting it finds the ticket."""
    turn.unit.refs.put(turn.heard.chat_id, message_id, ticket_id=key(ticket), purpose=purpose)


def _move(
    turn: Turn,
    ticket: Ticket,
    deed: Deed,
    *,
    officer: Person | None = None,
    text: str | None = None,
    sent: File | None = None,
) -> None:
    role = Role.ASKER if officer is None else officer.role
    to = rules.after(ticket.status, deed, by=role, number=str(number_of(ticket)))
    takes = officer is not None and deed is not Deed.NOTE and ticket.officer_id is None
    turn.unit.tickets.move(
        ticket,
        deed,
        to=to,
        now=turn.now,
        actor_id=turn.person.id,
        text=text,
        officer_id=officer.id if takes and officer else None,
    )
    if sent is not None:
        turn.unit.attachments.add(key(ticket), sent, now=turn.now)
    redraw(turn, ticket)


def _speak_to_reporter(
    turn: Turn, ticket: Ticket, text: Html, sent: File | None, keyboard: Keyboard = ()
) -> None:
    if sent is not None:
        _send_files(turn, ticket.reporter_id, [sent], ticket, under_card=False)
    tell_reporter(turn, ticket, text, keyboard)
    open_reply(turn, ticket, lasts=REPLY_OPEN)


def _close_reply(turn: Turn, ticket: Ticket) -> None:
    current = turn.unit.dialogs.of(ticket.reporter_id, now=turn.now)
    if current is not None and current.kind == REPLY_DIALOG:
        turn.unit.dialogs.drop(ticket.reporter_id)


def _tell_rest_of_story(turn: Turn, ticket: Ticket) -> None:
    for part in desk.rest_of_story(number_of(ticket), ticket.story):
        under_card(turn, ticket, part)


def _pass_files_to_desk(turn: Turn, ticket: Ticket, files: Sequence[File]) -> None:
    chat_id = turn.desk_chat
    if chat_id is not None:
        _send_files(turn, chat_id, files, ticket, under_card=True)


_METHODS = {"photo": "sendPhoto", "document": "sendDocument", "video": "sendVideo"}


def _send_files(
    turn: Turn, chat_id: int, files: Sequence[File], ticket: Ticket, *, under_card: bool
) -> None:
    """By Telegram's own file ids. Albums hold 2 to 10 of one sort; single files go alone."""
    caption = desk.file_of(number_of(ticket))
    visual = [sent for sent in files if sent.kind in {"photo", "video"}]
    for sort in (visual, [sent for sent in files if sent not in visual]):
        if not sort:
            continue
        if len(sort) == 1:
            method = _METHODS[sort[0].kind]
            params: dict[str, object] = {sort[0].kind: sort[0].file_id, "caption": caption}
        else:
            media = [{"type": sent.kind, "media": sent.file_id} for sent in sort]
            method, params = (
                "sendMediaGroup",
                {"media": [{**media[0], "caption": caption}, *media[1:]]},
            )
        turn.unit.outbox.add(
            chat_id,
            method,
            params,
            now=turn.now,
            purpose=RELAY,
            ticket_id=key(ticket),
            under_card=under_card,
        )
