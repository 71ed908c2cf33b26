"""What people write, and what they put right afterwards."""

from __future__ import annotations

from bot import utf16
from bot.simulator.text import entities
from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.text.rich import rich_block
from bot.simulator.world import accounts
from bot.simulator.world.delivery import chat_of_member, deliver, post, tell_bot
from bot.simulator.world.model import Json, Message, User
from bot.simulator.world.state import State

MAX_TEXT = 4096
CHANNEL = -1001000000099
GUESTS_OF = -1001000000077  # a group that the bot was never in
CONTENT = (
    *("text", "entities", "caption", "caption_entities", "photo", "document", "video", "voice"),
    *("audio", "video_note", "sticker", "contact", "location", "rich_message"),
)


class People:
    def __init__(self, state: State) -> None:
        self._state = state

    def say(
        self,
        user: int,
        chat: int,
        text: str,
        reply_to: int | None = None,
        *,
        quote: str | None = None,
        forwarded_from: str | int | None = None,
        thread: int | None = None,
    ) -> Message:
        """`quote`: a part of the message answered; `forwarded_from`: whose words they are, by a
        name without an account behind it, or somebody's number."""
        content = _text_content(text)
        if quote is not None:
            content["quote"] = self._quoted(chat, reply_to, quote)
        if isinstance(forwarded_from, int):
            content["forward_origin"] = {
                "type": "user",
                "sender_user": self._state.user(forwarded_from).as_json(),
                "date": self._state.timestamp(),
            }
        elif forwarded_from is not None:
            content["forward_origin"] = {
                "type": "hidden_user",
                "sender_user_name": forwarded_from,
                "date": self._state.timestamp(),
            }
        return post(self._state, user, chat, content, reply_to, thread=thread)

    def _quoted(self, chat: int, reply_to: int | None, quote: str) -> Json:
        answered = self._state.message(chat, reply_to) if reply_to is not None else None
        at = answered.text.find(quote) if answered is not None else -1
        if answered is None or at < 0:
            raise ImpossibleError("kutipan harus bagian dari pesan yang dibalas")
        return {"text": quote, "position": utf16.length(answered.text[:at]), "is_manual": True}

    def paste(
        self,
        user: int,
        chat: int,
        text: str,
        reply_to: int | None = None,
        *,
        thread: int | None = None,
    ) -> Message:
        """Formatted text out of a page or a document: a paragraph where a blank line stands,
        bold between two stars. The bot gets it as blocks, without text."""
        blocks = [rich_block(part) for part in text.split("\n\n") if part.strip()]
        if not blocks:
            raise ImpossibleError("tidak ada yang ditempel")
        content: Json = {"rich_message": {"blocks": blocks}}
        return post(self._state, user, chat, content, reply_to, thread=thread)

    def forward(self, user: int, chat: int, from_chat: int, message_id: int) -> Message:
        """A message of another chat that they see, passed on into this one."""
        state = self._state
        chat_of_member(state, user, from_chat)
        source = state.message(from_chat, message_id)
        origin = source.body.get("forward_origin") or {
            "type": "user",
            "sender_user": source.body["from"],
            "date": source.body["date"],
        }
        content = {name: source.body[name] for name in CONTENT if name in source.body}
        return post(state, user, chat, content | {"forward_origin": origin})

    def react(self, user: int, chat: int, message_id: int, emoji: str) -> None:
        """A bot hears of a first reaction to a person's message as of an edit that changed
        nothing, and without the time of one."""
        state = self._state
        chat_of_member(state, user, chat)
        message = state.message(chat, message_id)
        if message.reactions.get(user) == emoji:  # a second tap takes it back
            state.set_reaction(message, user, None)
            return
        state.set_reaction(message, user, emoji)
        if not message.from_bot:
            tell_bot(state, "edited_message", state.chat(chat), message.body)

    def ask_as_guest(
        self, user: int, text: str, *, about: str | None = None, title: str = "Grup Kantor"
    ) -> str:
        """In a group in which the bot is nobody, by its name; `about`: the message it is written
        under. The query's number."""
        state = self._state
        number, sender = state.next_query_id(), state.user(user)
        chat = {"id": GUESTS_OF, "type": "supergroup", "title": title}
        body: Json = {"message_id": int(number[-6:]), "date": state.timestamp(), "chat": chat}
        if about is not None:
            other = {"id": 77, "is_bot": False, "first_name": "Rekan"}
            body["reply_to_message"] = body | {"message_id": 5, "from": other, "text": about}
        body |= {"from": sender.as_json(), "guest_query_id": number} | _text_content(text)
        state.guest_queries[number] = None
        state.queue({"guest_message": body}, GUESTS_OF)
        return number

    def edit(self, user: int, chat: int, message_id: int, text: str) -> Message:
        """The text of their own message, or the caption of their file."""
        message = self._state.message(chat, message_id)
        if message.sender_id != user:
            raise ImpossibleError("hanya pesan sendiri yang bisa disunting")
        shown, marks = _typed(text)
        key = "text" if "text" in message.body else "caption"
        body = message.body | {key: shown, "edit_date": self._state.timestamp()}
        body["entities" if key == "text" else "caption_entities"] = marks
        self._state.change_message(message, body)
        tell_bot(self._state, "edited_message", self._state.chat(chat), body)
        return message

    # Senders behind whom no person can be seen

    def say_as_anonymous_admin(self, chat: int, text: str, reply_to: int | None = None) -> Message:
        admin = User(accounts.ANONYMOUS_ADMIN, "Group", username="GroupAnonymousBot", is_bot=True)
        group = self._state.chat_json(self._state.chat(chat))
        return self._say_as(admin, group, chat, text, reply_to)

    def say_as_channel(self, chat: int, text: str, reply_to: int | None = None) -> Message:
        sender = User(accounts.CHANNEL_BOT, "Channel", username="Channel_Bot", is_bot=True)
        channel = {"id": CHANNEL, "type": "channel", "title": "Info Kepegawaian"}
        return self._say_as(sender, channel, chat, text, reply_to)

    def _say_as(
        self, sender: User, sender_chat: Json, chat: int, text: str, reply_to: int | None
    ) -> Message:
        content = {"sender_chat": sender_chat} | _text_content(text)
        return deliver(self._state, sender, self._state.chat(chat), content, reply_to)


def _text_content(text: str) -> Json:
    shown, marks = _typed(text)
    return {"text": shown, "entities": marks} if marks else {"text": shown}


def _typed(text: str) -> tuple[str, list[Json]]:
    shown, marks = entities.typed(text)
    if not shown or utf16.length(shown) > MAX_TEXT:
        raise ImpossibleError("pesan berisi 1 sampai 4.096 karakter")
    return shown, marks
