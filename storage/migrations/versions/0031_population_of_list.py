"""whether a survey's population is the personnel list's"""

import sqlalchemy as sa
from alembic import op

revision = '0031'
down_revision = '0028'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('survey', sa.Column('population_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('survey') as batch:
        batch.drop_column('population_at')
