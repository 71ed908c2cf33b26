"""jobs, computed outside the writing transaction, and questions shown together for review"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def where(condition: str) -> dict[str, sa.TextClause]:
    return {'sqlite_where': sa.text(condition), 'postgresql_where': sa.text(condition)}


def upgrade() -> None:
    op.create_table(
        'job',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=False),
        sa.Column('key', sa.String(), nullable=False),
        sa.Column('arguments', sa.Text(), nullable=False),
        sa.Column('chat_id', sa.BigInteger(), nullable=False),
        sa.Column('message_id', sa.BigInteger(), nullable=True),
        sa.Column('asker_id', sa.BigInteger(), nullable=True),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('status', sa.String(length=20), nullable=False),
        sa.Column('attempts', sa.Integer(), nullable=False),
        sa.Column('not_before', sa.DateTime(timezone=True), nullable=True),
        sa.Column('error', sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_job')),
    )
    op.create_index('job_waiting', 'job', ['key'], unique=True, **where("status = 'waiting'"))
    op.add_column('question', sa.Column('case_id', ROW_ID, nullable=True))
    op.create_index('question_case', 'question', ['case_id'], **where('case_id IS NOT NULL'))
    op.create_index('question_learned', 'question', ['learned_id'], **where('learned_id IS NOT NULL'))
    op.create_index('outbox_prompts', 'outbox', ['ticket_id'], **where('prompted_id IS NOT NULL'))


def downgrade() -> None:
    op.drop_index('outbox_prompts', table_name='outbox')
    op.drop_index('question_learned', table_name='question')
    op.drop_index('question_case', table_name='question')
    op.drop_column('question', 'case_id')
    op.drop_table('job')
