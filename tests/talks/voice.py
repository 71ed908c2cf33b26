"""One person in one chat, and the chat itself: what is said, pressed, sent and heard there."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from bot.simulator.world.attachments import Attachment
from bot.simulator.world.delivery import post
from bot.simulator.world.files import Upload
from bot.simulator.world.model import CallbackQuery, Message

if TYPE_CHECKING:
    from tests.talks.talk import Talk


# Begins what comes by itself at its hour, whatever a transcript is about: reminders, the board.
BY_ITSELF = re.compile("📌 |📍 |⏰ (?:Perlu perhatian|Untuk penyelia|.{1,64}, tiket yang)")


class Room:
    """A chat, with what the bot said there and nobody has heard yet."""

    def __init__(self, talk: Talk, chat: int) -> None:
        self.talk = talk
        self.chat = chat
        self._known: set[int] = set()
        self._unheard: deque[Message] = deque()
        self._by_itself: list[Message] = []
        self.last: Message | None = None
        """The message heard last."""

    def listen(self) -> None:
        for message in self.talk.state.messages(self.chat):
            if message.from_bot and message.message_id not in self._known:
                self._known.add(message.message_id)
                by_itself = BY_ITSELF.match(message.text) is not None
                (self._by_itself if by_itself else self._unheard).append(message)

    def hears(self, *parts: str, button: str | None = None) -> Self:
        """The next thing the bot said here, with all of these words in it, and this button."""
        assert self._unheard, f"the bot said nothing more; looked for {parts}\n{self.story()}"
        message = self.last = self._unheard.popleft()
        for part in parts:
            assert part in message.text, f"no {part!r} in {message.text!r}\n{self.story()}"
        if button is not None:
            assert button in message.button_words, f"no {button!r} in {message.button_words}"
        return self

    def hears_file(self, *caption: str) -> Self:
        self.hears(*caption)
        assert self.last is not None
        assert self.last.file_id is not None, f"no file in {self.last.body}"
        return self

    def skip(self) -> Self:
        """What was said here is another transcript's matter."""
        self._unheard.clear()
        return self

    def all_unheard(self) -> list[Message]:
        """What was said since, and is heard by this."""
        found = list(self._unheard)
        self._unheard.clear()
        return found

    def came_by_itself(self, title: str) -> list[str]:
        """Of what did, since this was asked last, what has that in it."""
        found = [message.text for message in self._by_itself if title in message.text]
        self._by_itself.clear()
        return found

    def hears_nothing(self) -> Self:
        self.nothing_more()
        return self

    def nothing_more(self) -> None:
        unheard = [message.text for message in self._unheard]
        assert not unheard, f"said unnoticed: {unheard}\n{self.story()}"

    def sees(self, text: str) -> Message:
        """The newest message that says so now, be it by an edit."""
        for message in reversed(self.talk.state.messages(self.chat)):
            if text in message.text and not BY_ITSELF.match(message.text):
                return message
        raise AssertionError(f"no {text!r} in sight\n{self.story()}")

    def story(self) -> str:
        return self.talk.state.transcript(self.chat)

    def newest_with(self, button: str) -> Message:
        for message in reversed(self.talk.state.messages(self.chat)):
            if button in message.button_words:
                return message
        raise AssertionError(f"no button {button!r} in sight\n{self.story()}")


@dataclass
class Voice:
    talk: Talk
    user: int
    room: Room
    said: Message | None = None
    """What this person said or sent last."""
    pressed: CallbackQuery | None = None

    @property
    def chat(self) -> int:
        return self.room.chat

    @property
    def private(self) -> Voice:
        """The same person, alone with the bot."""
        return self.talk.someone(self.user)

    def __call__(self, text: str, thread: int | None = None) -> Self:
        self.said = self.talk.world.people.say(self.user, self.chat, text, thread=thread)
        return self._then()

    def replies(
        self, text: str, to: Message | str | None = None, quote: str | None = None
    ) -> Self:
        """To that message, or the newest that says so, or the one heard last."""
        answered = self._meant(to).message_id
        self.said = self.talk.world.people.say(
            self.user, self.chat, text, reply_to=answered, quote=quote
        )
        return self._then()

    def forwards(self, text: str, whose: str | int = "Pak Camat") -> Self:
        self.said = self.talk.world.people.say(self.user, self.chat, text, forwarded_from=whose)
        return self._then()

    def pastes(self, *blocks: str, to: Message | str | None = None) -> Self:
        """Formatted text, out of a page or a document."""
        answered = None if to is None else self._meant(to).message_id
        self.said = self.talk.world.people.paste(
            self.user, self.chat, "\n\n".join(blocks), reply_to=answered
        )
        return self._then()

    def reacts(self, emoji: str = "👍", to: Message | None = None) -> Self:
        """To their own message: then Telegram tells a bot that it was edited."""
        message = to or self.said
        assert message is not None
        self.talk.world.people.react(self.user, self.chat, message.message_id, emoji)
        return self._then()

    def sends(self, kind: str, content: object) -> Self:
        """Something that is neither words nor a file, or an update of whatever form."""
        self.said = post(self.talk.world.state, self.user, self.chat, {kind: content})
        return self._then()

    def changes(self, kind: str) -> Self:
        """Another file in their last message."""
        assert self.said is not None
        number = self.said.message_id
        self.talk.world.attachments.exchange(self.user, self.chat, number, Attachment(kind))
        return self._then()

    def attaches(
        self, kind: str, caption: str | None = None, to: Message | str | None = None
    ) -> Self:
        return self._sends(Attachment(kind, caption=caption), to)

    def edits(self, text: str, message: Message | None = None) -> Self:
        """Their last message, or another of their own."""
        message = message or self.said
        assert message is not None
        self.talk.world.people.edit(self.user, self.chat, message.message_id, text)
        return self._then()

    def presses(self, label: str, on: Message | None = None) -> Self:
        """The newest button of that name."""
        message = on or self.room.newest_with(label)
        self._press(self.talk.world.buttons.press(self.user, self.chat, message.message_id, label))
        return self._then()

    def forges(self, data: str, on: Message | None = None) -> Self:
        """A press that no button allows."""
        message = on or self.talk.state.messages(self.chat)[-1]
        number = self.talk.world.buttons.forge_press(
            self.user, self.chat, message.message_id, data
        )
        self._press(number)
        return self._then()

    def _press(self, number: str) -> None:
        self.pressed = self.talk.state.callback_queries[number]
        self.talk.toasts.append(self.pressed)

    def photo(self, caption: str | None = None, to: Message | str | None = None) -> Self:
        return self._sends(Attachment("photo", caption=caption), to)

    def shows(self, *pictures: bytes, caption: str | None = None, kind: str = "photo") -> Self:
        """Real pictures, several as an album, the words under the first."""
        items = [
            Attachment(kind, Upload("layar.png", content, "image/png"), None if at else caption)
            for at, content in enumerate(pictures)
        ]
        return self._sends(items[0], None) if len(items) == 1 else self._sends_album(items, None)

    def document(self, caption: str | None = None, to: Message | str | None = None) -> Self:
        return self._sends(Attachment("document", caption=caption), to)

    def voice(self, to: Message | str | None = None) -> Self:
        return self._sends(Attachment("voice"), to)

    def sticker(self, to: Message | str | None = None) -> Self:
        return self._sends(Attachment("sticker"), to)

    def _sends(self, item: Attachment, to: Message | str | None) -> Self:
        answered = None if to is None else self._meant(to).message_id
        self.said = self.talk.world.attachments.send(self.user, self.chat, item, answered)
        return self._then()

    def album(
        self,
        count: int,
        caption: str | None = None,
        kind: str = "photo",
        to: Message | str | None = None,
    ) -> Self:
        """All at once, the words under the first."""
        items = [Attachment(kind, caption=None if place else caption) for place in range(count)]
        return self._sends_album(items, to)

    def _sends_album(self, items: list[Attachment], to: Message | str | None) -> Self:
        answered = None if to is None else self._meant(to).message_id
        self.said = self.talk.world.attachments.send_album(
            self.user, self.chat, items, reply_to=answered
        )[-1]
        return self._then()

    def album_with(self, captions: list[str], to: Message | str | None = None) -> Self:
        """One photo for each of the captions."""
        items = [Attachment("photo", caption=caption or None) for caption in captions]
        return self._sends_album(items, to)

    def blocks(self) -> Self:
        self.talk.world.membership.block(self.user)
        return self._then()

    def unblocks(self) -> Self:
        self.talk.world.membership.unblock(self.user)
        return self._then()

    def _then(self) -> Self:
        self.talk.settle()
        return self

    def _meant(self, to: Message | str | None) -> Message:
        if isinstance(to, Message):
            return to
        found = self.room.last if to is None else self.room.sees(to)
        assert found is not None, "nothing was heard yet to reply to"
        return found

    # what comes back

    def hears(self, *parts: str, button: str | None = None) -> Self:
        self.room.hears(*parts, button=button)
        return self

    def hears_file(self, *caption: str) -> Self:
        self.room.hears_file(*caption)
        return self

    def hears_nothing(self) -> Self:
        self.room.nothing_more()
        return self

    def toast(self, text: str) -> Self:
        """The note over the button pressed last."""
        assert self.pressed is not None
        assert self.pressed.answered, "the press was not answered"
        assert text in self.pressed.text, f"no {text!r} in {self.pressed.text!r}"
        self.talk.toasts.remove(self.pressed)
        return self
