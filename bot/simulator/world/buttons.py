"""People press the buttons of the bot's messages, true ones and forged ones."""

from __future__ import annotations

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.delivery import chat_of_member
from bot.simulator.world.model import CallbackQuery, Json
from bot.simulator.world.state import State


class Buttons:
    def __init__(self, state: State) -> None:
        self._state = state

    def press(self, user: int, chat: int, message_id: int, button: str) -> str:
        """By the words on the button or its callback_data; the query's id."""
        message = self._state.message(chat, message_id)
        for found in (each for row in message.buttons for each in row):
            if button in {found.text, found.data}:
                if found.data is None:
                    raise ImpossibleError(f"tombol {found.text} hanya membuka {found.url}")
                return self.forge_press(user, chat, message_id, found.data)
        if button in message.former_data:
            return self.forge_press(user, chat, message_id, button)
        raise ImpossibleError(f"tombol {button} tidak ada; yang ada: {message.button_words}")

    def forge_press(self, user: int, chat: int, message_id: int, data: str) -> str:
        """A press that no button allows: a forged client sends whatever data it likes."""
        state = self._state
        chat_of_member(state, user, chat)
        number = state.next_query_id()
        state.callback_queries[number] = CallbackQuery(
            number, user, chat, message_id, data, state.clock.now()
        )
        query: Json = {
            "id": number,
            "from": state.user(user).as_json(),
            "chat_instance": str(abs(chat) * 7919),
            "data": data,
            "message": self._message_json(chat, message_id),
        }
        state.queue({"callback_query": query}, chat)
        state.journal.note("press", chat, number)
        return number

    def _message_json(self, chat: int, message_id: int) -> Json:
        """Of a message that is gone the Bot API only tells where it was."""
        found = self._state.chat(chat)
        message = found.messages.get(message_id)
        if message is None or message.deleted:
            return {"chat": self._state.chat_json(found), "message_id": message_id, "date": 0}
        return message.body
