"""where a question was asked, and what was offered for it: to go on with it"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('question', sa.Column('group_id', sa.BigInteger(), nullable=True))
    op.add_column('question', sa.Column('message_id', sa.BigInteger(), nullable=True))
    op.add_column('question', sa.Column('offered', sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column('question', 'offered')
    op.drop_column('question', 'message_id')
    op.drop_column('question', 'group_id')
