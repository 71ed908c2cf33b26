"""Tickets that were noted down, and who was asked whether they are theirs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.rules.noting import LinkStatus
from storage.tables import Ticket, TicketLink


class TicketLinks:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, number: int) -> TicketLink | None:
        return self._session.get(TicketLink, number)

    def of(self, ticket_id: int, status: LinkStatus) -> TicketLink | None:
        query = select(TicketLink).where(
            col(TicketLink.ticket_id) == ticket_id, col(TicketLink.status) == status
        )
        return self._session.exec(query.order_by(col(TicketLink.id).desc()).limit(1)).first()

    def ask(self, ticket: Ticket, person_id: int, *, by: int, now: datetime) -> TicketLink:
        """Whoever was asked before need not answer any more."""
        before = self.of(ticket.id, LinkStatus.ASKED)
        if before is not None:
            self.decide(before, LinkStatus.ASKED, LinkStatus.ENDED, now=now)
        return self._added(
            TicketLink(
                ticket_id=ticket.id,
                person_id=person_id,
                noted_id=ticket.reporter_id,
                by_id=by,
                status=LinkStatus.ASKED,
                asked_at=now,
            )
        )

    def split(self, ticket_id: int, new_id: int) -> None:
        """A ticket that was split off belongs to the same person, and may turn out not to."""
        link = self.of(ticket_id, LinkStatus.LINKED)
        if link is not None:
            values = link.model_dump(exclude={"id"}) | {"ticket_id": new_id}
            self._added(TicketLink(**values))

    def _added(self, link: TicketLink) -> TicketLink:
        self._session.add(link)
        self._session.flush()
        return link

    def decide(self, link: TicketLink, was: LinkStatus, to: LinkStatus, *, now: datetime) -> bool:
        """False where somebody was quicker."""
        changed = self._session.connection().execute(
            update(TicketLink)
            .where(col(TicketLink.id) == link.id, col(TicketLink.status) == was)
            .values(status=to, decided_at=now)
        )
        self._session.refresh(link)
        return changed.rowcount == 1
