"""who of the desk is on leave, who stands in, and who hears of abuse of authority; what a report
shows of itself; and who follows a ticket"""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
BLOCKED_BY = 'fk_block_ticket_id_ticket'
DEPUTY = 'fk_person_deputy_id_person'


def upgrade() -> None:
    with op.batch_alter_table('person') as person:
        person.add_column(sa.Column('away_until', sa.DateTime(timezone=True), nullable=True))
        person.add_column(sa.Column('deputy_id', sa.BigInteger(), nullable=True))
        person.add_column(
            sa.Column('hears_abuse', sa.Boolean(), nullable=False, server_default=sa.false())
        )
        person.create_foreign_key(op.f(DEPUTY), 'person', ['deputy_id'], ['id'])
    with op.batch_alter_table('person') as person:
        person.alter_column('hears_abuse', server_default=None)
    with op.batch_alter_table('block') as block:
        block.add_column(sa.Column('ticket_id', ROW_ID, nullable=True))
        block.create_foreign_key(op.f(BLOCKED_BY), 'ticket', ['ticket_id'], ['id'])
    with op.batch_alter_table('ticket') as ticket:
        ticket.add_column(
            sa.Column('visibility', sa.String(20), nullable=False, server_default='open')
        )
    with op.batch_alter_table('ticket') as ticket:
        ticket.alter_column('visibility', server_default=None)
    op.create_table(
        'ticket_follower',
        sa.Column('ticket_id', ROW_ID, nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ['ticket_id'], ['ticket.id'], name=op.f('fk_ticket_follower_ticket_id_ticket')
        ),
        sa.ForeignKeyConstraint(
            ['person_id'], ['person.id'], name=op.f('fk_ticket_follower_person_id_person')
        ),
        sa.PrimaryKeyConstraint('ticket_id', 'person_id', name=op.f('pk_ticket_follower')),
    )
    op.create_index('ix_ticket_follower_person_id', 'ticket_follower', ['person_id'])


def downgrade() -> None:
    op.drop_table('ticket_follower')
    with op.batch_alter_table('ticket') as ticket:
        ticket.drop_column('visibility')
    with op.batch_alter_table('block') as block:
        block.drop_constraint(op.f(BLOCKED_BY), type_='foreignkey')
        block.drop_column('ticket_id')
    with op.batch_alter_table('person') as person:
        person.drop_constraint(op.f(DEPUTY), type_='foreignkey')
        for name in ('hears_abuse', 'deputy_id', 'away_until'):
            person.drop_column(name)
