"""what was reported about a week, month or year that is over stays as it was"""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'closed_period',
        sa.Column('span', sa.String(20), nullable=False),
        sa.Column('key', sa.String(), nullable=False),
        sa.Column('closed_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('mark', sa.String(), nullable=False),
        sa.Column('record', sa.LargeBinary(), nullable=False),
        sa.Column('papers', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('span', 'key', name=op.f('pk_closed_period')),
    )
    op.create_index(op.f('ix_closed_period_mark'), 'closed_period', ['mark'])


def downgrade() -> None:
    op.drop_table('closed_period')
