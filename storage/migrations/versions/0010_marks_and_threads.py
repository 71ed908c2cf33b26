"""what a message said, as a mark, so that an edit is known that changed nothing; and the topic of
a private chat in which a ticket is talked about"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

WITH_MESSAGE = sa.text('message_id IS NOT NULL')


def upgrade() -> None:
    op.add_column('inbox', sa.Column('message_id', sa.BigInteger(), nullable=True))
    op.add_column('inbox', sa.Column('mark', sa.String(), nullable=True))
    op.create_index(
        'inbox_message',
        'inbox',
        ['lane', 'message_id'],
        sqlite_where=WITH_MESSAGE,
        postgresql_where=WITH_MESSAGE,
    )
    op.add_column('ticket', sa.Column('thread_id', sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column('ticket', 'thread_id')
    op.drop_index('inbox_message', 'inbox')
    op.drop_column('inbox', 'mark')
    op.drop_column('inbox', 'message_id')
