"""when somebody was last told that they were not understood"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('person', sa.Column('puzzled_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('person', 'puzzled_at')
