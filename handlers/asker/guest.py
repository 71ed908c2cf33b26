"""Guest mode: "@bot question" in a chat where the bot is nobody. The book alone answers, to
whoever reads there: never a ticket, and nothing about a person, nor is who asks remembered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.rules.intent import Intent
from bot.rules.letters import has_words
from bot.words import book as words
from bot.words import groups, labels
from bot.words import matters as matter_words
from bot.words.html import Address, Html, as_text
from faq.book.book import Entry
from faq.matching.matcher import Answer, Silence, Suggestions
from faq.text.small_talk.meaning import intent
from handlers.actions import book_answer, group_words
from handlers.keyboard import Key, Keyboard, OpenLink, markup
from handlers.turn import Turn, toast_lane

LASTS = timedelta(minutes=5)  # nobody waits longer
MOST_TITLE = 64
ELSEWHERE = {Intent.PERSON, Intent.REPORT, Intent.TICKETS}
NO_QUESTIONS = {Intent.GREETING, Intent.THANKS, Intent.FAREWELL, Intent.YES, Intent.NO}


def answer(turn: Turn) -> None:
    said, keyboard = _said(turn, _question(turn))
    turn.unit.outbox.add(
        toast_lane(turn.incoming.who.id if turn.incoming.who else 0),
        "answerGuestQuery",
        {"guest_query_id": turn.incoming.guest_query, "result": _article(said, keyboard)},
        now=turn.now,
        expires_at=turn.now + LASTS,
    )


def _question(turn: Turn) -> str:
    """What stands beside our name; alone, it points at somebody's question above it."""
    text = group_words.without_mention(turn.resources.username, turn.incoming.text)
    pointed = turn.incoming.pointed
    return text if has_words(text) or pointed is None else (pointed.words or "")


def _said(turn: Turn, text: str) -> tuple[Html, Keyboard]:
    kind, username = intent(text), turn.resources.username
    to_us: Keyboard = ((Key(labels.OPEN_CHAT, OpenLink(Address(f"https://t.me/{username}"))),),)
    if kind in ELSEWHERE or book_answer.is_number(text) or text.startswith("/"):
        return groups.private_only(username), to_us
    if kind in NO_QUESTIONS or not has_words(text):
        return words.go_ahead(), ()
    if matters := turn.resources.matters.of(text):
        ids = [each.found.best for each in matters if not isinstance(each.found, Silence)]
        return matter_words.several(len(matters)), _titles(turn, ids)
    found = turn.resources.matcher.find(text)
    if isinstance(found, Answer):
        entry = turn.resources.book.get(found.best)
        assert entry is not None
        first, *more = book_answer.pages(turn, entry)
        return first, ((_open(turn, entry, labels.READ_ON),),) if more else ()
    if isinstance(found, Suggestions):
        return words.did_you_mean(), _titles(turn, found.ids)
    return words.not_in_book_in_group(username), to_us


def _titles(turn: Turn, ids: Iterable[str | None]) -> Keyboard:
    near = [turn.resources.book.get(entry_id) for entry_id in ids if entry_id]
    return tuple((_open(turn, each, labels.label(each.question)),) for each in near if each)


def _open(turn: Turn, entry: Entry, label: labels.Label) -> Key:
    """A press of ours would come without the chat in which it stands; an address leads to us."""
    return Key(label, OpenLink(book_answer.deep_link(turn.resources.username, entry.id)))


def _article(said: Html, keyboard: Keyboard) -> dict[str, object]:
    """An InlineQueryResultArticle."""
    result: dict[str, object] = {
        "type": "article",
        "id": "1",
        "title": as_text(said)[:MOST_TITLE],
        "input_message_content": {
            "message_text": said,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        },
    }
    return result | ({"reply_markup": markup(keyboard)} if keyboard else {})
