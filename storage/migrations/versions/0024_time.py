"""since when a ticket's clock stands still, what moved it, and what is due at a later hour"""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
RUNS = "('open', 'verified', 'taken')"


def upgrade() -> None:
    op.add_column('ticket', sa.Column('paused_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('ticket_event', sa.Column('due_before', sa.DateTime(timezone=True), nullable=True))
    set_ = sa.text('due_before IS NOT NULL')
    op.create_index('ticket_event_due', 'ticket_event', ['at'], sqlite_where=set_, postgresql_where=set_)
    # Pauses that are over move nothing in hindsight: what was promised by then stays promised.
    op.execute(
        'UPDATE ticket SET paused_at = (SELECT max(at) FROM ticket_event AS e WHERE e.ticket_id = ticket.id'
        f' AND e.before IN {RUNS} AND e.after NOT IN {RUNS}) WHERE status NOT IN {RUNS}'
    )
    op.create_table(
        'digest',
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.Column('often', sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_digest_person_id_person')),
        sa.PrimaryKeyConstraint('person_id', name=op.f('pk_digest')),
    )
    op.create_table(
        'satisfaction',
        sa.Column('ticket_id', ROW_ID, nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('score', sa.Integer(), nullable=True),
        sa.Column('rated_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('words', sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_satisfaction_ticket_id_ticket')),
        sa.PrimaryKeyConstraint('ticket_id', name=op.f('pk_satisfaction')),
    )
    unrated = sa.text('score IS NULL')
    op.create_index(
        'satisfaction_unrated', 'satisfaction', ['asked_at'], sqlite_where=unrated, postgresql_where=unrated
    )
    op.create_table(
        'later_answer',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('ticket_id', ROW_ID, nullable=False),
        sa.Column('officer_id', sa.BigInteger(), nullable=False),
        sa.Column('chat_id', sa.BigInteger(), nullable=False),
        sa.Column('message_id', sa.BigInteger(), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('files', sa.Text(), nullable=False),
        sa.Column('send_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_later_answer_ticket_id_ticket')),
        sa.ForeignKeyConstraint(['officer_id'], ['person.id'], name=op.f('fk_later_answer_officer_id_person')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_later_answer')),
    )
    op.create_index(op.f('ix_later_answer_ticket_id'), 'later_answer', ['ticket_id'])
    op.create_table(
        'board',
        sa.Column('chat_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('message_id', sa.BigInteger(), nullable=True),
        sa.Column('mark', sa.String(), nullable=False),
        sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('chat_id', name=op.f('pk_board')),
    )


def downgrade() -> None:
    op.drop_table('board')
    op.drop_table('later_answer')
    op.drop_table('satisfaction')
    op.drop_table('digest')
    op.drop_index('ticket_event_due', table_name='ticket_event')
    op.drop_column('ticket_event', 'due_before')
    op.drop_column('ticket', 'paused_at')
