"""What is answered to a picture that came without a question."""

from __future__ import annotations

from bot.words import book as book_words
from bot.words import labels
from bot.words import screen as words
from faq.matching.matcher import Answer, Silence, Suggestions
from faq.pictures.choice import Chosen
from handlers.actions import book_answer
from handlers.actions.screen import ReadScreen
from handlers.asker import answering, loose_files
from handlers.buttons import ReadRight
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.agenda import Once
from storage.tables import AgendaKind, Question


def answer(turn: Turn, reading: ReadScreen) -> None:
    """As if its line had been asked; where that is doubtful, whether it was read right."""
    read, beside = reading.chosen, reading.beside
    if read is None:
        if not beside:
            turn.say(words.nothing_read(), loose_files.keys(turn))
    elif read.sure:
        _answer(turn, read)
    elif not beside:
        _ask(turn, read)


def _answer(turn: Turn, read: Chosen) -> None:
    entry = turn.resources.book.get(read.found.best or "")
    assert entry is not None
    asked = book_answer.log(turn, read.text, read.found)
    onward = loose_files.to_ticket(turn)
    answering.answer(turn, asked, entry, onward, above=words.read(read.text))


def _ask(turn: Turn, read: Chosen) -> None:
    asked = book_answer.log(turn, read.text, _as_offered(read))
    keys: Keyboard = (
        (
            Key(labels.YES, ReadRight(asked, True)),
            Key(labels.NO, ReadRight(asked, False)),
        ),
        (answering.to_officer(asked),),
        *loose_files.to_ticket(turn),
    )
    turn.say(words.read_right(read.text), keys)


def _as_offered(read: Chosen) -> Suggestions | Silence:
    """Nothing is answered yet: a typed "ya" is then one to what is offered."""
    found = read.found
    if isinstance(found, Answer):
        ids = (found.best,)
        return Suggestions(found.best, found.score, found.runner_up_score, found.reason, ids)
    return found


def confirm(turn: Turn) -> None:
    """Ya or Bukan; pressed twice, it counts once."""
    pressed = turn.button(ReadRight)
    asked = turn.unit.questions.get(pressed.question, asker_id=turn.person.id)
    turn.toast()
    once = Once(AgendaKind.SCREEN_CONFIRMED, subject_id=pressed.question)
    if asked is None or not asked.text:
        turn.say(words.write_it(), loose_files.keys(turn))
    elif turn.unit.agenda.claim(once, now=turn.now):
        turn.take_buttons_away()
        if pressed.right:
            _go_on(turn, asked)
        else:
            turn.say(words.write_it(), loose_files.keys(turn))


def _go_on(turn: Turn, asked: Question) -> None:
    found = turn.resources.matcher.find(asked.text)
    entry = turn.resources.book.get(found.best) if isinstance(found, Answer) else None
    if entry is not None:
        asked.entry_id = entry.id
        answering.answer(turn, asked.id, entry, loose_files.to_ticket(turn))
    elif isinstance(found, Suggestions):
        turn.say(book_words.did_you_mean(), answering.choices(turn, asked.id, found.ids))
    else:
        turn.say(book_words.not_in_book(), ((answering.to_officer(asked.id),),))
