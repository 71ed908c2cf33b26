"""The state of the simulated world: who and what there is, and how it is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world import accounts
from bot.simulator.world.faults import Faults
from bot.simulator.world.files import Files
from bot.simulator.world.flood_limits import FloodLimits
from bot.simulator.world.journal import Journal
from bot.simulator.world.model import CallbackQuery, Chat, Json, Message, User
from bot.simulator.world.update_queue import UpdateQueue
from bot.wire.ports import Clock


class State:
    """All in memory. Belongs to one event loop; only waiting may happen elsewhere."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.token = accounts.SIM_TOKEN
        self.privacy = True
        self.old_server = False
        """Whether it refuses what only a newer Bot API has."""
        self.journal = Journal()
        self.updates = UpdateQueue()
        self.faults = Faults()
        self.flood_limits = FloodLimits()
        self._fill()

    def _fill(self) -> None:
        self.bot = accounts.bot()
        self.users: dict[int, User] = {self.bot.number: self.bot}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.guest_queries: dict[str, Json | None] = {}
        """The message that answered each; None: not yet."""
        self.callback_queries: dict[str, CallbackQuery] = {}
        self.commands: dict[tuple[str, int, int, str], list[Json]] = {}
        self.profile_texts: dict[str, str] = {}
        self.menu_buttons: dict[int, Json] = {}
        self.calls: Counter[str] = Counter()
        self.content_counts: Counter[Any] = Counter()
        self._private_id = 0
        self._album_id = 0
        self._query_id = 0
        for user in accounts.people():
            self._enter_user(user)
        for group in accounts.groups():
            self._enter_group(group)

    def reset(self) -> None:
        """Back to the first day. Update ids go on, so that no running bot overlooks new ones."""
        self.updates.pending.clear()
        self.faults.clear()
        self._fill()
        self.journal.note("reset")

    def open(self) -> None:
        """A server begins, perhaps not the first one of this world."""
        self.journal.closing = False

    def close(self) -> None:
        """Whoever waits is let go: the server ends."""
        self.journal.closing = True
        self.journal.wake()
        self.updates.release()

    @property
    def version(self) -> int:
        return self.journal.version

    def timestamp(self) -> int:
        return int(self.clock.now().timestamp())

    # People and chats

    def add_user(
        self,
        number: int,
        first_name: str,
        last_name: str = "",
        *,
        office: str = "",
        asks: bool = True,
    ) -> User:
        if not first_name.strip():
            raise ImpossibleError("nama depan tidak boleh kosong")
        return self._enter_user(User(number, first_name, last_name, office, asks=asks))

    def _enter_user(self, user: User) -> User:
        self.users[user.number] = user
        self.chats[user.number] = Chat(user.number, "private", members={user.number})
        self.journal.note("people")
        return user

    def newcomer(self, first_name: str, last_name: str = "", *, office: str = "") -> User:
        """A person nobody has met yet."""
        number = (
            max([accounts.FIRST_NEWCOMER - 1, *(n for n in self.users if n < accounts.BUDI)]) + 1
        )
        return self.add_user(number, first_name, last_name, office=office)

    def add_group(
        self, number: int, title: str, members: Iterable[int], *, creator: int = 0
    ) -> Chat:
        """Ids from -100… are supergroups, other negative ids are basic groups."""
        kind = "supergroup" if number < -1_000_000_000_000 else "group"
        return self._enter_group(Chat(number, kind, title, set(members), creator=creator))

    def _enter_group(self, chat: Chat) -> Chat:
        self.chats[chat.number] = chat
        self.journal.note("people")
        return chat

    def user(self, number: int) -> User:
        try:
            return self.users[number]
        except KeyError:
            raise ImpossibleError(f"tidak ada orang bernomor {number}") from None

    def chat(self, number: int) -> Chat:
        try:
            return self.chats[number]
        except KeyError:
            raise ImpossibleError(f"tidak ada obrolan bernomor {number}") from None

    def message(self, chat: int, message_id: int) -> Message:
        found = self.chat(chat).messages.get(message_id)
        if found is None or found.deleted:
            raise ImpossibleError(f"pesan {message_id} di obrolan {chat} tidak ada lagi")
        return found

    def chat_json(self, chat: Chat) -> Json:
        if chat.private:
            user = self.users[chat.number]
            private = {"id": chat.number, "type": "private", "first_name": user.first_name}
            return private | ({"last_name": user.last_name} if user.last_name else {})
        return {"id": chat.number, "type": chat.kind, "title": chat.title}

    # Messages

    def next_message_id(self, chat: Chat) -> int:
        """Private chats share the account's one sequence, a supergroup has its own."""
        if chat.kind == "supergroup":
            chat.last_id += 1
            return chat.last_id
        self._private_id += 1
        return self._private_id

    def next_media_group_id(self) -> str:
        self._album_id += 1
        return str(13_700_000_000_000_000 + self._album_id)

    def next_query_id(self) -> str:
        self._query_id += 1
        return str(4_300_000_000_000_000_000 + self._query_id)

    def add_message(self, chat: Chat, message: Message) -> Message:
        chat.messages[message.message_id] = message
        self.journal.note("message", chat.number, message.message_id)
        return message

    def change_message(self, message: Message, body: Json) -> None:
        message.former_data |= message.button_data
        message.body = body
        self.journal.note("message", message.chat_id, message.message_id)

    def set_reaction(self, message: Message, user: int, emoji: str | None) -> None:
        """None takes it away."""
        message.reactions.pop(user, None)
        if emoji is not None:
            message.reactions[user] = emoji
        self.journal.note("message", message.chat_id, message.message_id)

    def remove_message(self, message: Message) -> None:
        message.deleted = True
        self.journal.note("message", message.chat_id, message.message_id)

    # Updates

    def queue(self, update: Json, chat: int) -> None:
        """Under the next update_id, if the bot asks for such."""
        self.updates.put(update, chat, self.clock.now())

    def push_raw(self, update: Any, chat: int = 0) -> None:
        """Puts anything at all into the queue. Without a usable update_id it gets the next one."""
        if isinstance(update, dict) and "update_id" not in update:
            update = {"update_id": self.updates.next_id, **update}
        self.updates.push(update, chat, self.clock.now())

    # Looking on

    def messages(self, chat: int) -> list[Message]:
        """Everything that stands in the chat, oldest first."""
        return [message for message in self.chat(chat).messages.values() if not message.deleted]

    def transcript(self, chat: int) -> str:
        """The chat as one reads it aloud, for a failing test."""
        return "\n".join(_aloud(message) for message in self.messages(chat))

    def duplicates(self, chat: int | None = None) -> int:
        """How many bot messages repeat an earlier one of the same chat word for word."""
        chats = self.chats.values() if chat is None else [self.chat(chat)]
        return sum(m.from_bot and m.deliveries > 1 for c in chats for m in c.messages.values())


def _aloud(message: Message) -> str:
    who = message.body["from"]["first_name"]
    no_content = {"message_id", "from", "chat", "date"}
    what = message.text or next((f"({key})" for key in message.body if key not in no_content), "")
    buttons = "".join(f" [{word}]" for word in message.button_words)
    edited = " (disunting)" if message.edited else ""
    return f"{message.message_id} {who}: {what}{buttons}{edited}"
