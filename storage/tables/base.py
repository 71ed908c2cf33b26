"""What every table is made from, so that all stand in one catalogue."""

from typing import ClassVar

from sqlalchemy import Index, MetaData, text
from sqlmodel import SQLModel
from sqlmodel._compat import SQLModelConfig


def where_set(name: str, column: str) -> Index:
    """Of the rows that refer to somebody at all: without it each of them would be looked through
    before a person may be deleted."""
    is_set = text(f"{column} IS NOT NULL")
    return Index(name, column, sqlite_where=is_set, postgresql_where=is_set)


NUMBERED_ONCE = {"sqlite_autoincrement": True}
"""For rows that are deleted while buttons name their number: SQLite would give that of the newest
to the next row, and the button would act on it. PostgreSQL never does."""


class Table(SQLModel):
    """Its constraints have names, by which later migrations can alter them, on SQLite too.

    Rows are never validated: to make what would do it takes a fifth of the time of all tables.
    """

    model_config = SQLModelConfig(defer_build=True)
    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
