"""What an answer from the book takes, in a private chat and in a group alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from bot.rules.intent import Intent
from bot.rules.letters import has_words
from bot.rules.privacy.numbers import mask
from bot.words import book as words
from bot.words import labels
from bot.words.html import Address, Html
from faq.book.book import Entry
from faq.book.telegram_html import to_html
from faq.matching.matcher import Answer, Found, Suggestions
from faq.text.said import ticket_number
from faq.text.small_talk.meaning import matter_named
from handlers.actions import manners
from handlers.keyboard import CopyText, Key
from handlers.turn import Turn
from storage.tables import Outcome, Question

WORDS_AROUND = 6
ASKS_ADDRESS = re.compile(r"\balamat\b", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?:https?://)?(?<![a-z0-9-])(?:[a-z0-9-]+\.){1,4}(?:go\.id|id|com)(?:/[\w./-]*\w)?\b", re.I
)
TOPIC_LASTS = timedelta(minutes=10)


def is_number(text: str) -> bool:
    """A ticket's number, called so and with few words around: a bare 42 may be anything, and a
    long message is about more than the number in it."""
    short = len(text.split()) <= WORDS_AROUND
    return short and ticket_number.called_so(text) and ticket_number.number_in(text) is not None


def only_number(text: str) -> bool:
    """No other word beside it."""
    return ticket_number.alone(text) is not None


def polite(turn: Turn, text: str, kind: Intent | None) -> Html | None:
    """What is said to words that ask nothing, wherever they are said."""
    match kind:
        case Intent.GREETING | Intent.THANKS | Intent.FAREWELL:
            return manners.answer(turn, kind)
        case Intent.PERSON | Intent.REPORT | Intent.TICKETS | Intent.FOLLOW_UP:
            return None
    meant = manners.meant_by(text)
    if (said := manners.answer(turn, meant)) is not None:
        return said
    if kind in {Intent.YES, Intent.NO} or not has_words(text):  # "???", "😭": nothing to look up
        return manners.kindly(turn, words.go_ahead())
    return None


def topic(turn: Turn) -> Entry | None:
    """What was last spoken of, if it was just now."""
    last = turn.unit.people.topic(turn.person)
    if last is None or turn.now - last.at > TOPIC_LASTS:
        return None
    return turn.resources.book.get(last.entry_id)


def log(turn: Turn, text: str, found: Found) -> int:
    if isinstance(found, Answer):
        outcome = Outcome.ANSWER
    else:
        outcome = Outcome.SUGGESTIONS if isinstance(found, Suggestions) else Outcome.SILENCE
    return turn.unit.questions.log(
        turn.person.id,
        mask(text),
        now=turn.now,
        outcome=outcome,
        entry_id=found.best if outcome is Outcome.ANSWER else None,
        nearest_id=found.best,
        score=found.score,
        runner_up_score=found.runner_up_score,
        group_id=group(turn),
        message_id=turn.incoming.message_id,
        offered=found.ids if isinstance(found, Suggestions) else (),
    )


def group(turn: Turn) -> int | None:
    """The group in which is spoken; what is said alone with us stays between us."""
    return None if turn.incoming.private else turn.incoming.chat_id


def asked_before(turn: Turn) -> Question | None:
    """What was asked here last, if it was just now."""
    since = turn.now - TOPIC_LASTS
    return turn.unit.questions.newest(turn.person.id, since=since, group_id=group(turn))


def offered_before(turn: Turn) -> tuple[Question, tuple[str, ...]] | None:
    """Choices given here just before, with the question they were given for."""
    newest = asked_before(turn)
    if newest is None:
        return None
    for asked in reversed(turn.unit.questions.together(newest)):
        if asked.outcome is Outcome.SUGGESTIONS and asked.offered:
            return asked, asked.offered
    return None


def matter_asked_again(turn: Turn, text: str) -> tuple[Question, tuple[int, int]] | None:
    """ "Yang kedua belum dijawab": that one of the matters of one message, asked here just before,
    and which of how many it is."""
    at = matter_named(text)
    newest = None if at is None else asked_before(turn)
    if at is None or newest is None:
        return None
    together = turn.unit.questions.together(newest)
    if len(together) < 2 or at >= len(together):
        return None
    return together[at], (at % len(together) + 1, len(together))


def addresses(turn: Turn, found: Entry) -> tuple[str, ...]:
    """Those its answer names, each once."""
    told = " ".join([found.answer, *_facts(turn, found)])
    return tuple(dict.fromkeys(each[0] for each in ADDRESS.finditer(told)))


def _facts(turn: Turn, found: Entry) -> Iterator[str]:
    facts = (turn.resources.book.local.get(key) for key in found.local)
    return (fact.value or "" for fact in facts if fact is not None)


def opened(turn: Turn, entry: Entry) -> int:
    """Where an entry was opened by its name, nobody's words are kept: there were none."""
    return turn.unit.questions.log(
        turn.person.id,
        "",
        now=turn.now,
        outcome=Outcome.ANSWER,
        entry_id=entry.id,
        nearest_id=entry.id,
        score=1.0,
        runner_up_score=0.0,
        group_id=group(turn),
    )


def pages(turn: Turn, found: Entry) -> tuple[Html, ...]:
    facts = [
        turn.resources.book.local[key] for key in found.local if key in turn.resources.book.local
    ]
    return _laid_out(
        username=turn.resources.username,
        question=found.question,
        answer=found.answer,
        place=found.place,
        edition=found.edition,
        as_of=found.as_of,
        local=tuple((fact.label, fact.value) for fact in facts),
    )


def address_key(turn: Turn, found: Entry) -> tuple[Key, ...]:
    """To copy the address, where that was asked for; elsewhere it is one button too many."""
    if not ASKS_ADDRESS.search(found.question):
        return ()
    named = addresses(turn, found)
    return (Key(labels.COPY_ADDRESS, CopyText(named[0])),) if named else ()


@lru_cache(maxsize=512)  # the book is asked for the same few entries all day
def _laid_out(
    *,
    username: str,
    question: str,
    answer: str,
    place: str,
    edition: str,
    as_of: date | None,
    local: tuple[tuple[str, str | None], ...],
) -> tuple[Html, ...]:
    return tuple(
        words.answer(
            question=question,
            body=to_html(answer, lambda entry_id: deep_link(username, entry_id)),
            place=place,
            edition=edition,
            as_of=as_of,
            local=local,
        )
    )


def forget_pages() -> None:
    """What was laid out may have been erased from the book since."""
    _laid_out.cache_clear()


def deep_link(username: str, entry_id: str) -> Address:
    return Address(f"https://t.me/{username}?start={entry_id}")


def remember_topic(turn: Turn, found: Entry) -> None:
    turn.unit.people.remember_topic(turn.person, found.id, now=turn.now)
