"""Alembic's entry: the connection comes from `storage.schema`, never from an ini file."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from storage.tables import Table


def render(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """Plain column types: a migration must not change when a class of ours does."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
