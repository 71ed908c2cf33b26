"""Files outside any report, with the words under them: kept a while in case it becomes one."""

from __future__ import annotations

from bot.errors import TooManyFiles
from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.complaint import (
    DialogInput,
    File,
    ReportContent,
    add_caption,
    add_file,
    correct_told,
    exchange_file,
)
from bot.words import asker, labels, refusals
from bot.words.html import Html
from faq.text.small_talk.meaning import intent
from handlers import pointing
from handlers.asker import complaint, dialog, own_tickets, puzzled
from handlers.buttons import AddToTicket
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn

SPOKEN = {"voice", "video_note", "audio"}


def hold(turn: Turn, file: File) -> Html | None:
    """What `tell` is to say of it; None where mere politeness or a wish is answered alone."""
    text = (turn.incoming.text or "").strip()
    polite = intent(turn.incoming.own_text) is not None
    try:
        told = add_file(dialog.loose(turn), file)
    except TooManyFiles as refusal:
        return refusals.explain(refusal)
    if text and not polite:
        words = pointing.told(turn, text)
        told = add_caption(told, DialogInput(text=words, message_id=turn.incoming.message_id))
    dialog.keep_loose(turn, told)
    if polite:
        return None
    if told.story:
        return asker.file_with_words()
    return asker.spoken_words(file.kind) if file.kind in SPOKEN else asker.file_without_words()


def corrected(turn: Turn) -> bool:
    """Another file was put into a message that waits, or other words under it; where these ask
    something, the book is asked all the same."""
    sent, message_id = turn.incoming.file, turn.incoming.message_id
    told = dialog.loose(turn)
    if sent is None or message_id is None or told == ReportContent():
        return False
    after = exchange_file(told, sent) or told
    text = (turn.incoming.text or "").strip()
    after = correct_told(after, message_id, text) or after
    if after != told:
        dialog.keep_loose(turn, after)
    return False


def tell(turn: Turn, words: Html) -> None:
    turn.say(
        words,
        keys(turn),
        coalesce=coalesce_key(Waiting.LOOSE_FILES, turn.person.id),
        delay=complaint.ALBUM_SETTLES,
    )


def keys(turn: Turn) -> Keyboard:
    return (*to_ticket(turn), *puzzled.TO_OFFICER)


def to_ticket(turn: Turn) -> Keyboard:
    """Where one is open to which they may belong."""
    known = own_tickets.fresh(turn)
    return () if known is None else ((Key(labels.add_to(known.number), AddToTicket(known.id)),),)
