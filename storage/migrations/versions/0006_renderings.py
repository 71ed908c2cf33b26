"""pictures are made of figures when they are sent; their bytes are not kept"""

import json

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A page that waits while the bot is replaced goes out as words: the release before kept the
    week to be drawn, not the figures."""
    outbox = sa.table('outbox', sa.column('id'), sa.column('method'), sa.column('payload'), sa.column('purpose'))
    connection = op.get_bind()
    for row in connection.execute(sa.select(outbox).where(outbox.c.purpose == 'chart')).all():
        params = json.loads(row.payload)
        if row.method == 'sendPhoto':
            params = {'text': params.get('caption', ''), 'parse_mode': params.get('parse_mode', 'HTML')}
        connection.execute(
            outbox.update().where(outbox.c.id == row.id).values(
                method='sendMessage', payload=json.dumps(params), purpose=None
            )
        )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('renderings', sa.Text(), nullable=True))
        batch_op.drop_column('file')


def downgrade() -> None:
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('file', sa.LargeBinary(), nullable=True))
        batch_op.drop_column('renderings')
