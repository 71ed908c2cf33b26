"""Files outside any report, with the words under them: kept a while in case it becomes one."""

from __future__ import annotations

from bot.errors import TooManyFiles
from bot.rules.complaint import File, Heard, add_caption, add_file
from bot.words import asker, labels, refusals
from bot.words.html import Html
from faq.text.intent import intent
from handlers.asker import complaint, dialog, own_tickets
from handlers.buttons import AddToTicket, Key, Keyboard, StartComplaint
from handlers.turn import Turn


def hold(turn: Turn, file: File) -> Html | None:
    """What `tell` is to say of it; None where mere politeness or a wish is answered alone."""
    text = (turn.incoming.text or "").strip()
    polite = intent(text) is not None
    try:
        told = add_file(dialog.loose(turn), file)
    except TooManyFiles as refusal:
        return refusals.explain(refusal)
    if text and not polite:
        told = add_caption(told, Heard(text=text, message_id=turn.incoming.message_id))
    dialog.keep_loose(turn, told)
    if polite:
        return None
    return asker.file_with_words() if told.story else asker.file_without_words()


def tell(turn: Turn, words: Html) -> None:
    turn.say(
        words,
        _keys(turn),
        coalesce=f"loose:{turn.person.id}",
        delay=complaint.ALBUM_SETTLES,
    )


def _keys(turn: Turn) -> Keyboard:
    known = own_tickets.fresh(turn)
    report = (Key(labels.START_COMPLAINT, StartComplaint()),)
    if known is None:
        return (report,)
    return ((Key(labels.add_to(known.number), AddToTicket(known.id)),), report)
