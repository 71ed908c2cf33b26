"""Coming, going, blocking, and groups that grow up."""

from __future__ import annotations

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.delivery import chat_of_member, deliver
from bot.simulator.world.model import Chat, Json, Message
from bot.simulator.world.state import State

_RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories", "can_pin_messages"),
)


class Membership:
    def __init__(self, state: State) -> None:
        self._state = state

    def start_quietly(self, user: int) -> None:
        """As if they had written to the bot long ago: the bot may write to them."""
        self._state.user(user).started = True

    def block(self, user: int) -> None:
        self._set_blocked(user, blocked=True)

    def unblock(self, user: int) -> None:
        self._set_blocked(user, blocked=False)

    def deactivate(self, user: int) -> None:
        self._state.user(user).deactivated = True

    def _set_blocked(self, user: int, *, blocked: bool) -> None:
        found = self._state.user(user)
        if found.blocked == blocked:
            return
        found.blocked = blocked
        self._state.journal.note("people")
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        self._tell_bot_status(self._state.chat(user), user, before, after)

    def join(self, user: int, chat: int) -> Message:
        group, member = self._state.chat(chat), self._state.user(user)
        if user in group.members:
            raise ImpossibleError(f"{member.name} sudah menjadi anggota {group.title}")
        group.members.add(user)
        self._state.journal.note("people")
        return deliver(self._state, member, group, {"new_chat_members": [member.as_json()]})

    def leave(self, user: int, chat: int) -> Message:
        group, member = chat_of_member(self._state, user, chat), self._state.user(user)
        group.members.discard(user)
        group.administrators.discard(user)
        self._state.journal.note("people")
        return deliver(self._state, member, group, {"left_chat_member": member.as_json()})

    def make_topic(self, chat: int, title: str) -> int:
        """A topic in a group, or in somebody's chat with the bot; its number."""
        found = self._state.chat(chat)
        number = self._state.next_message_id(found)
        found.topics[number] = title
        self._state.journal.note("people")
        return number

    def drop_topic(self, chat: int, thread: int) -> None:
        self._state.chat(chat).topics.pop(thread)
        self._state.journal.note("people")

    def kick_bot(self, chat: int, by: int) -> None:
        self._set_bot_status(chat, by, "kicked")

    def add_bot(self, chat: int, by: int, *, administrator: bool = False) -> None:
        self._set_bot_status(chat, by, "administrator" if administrator else "member")

    def _set_bot_status(self, chat: int, by: int, status: str) -> None:
        group = self._state.chat(chat)
        before, group.bot_status = group.bot_status, status
        self._state.journal.note("people")
        self._tell_bot_status(group, by, before, status)

    def _tell_bot_status(self, chat: Chat, by: int, before: str, after: str) -> None:
        bot = self._state.bot.as_json()
        change: Json = {
            "chat": self._state.chat_json(chat),
            "from": self._state.user(by).as_json(),
            "date": self._state.timestamp(),
            "old_chat_member": chat_member(before, bot),
            "new_chat_member": chat_member(after, bot),
        }
        self._state.queue({"my_chat_member": change}, chat.number)

    def upgrade_group(self, chat: int) -> int:
        """The group becomes a supergroup under a new id; the old one only tells where it went."""
        old = self._state.chat(chat)
        if old.private or old.migrated_to:
            raise ImpossibleError("hanya grup yang masih dipakai yang dapat dinaikkan")
        number = min(-1_002_000_000_000, *self._state.chats) - 1
        new = self._state.add_group(number, old.title, old.members, creator=old.creator)
        new.administrators, new.bot_status = set(old.administrators), old.bot_status
        sender = self._state.user(old.creator or min(old.members))
        deliver(self._state, sender, old, {"migrate_to_chat_id": number})
        old.migrated_to = number
        deliver(self._state, sender, new, {"migrate_from_chat_id": chat})
        return number


def chat_member(status: str, user: Json) -> Json:
    """The ChatMember object of the Bot API."""
    member: Json = {"status": status, "user": user}
    if status == "kicked":
        member["until_date"] = 0
    elif status == "creator":
        member["is_anonymous"] = False
    elif status == "administrator":
        member |= dict.fromkeys(_RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
    return member
