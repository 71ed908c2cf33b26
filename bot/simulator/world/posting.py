"""How a person's message comes into a chat, and from there to the bot."""

from __future__ import annotations

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.model import Chat, Json, Message, User
from bot.simulator.world.privacy_mode import bot_hears
from bot.simulator.world.state import State


class Posting(State):
    def _place(self, user: int, chat: int) -> Chat:
        where = self.chat(chat)
        if user not in where.members:
            raise ImpossibleError(f"{self.user(user).name} bukan anggota {where.title or chat}")
        if where.migrated_to:
            raise ImpossibleError(f"{where.title} sudah pindah ke {where.migrated_to}")
        return where

    def _post(self, user: int, chat: int, content: Json, reply_to: int | None = None) -> Message:
        where, who = self._place(user, chat), self.user(user)
        if where.private:
            if who.blocked:
                raise ImpossibleError(f"{who.name} harus membuka blokir bot dulu")
            who.started = True
        return self._deliver(who, where, content, reply_to)

    def _deliver(
        self, who: User, where: Chat, content: Json, reply_to: int | None = None
    ) -> Message:
        body: Json = {
            "message_id": self.next_message_id(where),
            "from": who.shown(),
            "chat": self.shown_chat(where),
            "date": self.timestamp(),
        }
        if reply_to is not None:
            body["reply_to_message"] = self.quoted(self.message(where.number, reply_to))
        message = self.keep(where, Message(body | content, from_bot=False))
        self._tell("message", where, message.body)
        return message

    def _tell(self, kind: str, where: Chat, body: Json) -> None:
        if bot_hears(body, where, self.bot, privacy=self.privacy):
            self.updates.put({kind: body}, where.number, self.clock.now())

    def quoted(self, message: Message) -> Json:
        """A message inside its reply does not show in turn what it replied to."""
        return {key: value for key, value in message.body.items() if key != "reply_to_message"}
