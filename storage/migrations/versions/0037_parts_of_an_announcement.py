"""how many parts of an announcement somebody has had, for the evening may come between two"""

import sqlalchemy as sa
from alembic import op

revision = '0037'
down_revision = '0035'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        'recipient', sa.Column('parts', sa.Integer(), nullable=False, server_default='0')
    )
    with op.batch_alter_table('recipient') as batch:
        batch.alter_column('parts', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('recipient') as batch:
        batch.drop_column('parts')
