"""states in columns of their own, no longer inside strings"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0003'
branch_labels = None
depends_on = None

# Each purpose to which a person could be written: "closing:2001". A prompt of an earlier round
# became "relay:2001".
PROMPTS = ('closing', 'info', 'relay')
TABLES = {'outbox': True, 'message_ref': False, 'album': False}  # whether a purpose may be missing


def upgrade() -> None:
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
    for table, nullable in TABLES.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column('purpose', existing_type=sa.String(20), type_=sa.String(), existing_nullable=nullable)
        op.execute(f"UPDATE {table} SET purpose = 'card below' WHERE purpose = 'card_below'")
        op.execute(f"UPDATE {table} SET purpose = purpose || ':' || prompted_id WHERE prompted_id IS NOT NULL")
        with op.batch_alter_table(table, schema=None) as batch_op:
            if table != 'outbox':
                batch_op.drop_constraint(batch_op.f(f'fk_{table}_prompted_id_person'), type_='foreignkey')
            batch_op.drop_column('prompted_id')
