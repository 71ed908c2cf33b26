"""How a person's message comes into a chat, and from there to the bot."""

from __future__ import annotations

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.model import Chat, Json, Message, User
from bot.simulator.world.privacy_mode import reaches_bot
from bot.simulator.world.state import State


def chat_of_member(state: State, user: int, chat: int) -> Chat:
    """The chat, if that person may do anything in it."""
    found = state.chat(chat)
    if user not in found.members:
        raise ImpossibleError(f"{state.user(user).name} bukan anggota {found.title or chat}")
    if found.migrated_to:
        raise ImpossibleError(f"{found.title} sudah pindah ke {found.migrated_to}")
    return found


def post(
    state: State,
    user: int,
    chat: int,
    content: Json,
    reply_to: int | None = None,
    *,
    thread: int | None = None,
) -> Message:
    """A member's message. Whoever writes to the bot has started it."""
    found, sender = chat_of_member(state, user, chat), state.user(user)
    if found.private:
        if sender.blocked:
            raise ImpossibleError(f"{sender.name} harus membuka blokir bot dulu")
        sender.started = True
    return deliver(state, sender, found, content, reply_to, thread=thread)


def deliver(
    state: State,
    sender: User,
    chat: Chat,
    content: Json,
    reply_to: int | None = None,
    *,
    thread: int | None = None,
) -> Message:
    """Puts the message into the chat whoever may have sent it, and tells the bot."""
    body: Json = {
        "message_id": state.next_message_id(chat),
        "from": sender.as_json(),
        "chat": state.chat_json(chat),
        "date": state.timestamp(),
    }
    if reply_to is not None:
        answered = state.message(chat.number, reply_to)
        body["reply_to_message"] = answered.quoted()
        thread = thread or answered.thread
    if thread:
        if thread not in chat.topics:
            raise ImpossibleError(f"topik {thread} tidak ada di {chat.title or chat.number}")
        body |= {"message_thread_id": thread, "is_topic_message": True}
    message = state.add_message(chat, Message(body | content, from_bot=False))
    tell_bot(state, "message", chat, message.body)
    return message


def tell_bot(state: State, kind: str, chat: Chat, body: Json) -> None:
    """Queues the update, unless privacy mode keeps the message from the bot."""
    if reaches_bot(body, chat, state.bot, privacy=state.privacy):
        state.queue({kind: body}, chat.number)
