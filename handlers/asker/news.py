"""Who wants no announcements, by the button below each and by words, and who wants them again."""

from __future__ import annotations

from bot.words import announcement as words
from bot.words import labels
from faq.text.language import in_standard_words
from faq.text.said.news_wish import names_news, wants_news
from handlers.buttons import NewsOff, NewsOn
from handlers.keyboard import Key
from handlers.turn import Turn


def off(turn: Turn) -> None:
    turn.button(NewsOff)
    _pressed(turn, wanted=False)


def on(turn: Turn) -> None:
    turn.button(NewsOn)
    _pressed(turn, wanted=True)


def _pressed(turn: Turn, *, wanted: bool) -> None:
    """The other button comes in its place; the group only sees what it will look like."""
    if not turn.incoming.private:
        turn.toast(words.only_sample())
        return
    _want(turn, wanted=wanted)
    turn.toast(words.on_toast() if wanted else words.off_toast(), alert=not wanted)
    key = Key(labels.NEWS_OFF, NewsOff()) if wanted else Key(labels.NEWS_ON, NewsOn())
    turn.show_keys(((key,),))


def heard(turn: Turn, text: str) -> bool:
    wanted = _wanted(text)
    if wanted is None:
        return False
    _want(turn, wanted=wanted)
    turn.say(words.on() if wanted else words.off())
    return True


def heard_first(turn: Turn, text: str) -> bool:
    """Whatever else is being talked about; "kirim info ya" may be said to an officer."""
    meant = _wanted(text) is False or names_news(text)
    return meant and heard(turn, text)


def _wanted(text: str) -> bool | None:
    wanted = wants_news(text)
    return wanted if wanted is not None or "?" in text else wants_news(in_standard_words(text))


def _want(turn: Turn, *, wanted: bool) -> None:
    if wanted:
        turn.person.news_off_at = None
    elif turn.person.news_off_at is None:
        turn.person.news_off_at = turn.now
