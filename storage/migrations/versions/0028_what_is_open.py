"""an index of what the desk still has to do, what is due first in front"""

import sqlalchemy as sa
from alembic import op

revision = '0028'
down_revision = '0027'
branch_labels = None
depends_on = None

ENDED = "('closed', 'lapsed', 'resolved', 'silent', 'out_of_scope', 'withdrawn', 'merged')"


def upgrade() -> None:
    open_ = sa.text(f'status NOT IN {ENDED}')
    columns = ['due_at', 'id', 'status', 'officer_id', 'paused_at', 'deadline_class']
    op.create_index(
        'ticket_open',
        'ticket',
        [*columns, 'reporter_id', 'category', 'visibility'],
        sqlite_where=open_,
        postgresql_where=open_,
    )


def downgrade() -> None:
    op.drop_index('ticket_open', 'ticket')
