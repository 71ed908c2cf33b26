"""states in columns of their own, no longer inside strings"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

# Each purpose to which a person could be written: "closing:2001". A prompt of an earlier round
# became "relay:2001".
PROMPTS = ('closing', 'info', 'relay')
REASONS = {'unreachable': 'away: ', 'no_files': 'no files: '}
TABLES = {'outbox': True, 'message_ref': False, 'album': False}  # whether a purpose may be missing


def upgrade() -> None:
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('held_for', sa.String(length=20), nullable=True))
        batch_op.create_index('outbox_held', ['chat_id'], unique=False, sqlite_where=sa.text("status = 'held'"), postgresql_where=sa.text("status = 'held'"))
    for reason, prefix in REASONS.items():
        begins = f"substr(error, 1, {len(prefix)}) = '{prefix}'"
        # Of what a person missed only the news of tickets ever came back.
        kept = "purpose = 'relay'" if reason == 'unreachable' else "1 = 1"
        op.execute(
            f"UPDATE outbox SET status = 'held', held_for = '{reason}'"
            f" WHERE status = 'dead' AND {kept} AND {begins}"
        )
        op.execute(f"UPDATE outbox SET error = substr(error, {len(prefix) + 1}) WHERE {begins}")

    for table, nullable in TABLES.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('prompted_id', sa.BigInteger(), nullable=True))
        for purpose in PROMPTS:
            person = len(purpose) + 2  # substr counts from 1
            op.execute(
                f"UPDATE {table} SET purpose = '{purpose}',"
                f" prompted_id = CAST(substr(purpose, {person}) AS BIGINT)"
                f" WHERE purpose LIKE '{purpose}:%'"
            )
        op.execute(f"UPDATE {table} SET purpose = 'card_below' WHERE purpose = 'card below'")
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column('purpose', existing_type=sa.String(), type_=sa.String(20), existing_nullable=nullable)
            if table != 'outbox':
                batch_op.create_foreign_key(batch_op.f(f'fk_{table}_prompted_id_person'), 'person', ['prompted_id'], ['id'])


def downgrade() -> None:
    for reason, prefix in REASONS.items():
        op.execute(
            f"UPDATE outbox SET status = 'dead', error = '{prefix}' || coalesce(error, '')"
            f" WHERE held_for = '{reason}'"
        )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('outbox_held', sqlite_where=sa.text("status = 'held'"), postgresql_where=sa.text("status = 'held'"))
        batch_op.drop_column('held_for')

    for table, nullable in TABLES.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column('purpose', existing_type=sa.String(20), type_=sa.String(), existing_nullable=nullable)
        op.execute(f"UPDATE {table} SET purpose = 'card below' WHERE purpose = 'card_below'")
        op.execute(f"UPDATE {table} SET purpose = purpose || ':' || prompted_id WHERE prompted_id IS NOT NULL")
        with op.batch_alter_table(table, schema=None) as batch_op:
            if table != 'outbox':
                batch_op.drop_constraint(batch_op.f(f'fk_{table}_prompted_id_person'), type_='foreignkey')
            batch_op.drop_column('prompted_id')
