"""What is done to tickets, by whichever button, command, reply or clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.errors import AlreadyTaken, NotNotedDown, TooManyFilesToday
from bot.rules.complaint import Draft, File
from bot.rules.deadline import begun
from bot.rules.noting import NotedReport
from bot.rules.purpose import Purpose
from bot.rules.rights import DeskAct
from bot.rules.ticket import (
    ANSWERING,
    OPEN_STATES,
    SETTLED_STATES,
    Channel,
    DeadlineClass,
    Deed,
    Kind,
    Result,
    Status,
)
from bot.rules.visibility import Visibility
from bot.words import desk, news, ready_answers
from bot.words.complaint import only_files
from bot.words.html import Html
from faq.text.asking import asks
from handlers.actions import additions, burst, card, confidential, following, merging, reporter
from handlers.actions.moving import move, resulted
from handlers.turn import Turn
from storage.tables import Person, Ticket

DAY = timedelta(days=1)


def file(turn: Turn, draft: Draft, draft_key: str) -> Ticket:
    """A checked draft becomes a numbered ticket with its card at the desk."""
    assert draft.kind is not None
    assert draft.category is not None
    ticket = _numbered(
        turn,
        draft_key,
        kind=draft.kind,
        category=draft.category,
        story=draft.story or only_files([sent.kind for sent in draft.files]),
        reporter=turn.person,
        deadline_class=DeadlineClass.SUPERVISORY if draft.abuse else None,
        visibility=Visibility.of(
            anonymous=draft.anonymous, secret=draft.secret or draft.abuse is True
        ),
    )
    for sent in draft.files:
        turn.unit.attachments.add(ticket.id, sent, now=turn.now)
    reporter.talks_here(turn, ticket)
    for message_id in draft.messages:
        reporter.remember(turn, ticket, message_id, purpose=Purpose.STORY)
    if draft.question is not None:
        turn.unit.questions.link_ticket(
            draft.question, asker_id=turn.person.id, ticket_id=ticket.id
        )
    for sent in draft.files:
        if sent.message_id is not None and sent.message_id not in draft.messages:
            reporter.remember(turn, ticket, sent.message_id, purpose=Purpose.SAID)
    burst.post(turn, ticket)
    return ticket


def note_down(
    turn: Turn, noted: NotedReport, channel: Channel, draft_key: str, sent: Sequence[File] = ()
) -> Ticket:
    """What came in elsewhere, filed by an officer for somebody who has no chat with the bot; its
    kind and category are guessed."""
    officer = turn.must(DeskAct.WORK)
    guess = turn.resources.filing.guess(noted.story)
    ticket = _numbered(
        turn,
        draft_key,
        kind=guess.kind,
        category=guess.categories[0],
        story=noted.story,
        reporter=turn.unit.people.without_chat(noted.name, noted.office, now=turn.now),
        channel=channel,
        lapor_number=noted.lapor_number,
        actor_id=officer.id,
    )
    for each in sent:
        turn.unit.attachments.add(ticket.id, each, now=turn.now)
    burst.post(turn, ticket)
    return ticket


def _numbered(
    turn: Turn,
    draft_key: str,
    *,
    kind: Kind,
    category: str,
    story: str,
    reporter: Person,
    channel: Channel = Channel.TELEGRAM,
    lapor_number: str | None = None,
    actor_id: int | None = None,
    deadline_class: DeadlineClass | None = None,
    visibility: Visibility = Visibility.OPEN,
) -> Ticket:
    counted = deadline_class or DeadlineClass.of(kind)
    days = turn.resources.terms.days(kind, counted)
    return turn.unit.tickets.file(
        number=turn.unit.tickets.next_number(turn.resources.calendar.today(turn.now).year),
        draft_key=draft_key,
        kind=kind,
        category=category,
        story=story,
        reporter_id=reporter.id,
        now=turn.now,
        due_at=begun(turn.now, days, turn.resources.calendar).due_at,
        deadline_class=counted,
        visibility=visibility,
        channel=channel,
        lapor_number=lapor_number,
        actor_id=actor_id,
    )


def take(turn: Turn, ticket: Ticket) -> None:
    officer = turn.person
    if ticket.officer_id is not None and ticket.status in OPEN_STATES:
        taker = turn.unit.people.get(ticket.officer_id)
        raise AlreadyTaken(
            number=str(ticket.number),
            by=taker.name if taker else "petugas lain",
            yours=ticket.officer_id == officer.id,
        )
    move(turn, ticket, Deed.TAKE, by=officer)
    reporter.tell(turn, ticket, news.taken(ticket.number, by=officer.name))


def reply(turn: Turn, ticket: Ticket, text: str, sent: Sequence[File] = ()) -> None:
    """An officer's words reach the reporter, who may simply write back."""
    reply_to_each(turn, ticket, lambda _: text, sent, written=_written(turn))


def _written(turn: Turn) -> reporter.Written | None:
    """By whoever acts, in a message of their own."""
    heard = turn.incoming
    if heard.message_id is None or heard.callback_id is not None:
        return None
    return heard.chat_id, heard.message_id


def put_right(turn: Turn, ticket: Ticket, text: str) -> bool:
    """An answer whose officer has edited it, while nothing else was said since: an event of its
    own, and an edit for who reads it. False where it cannot be."""
    officer, written = turn.person, _written(turn)
    last = turn.unit.events.last(ticket, *ANSWERING, Deed.ANSWER, Deed.AMEND)
    if written is None or last is None or (last.deed, last.actor_id) != (Deed.REPLY, officer.id):
        return False
    told = [
        (each, reporter.put_right(turn, each, _answer(turn, each, text), written=written))
        for each in merging.answered_with(turn, ticket)
    ]
    for each, reached in told:
        if reached:
            move(turn, each, Deed.REPLY, by=officer, text=text)
    return any(reached for _, reached in told)


def _answer(turn: Turn, ticket: Ticket, text: str) -> list[Html]:
    busy = reporter.busy(turn, ticket)
    return news.officer_says(ticket.number, by=turn.person.name, text=text, busy=busy)


def reply_to_each(
    turn: Turn,
    ticket: Ticket,
    words_for: Callable[[Ticket], str],
    sent: Sequence[File] = (),
    *,
    written: reporter.Written | None = None,
) -> None:
    """And the reporters of those merged into it. `written`: the message that may be put right."""
    officer = turn.person
    for each in merging.answered_with(turn, ticket):
        text = words_for(each)
        move(turn, each, Deed.REPLY, by=officer, text=text, sent=sent)
        words = _answer(turn, each, text)
        reporter.speak(turn, each, words, sent, asks=asks(text), written=written)


def reply_from_book(turn: Turn, ticket: Ticket, noted: str, pages: Sequence[Html]) -> None:
    """The book's answer, whole, in the officer's name; the history says which it was."""
    officer = turn.person
    for each in merging.answered_with(turn, ticket):
        move(turn, each, Deed.REPLY, by=officer, text=noted)
        busy = reporter.busy(turn, each)
        words = ready_answers.entry_to_reporter(
            each.number, pages, by=officer.name, busy=busy, how=news.BY_REPLY
        )
        reporter.speak(turn, each, words, ())


def ask_info(turn: Turn, ticket: Ticket, text: str, sent: Sequence[File] = ()) -> None:
    officer = turn.person
    move(turn, ticket, Deed.ASK_INFO, by=officer, text=text, sent=sent)
    busy = reporter.busy(turn, ticket)
    words = news.officer_asks(ticket.number, by=officer.name, text=text, busy=busy)
    reporter.speak(turn, ticket, words, sent, asks=True)


def note(turn: Turn, ticket: Ticket, text: str) -> Html | None:
    """Only the desk sees it. Returns what is to be said of colleagues named in it whom it does
    not reach."""
    move(turn, ticket, Deed.NOTE, by=turn.person, text=text)
    return following.tell_named(turn, ticket, text)


def resolve(
    turn: Turn, ticket: Ticket, text: str, sent: Sequence[File] = (), *, result: Result
) -> None:
    """Settled with a closing note; the reporter has the last word."""
    officer = turn.person
    move(
        turn,
        ticket,
        Deed.RESOLVE,
        by=officer,
        text=text,
        sent=sent,
        change=resulted(result),
        also={"result": result},
    )
    words = news.resolved(ticket.number, by=officer.name, note=text, result=result)
    reporter.speak(turn, ticket, words, sent, keyboard=card.verdict_keys(ticket))


def out_of_scope(turn: Turn, ticket: Ticket, text: str, sent: Sequence[File] = ()) -> None:
    """Ended with a note that says where to go."""
    move(turn, ticket, Deed.OUT_OF_SCOPE, by=turn.person, text=text, sent=sent)
    words = news.out_of_scope(ticket.number, note=text)
    reporter.speak(turn, ticket, words, sent, keyboard=card.reporter_keys(ticket))


def resolve_by_incident(turn: Turn, ticket: Ticket, text: str) -> None:
    """Settled together with what hit many, by an event of its own, whoever has it."""
    officer, result = turn.person, Result.SOLVED
    move(
        turn,
        ticket,
        Deed.RESOLVE_BY_INCIDENT,
        by=officer,
        text=text,
        change=resulted(result),
        also={"result": result},
    )
    words = news.resolved(ticket.number, by=officer.name, note=text, result=result)
    reporter.speak(turn, ticket, words, (), keyboard=card.verdict_keys(ticket))


def reopen(turn: Turn, ticket: Ticket) -> None:
    officer = turn.person
    move(turn, ticket, Deed.REOPEN, by=officer)
    reporter.tell(turn, ticket, news.reopened(ticket.number, by=officer.name))


def confirm(turn: Turn, ticket: Ticket) -> None:
    move(turn, ticket, Deed.CONFIRM, by=turn.person)
    reporter.close_reply(turn, ticket)


def confirm_for(turn: Turn, ticket: Ticket, how: str) -> None:
    """What somebody without a chat told an officer, who says how. Raises NotNotedDown for anybody
    who can say so themselves."""
    officer = turn.must(DeskAct.WORK)
    if not ticket.is_noted_down:
        raise NotNotedDown(number=str(ticket.number))
    move(turn, ticket, Deed.CONFIRM, by=officer, text=how)


def dispute(turn: Turn, ticket: Ticket) -> None:
    """The reporter says it is not solved, or needs it after all: back to work, and the desk hears
    it aloud."""
    if ticket.status is Status.MERGED:
        words = desk.other_matter
    else:
        words = desk.disputed if ticket.status in SETTLED_STATES else desk.opened_again
    move(turn, ticket, Deed.DISPUTE, by=turn.person)
    card.under_card(turn, ticket, words(ticket.number, by=_reporter(turn, ticket)))
    reporter.open_reply(turn, ticket, lasts=reporter.REPLY_OPEN, asked=True)


def answer(turn: Turn, ticket: Ticket, text: str, sent: File | None) -> None:
    """The reporter's words or file come under the card. Raises TooManyFilesToday."""
    if sent is not None:
        _fits_today(turn, ticket)
    add = turn.unit.attachments.add
    attachment = None if sent is None else add(ticket.id, sent, now=turn.now)
    event = move(turn, ticket, Deed.ANSWER, by=turn.person, text=text or None)
    said = desk.reporter_says(ticket.number, by=_reporter(turn, ticket), text=text) if text else []
    additions.pass_on(turn, ticket, said, sent, event=event, attachment=attachment)
    reporter.talks_here(turn, ticket)
    if turn.incoming.message_id is not None:
        reporter.remember(turn, ticket, turn.incoming.message_id, purpose=Purpose.SAID)
    reporter.open_reply(turn, ticket, lasts=reporter.REPLY_GOES_ON)


def withdraw(turn: Turn, ticket: Ticket) -> None:
    """The reporter needs it no more, and that ends it."""
    move(turn, ticket, Deed.WITHDRAW, by=turn.person)
    card.under_card(turn, ticket, desk.withdrawn(ticket.number, by=_reporter(turn, ticket)))
    reporter.close_reply(turn, ticket)


def amend(turn: Turn, ticket: Ticket, text: str, sent: File | None = None) -> None:
    """The reporter corrected a message that the desk already has, its words or the file in it."""
    new = sent if sent is not None and not turn.unit.attachments.has(ticket.id, sent) else None
    attachment = None
    if new is not None:
        _fits_today(turn, ticket)
        attachment = turn.unit.attachments.add(ticket.id, new, now=turn.now)
    event = move(turn, ticket, Deed.AMEND, by=turn.person, text=text or None)
    said = desk.reporter_corrects(
        ticket.number, by=_reporter(turn, ticket), text=text or news.SEE_FILE
    )
    additions.pass_on(turn, ticket, said, new, event=event, attachment=attachment)


def attach_late(turn: Turn, ticket: Ticket, sent: File) -> None:
    """A part of an album that arrived after the ticket was filed. Raises TooManyFilesToday."""
    _fits_today(turn, ticket)
    attachment = turn.unit.attachments.add(ticket.id, sent, now=turn.now)
    if attachment is not None:
        additions.pass_on(turn, ticket, sent=sent, attachment=attachment)
        card.redraw(turn, ticket)


def _reporter(turn: Turn, ticket: Ticket) -> str:
    """As the desk is told who wrote."""
    return confidential.called(ticket, turn.person.name)


def _fits_today(turn: Turn, ticket: Ticket) -> None:
    most = turn.resources.limits.files_a_day
    if turn.unit.attachments.added_since(ticket.id, turn.now - DAY) >= most:
        raise TooManyFilesToday(number=str(ticket.number), most=most)
