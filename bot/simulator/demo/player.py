"""Plays the script: its people say and press things, and the real bot answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from bot.simulator.demo.script import ScriptError, ScriptLine
from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.model import Message
from bot.simulator.world.world import World
from bot.words import labels

PICTURES = Path(__file__).with_name("pictures")
READING_TIME = timedelta(seconds=14)  # before the next tap
NUMBER = "EK-"
TO_OFFICER = (labels.ASK_OFFICER, labels.NONE_OF_THESE)
KNOWN = {
    "ani": accounts.ANI,
    "burhan": accounts.BURHAN,
    "citra": accounts.CITRA,
    "budi": accounts.BUDI,
    "dewi": accounts.DEWI,
    "hadi": accounts.HADI,
}


class ScriptPlayer:
    def __init__(self, world: World, clock: MovableClock, answer: Callable[[], None]) -> None:
        self._world = world
        self._state = world.state
        self._clock = clock
        self._answer = answer
        self._people = dict(KNOWN)
        self._tickets: dict[str, str] = {}  # the script's word for a ticket -> its number
        self._filing: tuple[str, str] | None = None  # the word, and who files it
        self.skipped: list[str] = []

    def at(self, moment: datetime, line: ScriptLine | None = None) -> None:
        """Moves the clock there, unless it is already later; then somebody does something, or only
        the bot.
        """
        if moment > self._clock.now():
            self._clock.move_to(moment)
        try:
            if line is not None:
                self._perform(line)
            self._answer()
            if self._filing is not None:
                self._keep_number(*self._filing)
        except (ScriptError, ImpossibleError) as error:
            # A new book may answer otherwise: a gap in its history must not keep the demo away.
            self.skipped.append(f"{line}: {error}")

    def _perform(self, line: ScriptLine) -> None:
        action: Callable[[str, str], None] | None = getattr(self, f"_{line.action}", None)
        if action is None or (line.who not in self._people and line.action != "appears"):
            raise ScriptError(f"no such action or person: {line.who} {line.action}")
        action(line.who, line.rest)

    def _keep_number(self, word: str, who: str) -> None:
        told = self._newest(self._home(who), (NUMBER,)).text
        at = told.index(NUMBER)
        self._tickets[word] = told[at : at + len("EK-2026-00001")]
        self._filing = None

    # Anybody

    def _appears(self, who: str, rest: str) -> None:
        first, _, last = rest.partition(" ")
        self._people[who] = self._state.newcomer(first, last).number

    def _says(self, who: str, rest: str) -> None:
        self._say(who, rest)

    def _likes(self, who: str, _rest: str) -> None:
        """What the book answered; where it only asked back there is nothing to like."""
        newest = self._backwards(self._home(who))[0]
        if labels.HELPFUL in newest.button_words:
            self._press(who, labels.HELPFUL, ())

    def _presses(self, who: str, rest: str) -> None:
        """The newest button of that name."""
        self._press(who, rest, ())

    # Whoever reports

    def _introduces(self, who: str, rest: str) -> None:
        """Meets the bot and tells it the office."""
        self._state.user(self._people[who]).office = rest
        self._says(who, "/start")
        self._then(self._says, who, "/profil")
        self._then(self._presses, who, labels.SET_OFFICE)
        self._then(self._says, who, rest)

    def _complains(self, who: str, rest: str) -> None:
        """`word: kind / chapter / picture or - / story`."""
        word, _, order = rest.partition(": ")
        kind, chapter, picture, story = order.split(" / ", 3)
        self._says(who, "/lapor")
        self._then(self._says, who, story)
        self._corrects(who, kind, chapter)
        self._finish(who, word, picture)

    def _refers(self, who: str, rest: str) -> None:
        """`word: kind / chapter or - / picture or -`: the question becomes a report."""
        word, _, order = rest.partition(": ")
        kind, chapter, picture = order.split(" / ", 2)
        offered = self._backwards(self._home(who))[0].button_words
        self._presses(who, next((key for key in TO_OFFICER if key in offered), TO_OFFICER[0]))
        self._corrects(who, kind, chapter)
        self._finish(who, word, picture)

    def _corrects(self, who: str, kind: str, chapter: str) -> None:
        """What the bot may have guessed otherwise."""
        self._then(self._presses, who, labels.CHANGE_KIND)
        self._then(self._presses, who, kind)
        if chapter != "-":
            self._then(self._presses, who, labels.CHANGE_CATEGORY)
            self._then(self._presses, who, labels.ALL_CATEGORIES)
            self._then(self._presses, who, chapter)

    def _finish(self, who: str, word: str, picture: str) -> None:
        if picture != "-":
            self._then(self._photo, who, picture)
        self._then(self._presses, who, labels.SEND)
        self._filing = (word, who)

    def _photo(self, who: str, rest: str) -> None:
        content = (PICTURES / rest).read_bytes()
        self._world.attachments.send_photo(self._people[who], self._home(who), content)

    def _answers(self, who: str, rest: str) -> None:
        """`word: text`, as a reply to the last the bot said about that ticket."""
        number, text = self._about(rest)
        told = self._newest(self._home(who), (number,))
        self._say(who, text, reply_to=told.message_id)

    def _confirms(self, who: str, rest: str) -> None:
        self._press(who, labels.YES_DONE, (self._number(rest),))

    def _disputes(self, who: str, rest: str) -> None:
        number, text = self._about(rest)
        self._press(who, labels.NOT_DONE, (number,))
        self._then(self._says, who, text)

    def _withdraws(self, who: str, rest: str) -> None:
        number = self._number(rest)
        self._says(who, f"/tiket {number}")
        self._then(self._press, who, labels.WITHDRAW, (number,))

    def _fills(self, who: str, rest: str) -> None:
        """The survey: `scores`, one a question, or `scores: what others may read`."""
        scores, _, told = rest.partition(": ")
        self._says(who, "/survei")
        for score in scores:
            self._then(self._scores, who, int(score))
        self._then(self._presses, who, labels.SEND)
        if told:
            self._then(self._says, who, told)
            self._then(self._presses, who, labels.SHOW_UNNAMED)
        else:
            self._then(self._presses, who, labels.NO_TESTIMONY)

    def _scores(self, who: str, score: int) -> None:
        """The answers stand in order, the lowest first."""
        offered = self._backwards(self._home(who))[0].button_words
        if score > len(offered):
            raise ScriptError(f"{who} is offered no answer {score}")
        self._presses(who, offered[score - 1])

    # The desk

    def _takes(self, who: str, rest: str) -> None:
        self._press(who, labels.TAKE, (self._number(rest),))

    def _replies(self, who: str, rest: str) -> None:
        number, text = self._about(rest)
        self._say(who, text, reply_to=self._card(number))

    def _notes(self, who: str, rest: str) -> None:
        word, _, text = rest.partition(": ")
        self._replies(who, f"{word}: // {text}")

    def _asks(self, who: str, rest: str) -> None:
        self._prompted(who, rest, labels.ASK_INFO)

    def _resolves(self, who: str, rest: str) -> None:
        self._prompted(who, rest, labels.RESOLVE)

    def _sends_on(self, who: str, rest: str) -> None:
        """It is no matter of the desk's: where to go instead."""
        number, text = self._about(rest)
        self._behind(who, number, labels.OUT_OF_SCOPE)
        self._then(self._reply_to_prompt, who, text)

    def _verifies(self, who: str, rest: str) -> None:
        self._behind(who, self._number(rest), labels.VERIFY)

    def _defers(self, who: str, rest: str) -> None:
        """`word: until when, and why`."""
        number, text = self._about(rest)
        self._press(who, labels.DEFER, (number,))
        self._then(self._press, who, labels.OTHER_DATE, (number,))
        self._then(self._reply_to_prompt, who, text)

    def _merges(self, who: str, rest: str) -> None:
        """`word: the word of the ticket that it goes along with`."""
        number, master = self._about(rest)
        self._behind(who, number, labels.MERGE)
        self._then(self._press, who, labels.OTHER_NUMBER, (number,))
        self._then(self._reply_to_prompt, who, self._number(master))

    def _behind(self, who: str, number: str, button: str) -> None:
        """A button that stands behind the card's "Lainnya…"."""
        self._press(who, labels.MORE, (number,))
        self._then(self._press, who, button, (number,))

    def _prompted(self, who: str, rest: str, button: str) -> None:
        """Presses the button and replies to what the bot then asks."""
        number, text = self._about(rest)
        self._press(who, button, (number,))
        self._then(self._reply_to_prompt, who, text)

    def _reply_to_prompt(self, who: str, text: str) -> None:
        prompt = next(told for told in self._backwards(self._home(who)) if told.asks_for_reply)
        self._say(who, text, reply_to=prompt.message_id)

    def _appoints(self, who: str, rest: str) -> None:
        said = next(
            message
            for message in self._backwards(self._home(who))
            if message.sender_id == self._people[rest]
        )
        words = "/petugas tambah"
        self._say(who, words, reply_to=said.message_id)

    # How it is done

    def _say(self, who: str, text: str, *, reply_to: int | None = None) -> None:
        self._world.people.say(self._people[who], self._home(who), text, reply_to)

    def _press(self, who: str, button: str, words: Iterable[str]) -> None:
        home = self._home(who)
        message = self._newest(home, words, having=button)
        self._world.buttons.press(self._people[who], home, message.message_id, button)

    def _then(self, action: Callable[..., None], *details: object) -> None:
        """The bot answers, the person reads it, and goes on."""
        self._answer()
        self._clock.advance(READING_TIME)
        action(*details)

    # Finding things

    def _home(self, who: str) -> int:
        user = self._state.user(self._people[who])
        if user.asks:
            return user.number
        return accounts.REPORTS if user.number == accounts.HADI else accounts.HELPDESK

    def _about(self, rest: str) -> tuple[str, str]:
        word, _, text = rest.partition(": ")
        return self._number(word), text

    def _number(self, word: str) -> str:
        if word not in self._tickets:
            raise ScriptError(f"no ticket is called {word!r} yet")
        return self._tickets[word]

    def _card(self, number: str) -> int:
        """Lists name the number as well, but not in their first line."""
        for message in self._backwards(accounts.HELPDESK):
            if number in message.text.partition("\n")[0] and message.button_words:
                return message.message_id
        raise ScriptError(f"{number} has no card")

    def _newest(self, chat: int, words: Iterable[str], *, having: str | None = None) -> Message:
        for message in self._backwards(chat):
            if (
                message.from_bot
                and all(word in message.text for word in words)
                and (having is None or having in message.button_words)
            ):
                return message
        raise ScriptError(
            f"nothing with {having or list(words)} in\n{self._state.transcript(chat)}"
        )

    def _backwards(self, chat: int) -> list[Message]:
        return self._state.messages(chat)[::-1]
