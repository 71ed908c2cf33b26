"""Ready answers that officers wrote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from storage.tables import TemplateRow


class Templates:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, template_id: int) -> TemplateRow | None:
        return self._session.get(TemplateRow, template_id)

    def titled(self, title: str) -> TemplateRow | None:
        query = select(TemplateRow).where(func.lower(col(TemplateRow.title)) == title.lower())
        return self._session.exec(query.order_by(col(TemplateRow.id)).limit(1)).first()

    def count(self) -> int:
        return self._session.exec(select(func.count(col(TemplateRow.id)))).one()

    def page(self, *, first: int, most: int) -> Sequence[TemplateRow]:
        query = select(TemplateRow).order_by(
            col(TemplateRow.category).is_not(None), col(TemplateRow.category), col(TemplateRow.id)
        )
        return self._session.exec(query.offset(first).limit(most)).all()

    def fitting(self, category: str, *, first: int, most: int) -> Sequence[TemplateRow]:
        """Those of the category, then those of all, then the others."""
        is_other = col(TemplateRow.category) != category
        query = select(TemplateRow).order_by(
            func.coalesce(is_other, False),
            col(TemplateRow.category).is_(None),
            col(TemplateRow.category),
            col(TemplateRow.id),
        )
        return self._session.exec(query.offset(first).limit(most)).all()

    def add(
        self, *, title: str, text: str, category: str | None, by: int, now: datetime
    ) -> TemplateRow:
        row = TemplateRow(title=title, text=text, category=category, by_id=by, at=now)
        self._session.add(row)
        self._session.flush()
        return row

    def remove(self, row: TemplateRow) -> None:
        self._session.delete(row)
        self._session.flush()
