"""What turns and the clock act with: one transaction, the resources, and whom to tell what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.coalesce import CoalesceKey
from bot.rules.purpose import Purpose, Subject
from bot.words.html import Html
from handlers.keyboard import Keyboard, markup
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import Person, Ticket
from storage.unit import Unit


@dataclass
class Context:
    """Everything said here is sent only if the transaction commits."""

    unit: Unit
    resources: Resources
    now: datetime

    @property
    def desk_chat(self) -> int | None:
        return self._today(self.resources.helpdesk_chat_id)

    @property
    def report_chat(self) -> int | None:
        return self._today(self.resources.report_chat_id) or self.desk_chat

    def _today(self, chat_id: int | None) -> int | None:
        return None if chat_id is None else self.unit.chats.current_id(chat_id)

    def tell(
        self,
        chat_id: int,
        text: Html,
        keyboard: Keyboard = (),
        *,
        ticket: Ticket | None = None,
        purpose: Purpose | None = None,
        subject: Subject | None = None,
        quotes: bool = False,
        prompted_id: int | None = None,
        coalesce: CoalesceKey | None = None,
        delay: timedelta | None = None,
        extra: dict[str, object] | None = None,
        under_card: bool = False,
    ) -> None:
        """A message into a chat. With `coalesce`, one still waiting is rewritten instead."""
        self.unit.outbox.add(
            chat_id,
            "sendMessage",
            message(text, keyboard) | (extra or {}),
            now=self.now,
            not_before=None if delay is None else self.now + delay,
            ticket_id=None if ticket is None else ticket.id,
            purpose=purpose,
            subject=subject,
            quotes=quotes,
            prompted_id=prompted_id,
            coalesce=coalesce,
            under_card=under_card,
        )

    def tell_desk_about(self, person: Person, text: Html) -> None:
        """Where there is one. Names them: found again by whom it is about."""
        if self.desk_chat is not None:
            self.tell(self.desk_chat, text, quotes=True, prompted_id=person.id)


@dataclass(frozen=True)
class Look:
    """One look at the clock, and the transactions that what is due then opens for itself: what
    takes long is read, and only what comes of it written, in units as short as a turn's."""

    database: Database
    resources: Resources
    now: datetime

    @contextmanager
    def reading(self) -> Iterator[Context]:
        with self.database.reading() as unit:
            yield Context(unit, self.resources, self.now)

    @contextmanager
    def writing(self, *, flushed: bool = True) -> Iterator[Context]:
        with self.database.unit(flushed=flushed) as unit:
            yield Context(unit, self.resources, self.now)


def in_reply_to(message_id: int) -> dict[str, object]:
    return {"reply_parameters": {"message_id": message_id, "allow_sending_without_reply": True}}


def message(text: Html, keyboard: Keyboard = ()) -> dict[str, object]:
    params: dict[str, object] = {
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    return params | keyed(keyboard)


def keyed(keyboard: Keyboard) -> dict[str, object]:
    return {"reply_markup": markup(keyboard)} if keyboard else {}
