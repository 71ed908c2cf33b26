"""What every table is made from, so that all stand in one catalogue."""

from typing import ClassVar

from sqlalchemy import MetaData
from sqlmodel import SQLModel


class Table(SQLModel):
    """Its constraints have names, by which later migrations can alter them, on SQLite too."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
