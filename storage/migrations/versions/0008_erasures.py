"""wishes to be erased, who is referred to, and which messages are files"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
REFERRING = (
    ('ticket_officer', 'ticket', 'officer_id'),
    ('ticket_event_actor', 'ticket_event', 'actor_id'),
    ('message_ref_prompted', 'message_ref', 'prompted_id'),
    ('question_reviewer', 'question', 'reviewed_by'),
)
UNDER_WAY = sa.text("status IN ('open', 'confirmed')")


def upgrade() -> None:
    op.create_table(
        'erasure',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=True),
        sa.Column('status', sa.String(length=20), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('confirmed_by', sa.BigInteger(), nullable=True),
        sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('mark', sa.String(), nullable=True),
        sa.Column('card_chat_id', sa.BigInteger(), nullable=True),
        sa.Column('card_message_id', sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_erasure')),
    )
    op.create_index(
        'erasure_open',
        'erasure',
        ['person_id'],
        unique=True,
        sqlite_where=UNDER_WAY,
        postgresql_where=UNDER_WAY,
    )
    op.create_index('ix_question_asker_id', 'question', ['asker_id'])
    for name, table, column in REFERRING:
        is_set = sa.text(f'{column} IS NOT NULL')
        op.create_index(name, table, [column], sqlite_where=is_set, postgresql_where=is_set)
    op.add_column('message_ref', sa.Column('file', sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column('message_ref', 'file')
    for name, table, _ in REFERRING:
        op.drop_index(name, table_name=table)
    op.drop_index('ix_question_asker_id', table_name='question')
    op.drop_table('erasure')
