"""/gangguan: what hits many at once is begun, its tickets linked, its news told, and closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.errors import AnswerNeedsText
from bot.rules import rights
from bot.rules import ticket as rules
from bot.rules.letters import has_words, letters
from bot.rules.privacy.asking import refuse_asking
from bot.rules.privacy.numbers import NIK, NIP, mask
from bot.rules.purpose import Purpose, Subject
from bot.rules.ticket import OPEN_STATES, Deed
from bot.words import incident as words
from bot.words import labels
from bot.words.html import mention
from faq.text.language import in_standard_words
from faq.text.said.agreeing import is_small
from faq.text.said.incident_over import is_end, is_over, names
from faq.text.small_talk.talk import tells_nothing
from handlers.actions import confidential, incident, reporter
from handlers.actions import ticket as actions
from handlers.actions.job_answers import Say, in_pieces, nothing_more
from handlers.buttons import CloseIncident, LinkAll, LinkTicket, ShowIncident, SuggestTickets
from handlers.context import Context, message
from handlers.desk import commands
from handlers.incoming import Incoming
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.incidents import MOST_OPEN
from storage.jobs import arguments_of
from storage.tables import IncidentNews, IncidentRow, JobKind, JobRow, Person, Ticket

SHOWN = 6  # suggested tickets
LOOKED_AT = 500  # open tickets, the newest
LEAST_NOTE = 10  # letters of a sentence
PEOPLE_AT_ONCE = 20
CLOSED_AT_ONCE = 4  # tickets: each changes a card, and a group takes twenty messages a minute
PAUSE = timedelta(seconds=30)


def command(turn: Turn, said: str) -> None:
    officer = turn.person
    title = _masked(" ".join(said.split()))
    opened = turn.unit.incidents.open()
    standard = in_standard_words(title)
    if not title or is_end(standard) or is_over(standard):
        _show_open(turn, opened, title)
        return
    refuse_asking(title)
    known = next((row for row in opened if row.title.casefold() == title.casefold()), None)
    if not has_words(title) or len(title) > words.MOST_TITLE:
        turn.say(words.title_wanted())
    elif known is not None:
        turn.say(words.open_already(known.id, known.title))
        incident.post(turn, known)
    elif len(opened) >= MOST_OPEN:
        turn.say(words.too_many())
    else:
        row = turn.unit.incidents.begin(title, by=officer.id, now=turn.now)
        incident.post(turn, row)
        incident.redraw_later(turn, row, pause=timedelta())


def _show_open(turn: Turn, opened: Sequence[IncidentRow], said: str) -> None:
    """Those that are named, or all; and, where it is over, how one is closed."""
    for row in [row for row in opened if names(said, row.title)] or opened:
        incident.post(turn, row)
    if not opened:
        turn.say(words.how_to())
    elif said:
        turn.say(words.how_to_close())


# Its tickets


def suggest(turn: Turn) -> None:
    row = _opened(turn, turn.button(SuggestTickets).incident)
    if row is not None:
        turn.toast(words.looking_toast())
        _look_for(turn, row)


def _look_for(turn: Turn, row: IncidentRow, *, link: bool = False) -> None:
    turn.must_show_what_was_pressed()
    arguments = {"incident": row.id, "link": link}
    turn.ask_for(JobKind.ALIKE, f"alike:{row.id}:{link}:{turn.incoming.message_id}", arguments)


def link_ticket(turn: Turn) -> None:
    pressed = turn.button(LinkTicket)
    row = _opened(turn, pressed.incident)
    if row is not None:
        _link(turn, row.id, turn.person.id, turn.ticket(pressed.ticket).id)
        turn.toast(words.linked_toast(1))
        _look_for(turn, row)


def link_all(turn: Turn) -> None:
    row = _opened(turn, turn.button(LinkAll).incident)
    if row is not None:
        turn.toast(words.looking_toast())
        _look_for(turn, row, link=True)


def show(turn: Turn) -> None:
    """Back to the card, as it is now."""
    row = turn.unit.incidents.get(turn.button(ShowIncident).incident)
    turn.toast()
    if row is not None:
        turn.edit(incident.page(turn, row), incident.keys(row))


def _opened(turn: Turn, incident_id: int) -> IncidentRow | None:
    row = turn.unit.incidents.get(incident_id)
    if row is None or row.closed_at is not None:
        turn.toast(words.closed_toast())
        return None
    return row


def alike(context: Context, job: JobRow) -> list[Say]:
    """The open tickets that may be about it: shown to choose from, or all linked."""
    wanted = arguments_of(job)
    row = context.unit.incidents.get(wanted["incident"])
    if row is None or row.closed_at is not None:
        return [nothing_more]
    number, message_id, asker = row.id, job.message_id, job.asker_id or 0
    stories = context.unit.incidents.stories([row.id], most=incident.STORIES)[row.id]
    found = [
        ticket
        for ticket in context.unit.incidents.not_linked(most=LOOKED_AT)
        if incident.is_about(context.resources, row.title, stories, ticket.story)
    ]
    if wanted["link"]:
        pieces = in_pieces([ticket.id for ticket in found], partial(_linked, number, asker))
        return [*pieces[:-1], partial(_show_again, number, message_id)]
    rows = [_shown(context, ticket) for ticket in found[:SHOWN]]
    keys = [
        (Key(labels.link_ticket(ticket.number), LinkTicket(number, ticket.id)),)
        for ticket in found[:SHOWN]
    ]
    if len(found) > 1:
        keys.append((Key(labels.counted(labels.LINK_ALL, len(found)), LinkAll(number)),))
    keys.append((Key(labels.BACK, ShowIncident(number)),))
    said = words.suggestions(number, row.title, rows, total=len(found))
    params = message(said, tuple(keys)) | {"message_id": message_id}

    def say(context: Context) -> None:
        if context.desk_chat is not None:
            context.unit.outbox.add(context.desk_chat, "editMessageText", params, now=context.now)

    return [say]


def _shown(context: Context, ticket: Ticket) -> words.Alike:
    person = context.unit.people.get(ticket.reporter_id)
    name = confidential.called(ticket, person.name if person is not None else "")
    return words.Alike(ticket.number, name, ticket.story)


def _linked(incident_id: int, officer_id: int, context: Context, ticket_id: int) -> None:
    _link(context, incident_id, officer_id, ticket_id)


def _link(context: Context, incident_id: int, officer_id: int, ticket_id: int) -> None:
    """Noted in its history; its reporter is told, and waits for the same end."""
    row = context.unit.incidents.get(incident_id)
    officer, ticket = context.unit.people.get(officer_id), context.unit.tickets.get(ticket_id)
    if row is None or row.closed_at is not None or officer is None or ticket is None:
        return
    if ticket.is_erased or ticket.status not in OPEN_STATES:
        return
    if not context.unit.incidents.link(row, ticket, now=context.now):
        return
    deed = Deed.JOIN_INCIDENT
    rights.must(officer.role, deed)
    to = rules.after(ticket.status, deed, number=str(ticket.number))
    context.unit.tickets.move(
        ticket,
        deed,
        to=to,
        now=context.now,
        actor_id=officer.id,
        text=row.title,
    )
    reporter.tell(context, ticket, words.joined(row.title, ticket.number))


def _show_again(incident_id: int, message_id: int | None, context: Context) -> None:
    row = context.unit.incidents.get(incident_id)
    if row is not None and message_id is not None and context.desk_chat is not None:
        params = message(incident.page(context, row), incident.keys(row))
        context.unit.outbox.add(
            context.desk_chat,
            "editMessageText",
            params | {"message_id": message_id},
            now=context.now,
        )


# Its news, and its end


def ask_note(turn: Turn) -> None:
    """ "Sudah pulih" asks for the closing note; only the note closes it."""
    row = _opened(turn, turn.button(CloseIncident).incident)
    if row is not None:
        turn.toast()
        _ask_note(turn, row)


def _ask_note(turn: Turn, row: IncidentRow) -> None:
    turn.say(
        words.ask_note(row.id, officer=mention(turn.person.name, turn.person.id)),
        subject=Subject(Purpose.INCIDENT_CLOSING, row.id),
        force_reply=words.note_placeholder(),
    )


def _masked(text: str) -> str:
    """It is told to many; a telephone number in it is the agency's own."""
    return mask(text, {NIP, NIK})


def by_card(turn: Turn) -> IncidentRow | None:
    """Whose card this replies to."""
    replied = turn.incoming.reply_to
    if replied is None or turn.incoming.kind == "edited":
        return None
    return turn.unit.incidents.by_card(turn.incoming.chat_id, replied)


def told(turn: Turn, row: IncidentRow) -> None:
    """News of it, by a reply to its card."""
    text = _said_of(turn, row)
    if text is None:
        return
    if is_small(text):
        turn.say(words.no_news(row.title))
        return
    news = turn.unit.incidents.add_news(row, text, by=turn.person.id, now=turn.now)
    turn.ask_for(JobKind.INCIDENT_NEWS, f"news:{news.id}", {"news": news.id})
    turn.receipt()


def closing(turn: Turn, subject: Subject) -> None:
    """The closing note, by a reply to the prompt for it."""
    row = turn.unit.incidents.get(subject.id or 0)
    text = None if row is None else _said_of(turn, row)
    if row is not None and text is not None:
        _close(turn, row, text)


def _said_of(turn: Turn, row: IncidentRow) -> str | None:
    """What may be told of it; None where nothing is to be, or it was said why not."""
    text = _masked((turn.incoming.text or "").strip())
    if text.startswith("//"):
        return None
    if not has_words(text):
        raise AnswerNeedsText
    if len(text) > words.MOST_NEWS:
        turn.say(words.news_too_long(len(text) - words.MOST_NEWS))
        return None
    commands.refuse(text)
    refuse_asking(text)
    if row.closed_at is not None:
        turn.say(words.over(row.title))
        return None
    return text


def _close(turn: Turn, row: IncidentRow, note: str) -> None:
    if letters(note) < LEAST_NOTE or tells_nothing(note):
        _ask_note(turn, row)
        return
    people, _ = turn.unit.incidents.counts(row)
    tickets = len(turn.unit.incidents.still_open(row, most=LOOKED_AT))
    if not turn.unit.incidents.close(row, note, by=turn.person.id, now=turn.now):
        return
    news = turn.unit.incidents.add_news(row, note, by=turn.person.id, now=turn.now, closes=True)
    turn.ask_for(JobKind.INCIDENT_NEWS, f"news:{news.id}", {"news": news.id})
    incident.redraw(turn, row)
    turn.say(words.closing(row.id, people=people, tickets=tickets))


def tell_news(context: Context, job: JobRow) -> list[Say]:
    """To each whom it hit, once. At its end whoever has an open ticket hears it by that, and the
    tickets are closed a few at a time, each with its own event."""
    news, row = _told_of(context, arguments_of(job)["news"])
    tickets = context.unit.incidents.still_open(row, most=LOOKED_AT) if news.closes else []
    by_ticket = {ticket.reporter_id for ticket in tickets}
    people = [
        person
        for person in context.unit.incidents.untold(news, most=100_000)
        if person not in by_ticket
    ]
    pieces = [people[at : at + PEOPLE_AT_ONCE] for at in range(0, len(people), PEOPLE_AT_ONCE)]
    says: list[Say] = [partial(_tell, news.id, some) for some in pieces]
    some = [ticket.id for ticket in tickets[:CLOSED_AT_ONCE]]
    return [*says, partial(_close_some, news.id, some, len(tickets) > len(some))]


def _told_of(context: Context, news_id: int) -> tuple[IncidentNews, IncidentRow]:
    news = context.unit.incidents.news(news_id)
    row = None if news is None else context.unit.incidents.get(news.incident_id)
    assert news is not None
    assert row is not None
    return news, row


def _tell(news_id: int, people: Sequence[int], context: Context) -> None:
    news, row = _told_of(context, news_id)
    said = (words.recovered if news.closes else words.news)(row.title, news.text)
    for person in people:
        if context.unit.incidents.told(news, person):
            context.tell(person, said)


def _close_some(news_id: int, tickets: Sequence[int], more: bool, context: Context) -> None:
    news, _ = _told_of(context, news_id)
    officer = context.unit.people.get(news.by_id)
    if officer is None or not tickets or not rights.may(officer.role, Deed.RESOLVE_BY_INCIDENT):
        return
    turn = _as_if(context, officer)
    for number in tickets:
        ticket = context.unit.tickets.get(number)
        if ticket is not None and ticket.status in OPEN_STATES:
            context.unit.incidents.told(news, ticket.reporter_id)
            actions.resolve_by_incident(turn, ticket, news.text)
    if more and context.desk_chat is not None:
        context.unit.jobs.ask(
            JobKind.INCIDENT_NEWS,
            f"news:{news.id}",
            chat_id=context.desk_chat,
            asker_id=officer.id,
            arguments={"news": news.id},
            now=context.now,
            not_before=context.now + PAUSE,
        )


def _as_if(context: Context, officer: Person) -> Turn:
    """The officer's deed, which they told us to do."""
    heard = Incoming(kind="message", chat_id=context.desk_chat or 0, chat_type="supergroup")
    return Turn(context.unit, context.resources, context.now, heard, officer)
