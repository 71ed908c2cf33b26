"""The migrated schema beside the declared tables."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage.search import INDEX
from storage.tables import Table


def differences(connection: Connection) -> list[object]:
    """What the migrated schema lacks or has beyond the declared tables."""

    def declared(name: str | None, _type: str, _parents: object) -> bool:
        return not (name or "").startswith(INDEX)

    context = MigrationContext.configure(connection, opts={"include_name": declared})
    return list(compare_metadata(context, Table.metadata))
