"""what was passed on to a reporter, found again when its writer puts it right"""

import sqlalchemy as sa
from alembic import op

revision = '0033'
down_revision = '0032'
branch_labels = None
depends_on = None

IS_ANSWER = sa.text("coalesce LIKE 'answer:%'")


def upgrade() -> None:
    op.create_index(
        'outbox_answers', 'outbox', ['coalesce'], sqlite_where=IS_ANSWER, postgresql_where=IS_ANSWER
    )


def downgrade() -> None:
    op.drop_index('outbox_answers', 'outbox')
