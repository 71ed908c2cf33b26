"""Turn: what a handler is given to hear, load, decide and say with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot.errors import (
    Anonymous,
    Refusal,
    StaleButton,
    UnknownTicket,
    UnknownTicketAtDesk,
)
from bot.rules import rights
from bot.rules.coalesce import CoalesceKey
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import Act
from bot.words import refusals
from bot.words.html import Html, as_text
from bot.words.labels import Label
from handlers.buttons import Button
from handlers.context import Context, in_reply_to, message
from handlers.incoming import Incoming
from handlers.keyboard import Keyboard, markup
from storage.jobs import PLACE
from storage.tables import JobKind, Person, Ticket

B = TypeVar("B", bound=Button)

REACT = "setMessageReaction"
TAPPED_TWICE = timedelta(seconds=10)
TOAST_LIFE = timedelta(seconds=15)  # after that Telegram no longer takes the answer to a press


@dataclass
class Turn(Context):
    """One update, heard from one person."""

    incoming: Incoming
    person: Person
    pressed: Button | None = None
    puzzled_before: datetime | None = None  # when the message before this was not understood
    offered: list[tuple[Label, Button]] = field(default_factory=list, init=False)
    spoke: bool = field(default=False, init=False)
    _toasted: bool = field(default=False, init=False)

    @property
    def is_officer(self) -> bool:
        """Or leads the desk, or sees it."""
        return rights.is_staff(self.person.role)

    def must(self, act: Act) -> Person:
        """Whoever speaks, if they may; being in the group is not enough. Raises what rights.must
        raises."""
        rights.must(self.person.role, act)
        return self.person

    def button(self, kind: type[B]) -> B:
        """What was pressed; routes send each kind of button to its own handler."""
        assert isinstance(self.pressed, kind)
        return self.pressed

    def tapped_again(self, done_at: datetime | None) -> bool:
        """Whether this is the second of two quick taps: what the button does was just done."""
        pressed = self.incoming.callback_id is not None
        return pressed and done_at is not None and self.now - done_at < TAPPED_TWICE

    def say(
        self,
        text: Html,
        keyboard: Keyboard = (),
        *,
        ticket: Ticket | None = None,
        purpose: Purpose | None = None,
        subject: Subject | None = None,
        quotes: bool = False,
        prompted_id: int | None = None,
        force_reply: str | None = None,
        coalesce: CoalesceKey | None = None,
        delay: timedelta | None = None,
    ) -> None:
        """In the chat where we were spoken to; in a group as a reply."""
        self.spoke = True
        keys = [key for row in keyboard for key in row]
        self.offered += [(key.label, key.button) for key in keys if isinstance(key.button, Button)]
        extra: dict[str, object] = {}
        if force_reply is not None:
            extra["reply_markup"] = {
                "force_reply": True,
                "selective": True,
                "input_field_placeholder": force_reply,
            }
        extra |= self.incoming.place
        if not self.incoming.private and self.incoming.message_id is not None:
            extra |= in_reply_to(self.incoming.message_id)
        self.tell(
            self.incoming.chat_id,
            text,
            keyboard,
            ticket=ticket,
            purpose=purpose,
            subject=subject,
            quotes=quotes,
            prompted_id=prompted_id,
            coalesce=coalesce,
            delay=delay,
            extra=extra,
        )

    def receipt(self, ticket: Ticket | None = None) -> None:
        """That what was written goes on its way: a reaction, which is no message, and so not one
        of a group's twenty a minute. Refused, it is words: see handlers.delivery."""
        if self.incoming.message_id is None:
            return
        params: dict[str, object] = {
            "message_id": self.incoming.message_id,
            "reaction": [{"type": "emoji", "emoji": "👍"}],
        }
        about = None if ticket is None else ticket.id
        self.unit.outbox.add(self.incoming.chat_id, REACT, params, now=self.now, ticket_id=about)

    def say_about(self, person: Person, text: Html, keyboard: Keyboard = ()) -> None:
        """Names them: found again by whom it is about, whatever they are called by then."""
        self.say(text, keyboard, quotes=True, prompted_id=person.id)

    def ask_for(
        self,
        kind: JobKind,
        key: str,
        arguments: dict[str, Any] | None = None,
        *,
        about_id: int | None = None,
        delay: timedelta | None = None,
    ) -> None:
        """What takes longer than a turn may: made outside of it, and then said here."""
        place = self.incoming.place
        self.unit.jobs.ask(
            kind,
            key,
            chat_id=self.incoming.chat_id,
            message_id=self.incoming.message_id,
            asker_id=self.person.id,
            about_id=about_id,
            arguments={**(arguments or {}), **({PLACE: dict(place)} if place else {})},
            now=self.now,
            not_before=None if delay is None else self.now + delay,
        )

    def ask_once(
        self,
        kind: JobKind,
        key: str,
        arguments: dict[str, Any] | None = None,
        *,
        saying: str = "",
    ) -> bool:
        """By a button that is pressed for as often as anybody likes: but two quick taps are one.
        Whether it is not the second of them."""
        if self.unit.jobs.asked_since(self.now - TAPPED_TWICE, key):
            return False
        self.toast(saying)
        self.ask_for(kind, key, arguments)
        return True

    def edit(
        self,
        text: Html,
        keyboard: Keyboard = (),
        *,
        subject: Subject | None = None,
        quotes: bool = False,
        about: Person | None = None,
    ) -> None:
        """The message whose button was pressed, rewritten in place; where words pressed it, said.
        Raises StaleButton."""
        if self._was_said:
            self.say(text, keyboard, subject=subject, quotes=quotes)
            return
        self.must_show_what_was_pressed()
        self._stands_for(subject)
        params = message(text, keyboard) | {"message_id": self.incoming.message_id}
        self.unit.outbox.add(
            self.incoming.chat_id,
            "editMessageText",
            params,
            now=self.now,
            quotes=quotes,
            prompted_id=None if about is None else about.id,
        )

    def _stands_for(self, subject: Subject | None) -> None:
        """The message that was pressed, from now on; to others than staff none stands for
        anything."""
        refs, at = self.unit.subject_refs, self.incoming.message_id
        if at is None:
            return
        if subject is not None:
            refs.put(self.incoming.chat_id, at, subject)
        elif self.is_officer:
            refs.forget(self.incoming.chat_id, at)

    def show_keys(self, keyboard: Keyboard) -> None:
        """Other buttons below the message that was pressed. Raises StaleButton."""
        if self._was_said:
            return
        self.must_show_what_was_pressed()
        params: dict[str, object] = {"message_id": self.incoming.message_id}
        params["reply_markup"] = markup(keyboard)
        self.unit.outbox.add(self.incoming.chat_id, "editMessageReplyMarkup", params, now=self.now)

    def take_buttons_away(self) -> None:
        """From the message whose button was pressed, once there is nothing left to press.

        Raises StaleButton.
        """
        if self._was_said:
            return
        self.must_show_what_was_pressed()
        params: dict[str, object] = {"message_id": self.incoming.message_id}
        self.unit.outbox.add(self.incoming.chat_id, "editMessageReplyMarkup", params, now=self.now)

    @property
    def _was_said(self) -> bool:
        """Whether words took what a button offers: no message of ours comes with them."""
        return self.pressed is not None and self.incoming.callback_id is None

    @property
    def shows_what_was_pressed(self) -> bool:
        """Forged data may come with any message: nobody is to wipe out a card by it.

        Of old messages Telegram may not tell the buttons; alone with us people may turn them.
        """
        shown = self.incoming.shown_keys
        return self.incoming.private if shown is None else self.incoming.data in shown

    def must_show_what_was_pressed(self) -> None:
        if not self.shows_what_was_pressed:
            raise StaleButton

    def toast(self, text: str = "", *, alert: bool = False) -> None:
        """The small note over a pressed button; plain text, at most 200 signs. Once a press."""
        if self.incoming.callback_id is None or self._toasted:
            return
        self._toasted = True
        params: dict[str, object] = {"callback_query_id": self.incoming.callback_id}
        if text:
            params |= {"text": text[:200], "show_alert": alert}
        self.unit.outbox.add(
            toast_lane(self.person.id),
            "answerCallbackQuery",
            params,
            now=self.now,
            expires_at=self.now + TOAST_LIFE,
        )

    def refuse(self, refusal: Refusal) -> None:
        """One kind sentence instead of the deed."""
        words = refusals.explain(refusal)
        if self.incoming.callback_id is not None:
            self.toast(as_text(words), alert=True)
        else:
            self.say(words)

    def ticket(self, ticket_id: int) -> Ticket:
        """Raises UnknownTicket, or at the desk UnknownTicketAtDesk."""
        ticket = self.unit.tickets.get(ticket_id)
        if ticket is None:
            raise UnknownTicket if self.incoming.private else UnknownTicketAtDesk
        return ticket

    def own_ticket(self, ticket_id: int) -> Ticket:
        """The reporter's own; somebody else's raises the same UnknownTicket as one unknown."""
        ticket = self.ticket(ticket_id)
        if ticket.reporter_id != self.person.id:
            raise UnknownTicket
        return ticket

    def own_open_tickets(self) -> list[Ticket]:
        """The newest first, as many as one person may have."""
        most = self.resources.limits.open_tickets
        return self.unit.own_tickets.newest_open(self.person.id, most=most)


# Answers to presses go in lanes of their own, far from any chat's id, so that they never wait
# behind a chat's messages.
_TOASTS = 1 << 60


def toast_lane(person_id: int) -> int:
    return _TOASTS + person_id


def refuse_nobody(incoming: Incoming) -> None:
    """No deed for an anonymous admin or a channel: nobody stands behind it. Raises Anonymous."""
    if incoming.anonymous:
        raise Anonymous
