"""who was kept from the bot, when, by whom and why"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'block',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('by_id', sa.BigInteger(), nullable=False),
        sa.Column('reason', sa.String(), nullable=False),
        sa.Column('lifted_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('lifted_by', sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_block_person_id_person')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_block')),
    )
    op.create_index(op.f('ix_block_person_id'), 'block', ['person_id'])
    op.add_column('person', sa.Column('blocked_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('person', sa.Column('block_told_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('person', 'block_told_at')
    op.drop_column('person', 'blocked_at')
    op.drop_table('block')
