"""a ticket's whole life: how it came, how urgent it is, what its closing led to, until when it is
put off, and which others it belongs to; of an event, who has the ticket after it, and what else
it changed"""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
INDEXES = (
    ('ticket_merged_into', 'ticket', 'merged_into_id'),
    ('ticket_split_from', 'ticket', 'split_from_id'),
    ('ticket_deferred', 'ticket', 'deferred_until'),
    ('ticket_event_officer', 'ticket_event', 'officer_id'),
)
TICKET = ('merged_into_id', 'split_from_id')


def upgrade() -> None:
    with op.batch_alter_table('ticket') as ticket:
        word = sa.String(20)
        ticket.add_column(
            sa.Column('channel', word, nullable=False, server_default='telegram')
        )
        ticket.add_column(sa.Column('lapor_number', sa.String(), nullable=True))
        ticket.add_column(
            sa.Column('priority', word, nullable=False, server_default='normal')
        )
        ticket.add_column(
            sa.Column('deadline_class', word, nullable=False, server_default='complaint')
        )
        ticket.add_column(sa.Column('result', word, nullable=True))
        ticket.add_column(sa.Column('deferred_until', sa.DateTime(timezone=True), nullable=True))
        for name in TICKET:
            ticket.add_column(sa.Column(name, ROW_ID, nullable=True))
            ticket.create_foreign_key(op.f(f'fk_ticket_{name}_ticket'), 'ticket', [name], ['id'])
    op.execute("UPDATE ticket SET deadline_class = 'information' WHERE kind = 'information'")
    with op.batch_alter_table('ticket') as ticket:
        for name in ('channel', 'priority', 'deadline_class'):
            ticket.alter_column(name, server_default=None)
    with op.batch_alter_table('ticket_event') as event:
        event.add_column(sa.Column('officer_id', sa.BigInteger(), nullable=True))
        event.create_foreign_key(
            op.f('fk_ticket_event_officer_id_person'), 'person', ['officer_id'], ['id']
        )
        for name in ('field', 'was', 'became'):
            event.add_column(sa.Column(name, sa.String(), nullable=True))
    for name, table, column in INDEXES:
        is_set = sa.text(f'{column} IS NOT NULL')
        op.create_index(name, table, [column], sqlite_where=is_set, postgresql_where=is_set)


def downgrade() -> None:
    for name, table, _ in INDEXES:
        op.drop_index(name, table)
    with op.batch_alter_table('ticket_event') as event:
        event.drop_constraint(op.f('fk_ticket_event_officer_id_person'), type_='foreignkey')
        for name in ('became', 'was', 'field', 'officer_id'):
            event.drop_column(name)
    with op.batch_alter_table('ticket') as ticket:
        for name in reversed(TICKET):
            ticket.drop_constraint(op.f(f'fk_ticket_{name}_ticket'), type_='foreignkey')
            ticket.drop_column(name)
        for name in ('deferred_until', 'result', 'deadline_class', 'priority', 'lapor_number', 'channel'):
            ticket.drop_column(name)
