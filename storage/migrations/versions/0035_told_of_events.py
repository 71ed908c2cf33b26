"""indexes of what reports ask of events: how each ticket stood, to which something happened since,
and when one was opened again"""

import sqlalchemy as sa
from alembic import op

revision = '0035'
down_revision = '0034'
branch_labels = None
depends_on = None


def upgrade() -> None:
    reopening = sa.text("deed IN ('reopen', 'dispute')")
    told = ['ticket_id', 'id', 'at', 'deed', 'before', 'after']
    op.create_index('ticket_event_told', 'ticket_event', told)
    op.create_index('ticket_event_since', 'ticket_event', ['at', 'ticket_id'])
    op.create_index(
        'ticket_event_reopened',
        'ticket_event',
        ['at', 'ticket_id'],
        sqlite_where=reopening,
        postgresql_where=reopening,
    )
    op.drop_index('ix_ticket_event_ticket_id', 'ticket_event')
    op.drop_index('ix_ticket_event_at', 'ticket_event')


def downgrade() -> None:
    op.create_index('ix_ticket_event_at', 'ticket_event', ['at'])
    op.create_index('ix_ticket_event_ticket_id', 'ticket_event', ['ticket_id'])
    op.drop_index('ticket_event_reopened', 'ticket_event')
    op.drop_index('ticket_event_since', 'ticket_event')
    op.drop_index('ticket_event_told', 'ticket_event')
