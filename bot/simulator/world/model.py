"""The things of the simulated world: people, chats, messages, pressed buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from bot.simulator.text.rich import shown

Json = dict[str, Any]
FILE_KINDS = ("document", "video", "voice", "audio", "video_note", "sticker", "animation")


@dataclass(slots=True)
class User:
    number: int
    first_name: str
    last_name: str = ""
    office: str = ""
    username: str = ""
    is_bot: bool = False
    asks: bool = True
    """One of those whom the bot serves, not of those behind the desk."""
    started: bool = False
    """Wrote to the bot at least once; before that the bot may not write."""
    blocked: bool = False
    deactivated: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def as_json(self) -> Json:
        """The User object of the Bot API."""
        user: Json = {"id": self.number, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if not self.is_bot:
            user["language_code"] = "id"
        return user


@dataclass(slots=True)
class Chat:
    number: int
    kind: str
    title: str = ""
    members: set[int] = field(default_factory=set)
    administrators: set[int] = field(default_factory=set)
    creator: int = 0
    bot_status: str = "member"
    migrated_to: int = 0
    last_id: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    """By the number of the message that began each; without any it is no forum."""
    reactions: bool = True
    """Whether messages may be reacted to there."""

    @property
    def private(self) -> bool:
        return self.kind == "private"


class Button(NamedTuple):
    text: str
    data: str | None
    url: str | None
    copies: str | None = None
    style: str | None = None


@dataclass(slots=True)
class Message:
    body: Json
    """The Message object of the Bot API. Replaced, never changed, so that updates keep theirs."""
    from_bot: bool
    prompt: Json | None = None
    """force_reply or a reply keyboard that came along; no part of the Message object."""
    deleted: bool = False
    deliveries: int = 1
    """The how-manieth bot message with this very content in this chat: 2 is a duplicate."""
    reactions: dict[int, str] = field(default_factory=dict)
    """Who reacted, and how."""
    former_data: set[str] = field(default_factory=set)
    """The data of buttons that are gone: a screen drawn before may still have them."""

    @property
    def message_id(self) -> int:
        return int(self.body["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.body["chat"]["id"])

    @property
    def sender_id(self) -> int:
        return int(self.body["from"]["id"])

    @property
    def text(self) -> str:
        """The text, or the caption of a file."""
        rich = self.body.get("rich_message")
        said = self.body.get("text") or self.body.get("caption")
        return str(said or (shown(rich) if rich else ""))

    @property
    def entities(self) -> list[Json]:
        return list(self.body.get("entities") or self.body.get("caption_entities") or [])

    @property
    def edited(self) -> bool:
        return "edit_date" in self.body

    @property
    def thread(self) -> int:
        """The topic it stands in; 0 in none."""
        return int(self.body.get("message_thread_id", 0))

    @property
    def reply_to(self) -> int | None:
        replied = self.body.get("reply_to_message")
        return int(replied["message_id"]) if replied else None

    def quoted(self) -> Json:
        """Inside a reply to it; there it does not show in turn what it replied to."""
        return {key: value for key, value in self.body.items() if key != "reply_to_message"}

    @property
    def buttons(self) -> list[list[Button]]:
        rows = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return [
            [
                Button(
                    b["text"],
                    b.get("callback_data"),
                    b.get("url"),
                    (b.get("copy_text") or {}).get("text"),
                    b.get("style"),
                )
                for b in row
            ]
            for row in rows
        ]

    @property
    def button_words(self) -> list[str]:
        return [button.text for row in self.buttons for button in row]

    @property
    def button_data(self) -> set[str]:
        return {button.data for row in self.buttons for button in row if button.data is not None}

    @property
    def file_id(self) -> str | None:
        if "photo" in self.body:
            return str(self.body["photo"][-1]["file_id"])
        for kind in FILE_KINDS:
            if kind in self.body:
                return str(self.body[kind]["file_id"])
        return None

    @property
    def asks_for_reply(self) -> bool:
        return bool(self.prompt and self.prompt.get("force_reply"))


@dataclass(slots=True)
class CallbackQuery:
    """One press of an inline button."""

    number: str
    user: int
    chat: int
    message_id: int
    data: str
    pressed_at: datetime
    answered: bool = False
    text: str = ""
    alert: bool = False
