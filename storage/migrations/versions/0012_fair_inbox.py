"""what waits in the inbox is found by arrival and lane without reading its rows"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

WAITING = sa.text("status = 'waiting'")


def upgrade() -> None:
    _index('seq', 'lane', 'not_before', 'status')


def downgrade() -> None:
    _index('seq')


def _index(*columns: str) -> None:
    op.drop_index('inbox_waiting', table_name='inbox')
    op.create_index(
        'inbox_waiting', 'inbox', columns, sqlite_where=WAITING, postgresql_where=WAITING
    )
