"""Private messages that are no command: which of the few things they can be, in order."""

from __future__ import annotations

from collections.abc import Callable

from bot.errors import WordsWanted
from bot.rules.complaint import File, holds, tells_enough
from bot.rules.dialog import DialogKind, in_order
from bot.rules.purpose import Purpose
from bot.words import asker
from bot.words import news as of_ticket
from faq.text.asking import asks
from faq.text.said.distress import in_distress
from handlers import pointing
from handlers.actions import book_answer, manners
from handlers.actions import screen as read_screen
from handlers.actions import ticket as actions
from handlers.asker import (
    addressed_ticket,
    care,
    choice,
    clinic,
    clinic_day,
    complaint,
    dialog,
    loose_files,
    news,
    office,
    own_nip,
    own_tickets,
    profile,
    question,
    report_edits,
    rights,
    satisfaction,
    several,
    start,
    survey,
    ticket_question,
    ticket_talk,
)
from handlers.turn import Turn
from storage.tables import Outcome, Ticket


def message(turn: Turn) -> None:
    """A late part of a filed album, a right, an answer to the desk, a step of a dialog, or a
    question."""
    if _late_album_part(turn) or rights.heard(turn):
        return
    if own_nip.is_proof(turn):
        return
    replied = _replied_ticket(turn)
    if replied is not None:
        if not satisfaction.replied(turn, replied):
            _answer(turn, replied)
        return
    if clinic_day.is_code(turn):  # whatever else is being asked: it is shown for some minutes
        return
    grave = in_distress(turn.incoming.own_text)
    for kind in in_order(dialog.open_now(turn)):
        if grave and kind not in READ_BY_OFFICERS:
            continue
        if HEARERS[kind](turn):
            return
    if not clinic_day.is_here(turn):
        _unclaimed(turn)


def _of_the_report(turn: Turn) -> bool:
    opened = dialog.of(turn)
    if opened is not None:
        complaint.hear(turn, opened)
    return opened is not None


def _for_the_ticket(turn: Turn) -> bool:
    offered = dialog.offered_again(turn)
    if offered is not None:
        return own_tickets.opened_by_words(turn, offered)
    ticket = dialog.replied_to(turn)
    if ticket is None or question.is_wish(turn, ticket):
        return False
    if addressed_ticket.elsewhere(turn, ticket):
        return True
    if in_distress(turn.incoming.own_text) or not ticket_question.asked(turn, ticket):
        _answer(turn, ticket)
    return True


def _for_nobody(_turn: Turn) -> bool:
    """Files wait, and have no ear; nor has what waits for a button."""
    return False


# Of those that are open; each says whether it has taken what was said, or leaves it to the next.
HEARERS: dict[DialogKind, Callable[[Turn], bool]] = {
    DialogKind.COMPLAINT: _of_the_report,
    DialogKind.OFFICE: profile.keep_office,
    DialogKind.NIP: own_nip.hear,
    DialogKind.CLINIC: clinic_day.hear,
    DialogKind.SURVEY: survey.hear,
    DialogKind.RATING: satisfaction.heard,
    DialogKind.REPLY: _for_the_ticket,
    DialogKind.NOTING: _for_nobody,
    DialogKind.LOOSE: _for_nobody,
    DialogKind.OFFER: _for_nobody,
}

# Where a cry for help is kept as well; elsewhere it is no answer to what is asked.
READ_BY_OFFICERS = {DialogKind.COMPLAINT, DialogKind.REPLY}


def _answer(turn: Turn, ticket: Ticket) -> None:
    if turn.incoming.other is not None:
        raise WordsWanted(got=turn.incoming.other)
    text = turn.incoming.own_text
    if turn.incoming.file is None and not (turn.incoming.text or "").strip():
        raise WordsWanted(got="?")
    if in_distress(text):
        turn.say(manners.comfort(turn))
    if own_tickets.answer(turn, ticket) and asks(text):  # perhaps a question of its own
        question.answer_too(turn, text)


def _unclaimed(turn: Turn) -> None:
    text = (turn.incoming.text or "").strip() if turn.incoming.other is None else ""
    sent = turn.incoming.file
    if turn.incoming.not_own and text.startswith("/"):
        turn.say(asker.forwarded_command())
        return
    of_the_file = None if sent is None else loose_files.hold(turn, sent)
    if sent is not None and _says_it(turn, sent, text):
        return
    if text:
        _asked(turn, text)
        _look_too(turn)
    elif sent is None:
        start.unreadable(turn)
    if of_the_file is not None:  # after the answer, which need not wait for the rest of an album
        loose_files.tell(turn, of_the_file)


def _says_it(turn: Turn, sent: File, text: str) -> bool:
    """A picture instead of words: what is read in it is answered, in a moment."""
    kept = holds(dialog.loose(turn), sent)
    return kept and read_screen.asks_nothing(text) and read_screen.ask(turn)


def _look_too(turn: Turn) -> None:
    """At the picture over words to which the book had no answer."""
    if turn.incoming.picture is None:
        return
    asked = turn.unit.questions.newest(turn.person.id, since=turn.now)
    if asked is not None and asked.outcome is not Outcome.ANSWER:
        read_screen.ask(turn, beside=True)


def _asked(turn: Turn, told: str) -> None:
    text = care.heard(turn, told)
    if not text:
        return
    if not turn.incoming.not_own:  # a forwarded "ya" is somebody else's
        on_a_topic = book_answer.topic(turn) is not None
        if several.asked_again(turn, text) or choice.said(turn, text):
            return
        if clinic.heard(turn, text) or survey.heard(turn, text) or news.heard(turn, text):
            return
        if not on_a_topic and office.heard(turn, text):
            return
        if ticket_talk.heard(turn, text, on_a_topic=on_a_topic):
            return
    question.question(turn, text)


def _replied_ticket(turn: Turn) -> Ticket | None:
    """The reporter swiped one of our messages about their ticket to answer it."""
    if turn.incoming.reply_to is None:
        return None
    ref = turn.unit.refs.get(turn.incoming.chat_id, turn.incoming.reply_to)
    if ref is None or ref.purpose is Purpose.NOTED:  # an officer noted it down for another
        return None
    return turn.own_ticket(ref.ticket_id)


def _late_album_part(turn: Turn) -> bool:
    """Telegram sends an album's photos one by one; some come after "Kirim"."""
    sent = turn.incoming.file
    if sent is None or sent.group_id is None:
        return False
    mine = [ticket.id for ticket in turn.unit.own_tickets.newest(turn.person.id, limit=3)]
    known = turn.unit.attachments.ticket_of_album(sent.group_id, mine)
    if known is None:
        return False
    ticket = turn.own_ticket(known)
    if (turn.incoming.text or "").strip():
        own_tickets.answer(turn, ticket)
    else:
        actions.attach_late(turn, ticket, sent)
    return True


def corrected(turn: Turn) -> bool:
    """An edited message that is the draft's story, or words the desk already has."""
    opened = dialog.of(turn)
    if opened is not None and report_edits.heard(turn, opened):
        return True
    text, sent = (turn.incoming.text or "").strip(), turn.incoming.file
    if turn.incoming.message_id is None or not (text or sent):
        return False
    ref = turn.unit.refs.get(turn.incoming.chat_id, turn.incoming.message_id)
    if ref is None or ref.purpose not in {Purpose.STORY, Purpose.SAID}:
        return loose_files.corrected(turn)
    ticket = turn.own_ticket(ref.ticket_id)
    if ref.purpose is Purpose.STORY and sent is None and not tells_enough(text):
        turn.say(of_ticket.correction_too_short(ticket.number))
        return True
    actions.amend(turn, ticket, pointing.answered(turn, text), sent)
    turn.say(of_ticket.correction_passed(ticket.number))
    return True


def put_right(turn: Turn) -> None:
    """A question without its slip of the finger; beside a dialog an edit stays unanswered."""
    if survey.edited(turn):
        return
    text = (turn.incoming.text or "").strip()
    if text and not dialog.open_now(turn):
        question.answer_too(turn, text)
