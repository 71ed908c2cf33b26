"""Coming, going, blocking, and groups that grow up."""

from __future__ import annotations

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.deeds import Deeds
from bot.simulator.world.model import Chat, Json, Message


class Membership(Deeds):
    def start_quietly(self, user: int) -> None:
        """As if they had written to the bot long ago: the bot may write to them."""
        self.user(user).started = True

    def block(self, user: int) -> None:
        self._set_blocked(user, blocked=True)

    def unblock(self, user: int) -> None:
        self._set_blocked(user, blocked=False)

    def deactivate(self, user: int) -> None:
        self.user(user).deactivated = True

    def _set_blocked(self, user: int, *, blocked: bool) -> None:
        who = self.user(user)
        if who.blocked == blocked:
            return
        who.blocked = blocked
        self.journal.note("people")
        was, now = ("member", "kicked") if blocked else ("kicked", "member")
        self._tell_membership(self.chat(user), user, was, now)

    def join(self, user: int, chat: int) -> Message:
        where, who = self.chat(chat), self.user(user)
        if user in where.members:
            raise ImpossibleError(f"{who.name} sudah menjadi anggota {where.title}")
        where.members.add(user)
        self.journal.note("people")
        return self._deliver(who, where, {"new_chat_members": [who.shown()]})

    def leave(self, user: int, chat: int) -> Message:
        where, who = self._place(user, chat), self.user(user)
        where.members.discard(user)
        where.administrators.discard(user)
        self.journal.note("people")
        return self._deliver(who, where, {"left_chat_member": who.shown()})

    def kick_bot(self, chat: int, by: int) -> None:
        self._set_bot_status(chat, by, "kicked")

    def add_bot(self, chat: int, by: int, *, administrator: bool = False) -> None:
        self._set_bot_status(chat, by, "administrator" if administrator else "member")

    def _set_bot_status(self, chat: int, by: int, status: str) -> None:
        where = self.chat(chat)
        was, where.bot_status = where.bot_status, status
        self.journal.note("people")
        self._tell_membership(where, by, was, status)

    def _tell_membership(self, where: Chat, by: int, was: str, now: str) -> None:
        change: Json = {
            "chat": self.shown_chat(where),
            "from": self.user(by).shown(),
            "date": self.timestamp(),
            "old_chat_member": self.member(was, self.bot.shown()),
            "new_chat_member": self.member(now, self.bot.shown()),
        }
        self.updates.put({"my_chat_member": change}, where.number, self.clock.now())

    def upgrade_group(self, chat: int) -> int:
        """The group becomes a supergroup under a new id; the old one only tells where it went."""
        old = self.chat(chat)
        if old.private or old.migrated_to:
            raise ImpossibleError("hanya grup yang masih dipakai yang dapat dinaikkan")
        number = self._free_supergroup_id()
        new = self.add_group(number, old.title, old.members, creator=old.creator)
        new.administrators, new.bot_status = set(old.administrators), old.bot_status
        who = self.user(old.creator or min(old.members))
        self._deliver(who, old, {"migrate_to_chat_id": number})
        old.migrated_to = number
        self._deliver(who, new, {"migrate_from_chat_id": chat})
        return number

    def _free_supergroup_id(self) -> int:
        return min(-1_002_000_000_000, *self.chats) - 1

    def member(self, status: str, user: Json) -> Json:
        """The ChatMember object of the Bot API."""
        said: Json = {"status": status, "user": user}
        if status == "kicked":
            said["until_date"] = 0
        elif status == "creator":
            said["is_anonymous"] = False
        elif status == "administrator":
            said |= dict.fromkeys(_RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
        return said


_RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories", "can_pin_messages"),
)
