"""the personnel list, and who of the bot's people is who there"""

import sqlalchemy as sa
from alembic import op

revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT, PERSON, NIP = sa.DateTime(timezone=True), sa.BigInteger(), sa.String(length=18)


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ['person.id'], name=op.f(f'fk_{table}_{column}_person'))


def _where(name: str, table: str, column: str, where: str, unique: bool = False) -> None:
    some = sa.text(where)
    op.create_index(name, table, [column], unique=unique, sqlite_where=some, postgresql_where=some)


def upgrade() -> None:
    op.create_table(
        'roster_import',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('people', sa.Integer(), nullable=False),
        sa.Column('is_current', sa.Boolean(), nullable=False),
        sa.Column('is_gone', sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_roster_import')),
    )
    _where('roster_import_current', 'roster_import', 'is_current', 'is_current', unique=True)
    op.create_table(
        'roster_entry',
        sa.Column('import_id', ROW_ID, autoincrement=False, nullable=False),
        sa.Column('nip', NIP, nullable=False),
        sa.Column('name', sa.String(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=True)
            for name in ('office', 'position', 'rank', 'phone', 'email', 'status')
        ),
        sa.Column('state', sa.String(length=20), nullable=False),
        sa.Column('doubt', sa.String(), nullable=True),
        sa.Column('left_at', MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ['import_id'], ['roster_import.id'], name=op.f('fk_roster_entry_import_id_roster_import')
        ),
        sa.PrimaryKeyConstraint('import_id', 'nip', name=op.f('pk_roster_entry')),
    )
    op.create_table(
        'roster_link',
        sa.Column('person_id', PERSON, autoincrement=False, nullable=False),
        sa.Column('nip', NIP, nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('by_id', PERSON, nullable=True),
        _person('roster_link', 'person_id'),
        _person('roster_link', 'by_id'),
        sa.PrimaryKeyConstraint('person_id', name=op.f('pk_roster_link')),
        sa.UniqueConstraint('nip', name=op.f('uq_roster_link_nip')),
    )
    _where('roster_link_by', 'roster_link', 'by_id', 'by_id IS NOT NULL')
    op.create_table(
        'roster_claim',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('person_id', PERSON, nullable=False),
        sa.Column('nip', NIP, nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('status', sa.String(length=20), nullable=False),
        sa.Column('decided_by', PERSON, nullable=True),
        sa.Column('decided_at', MOMENT, nullable=True),
        _person('roster_claim', 'person_id'),
        _person('roster_claim', 'decided_by'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_roster_claim')),
    )
    op.create_index(op.f('ix_roster_claim_at'), 'roster_claim', ['at'])
    op.create_index('roster_claim_person', 'roster_claim', ['person_id', 'at'])
    op.create_index('roster_claim_nip', 'roster_claim', ['nip', 'at'])
    _where('roster_claim_decided', 'roster_claim', 'decided_by', 'decided_by IS NOT NULL')


def downgrade() -> None:
    op.execute("DELETE FROM dialog WHERE kind = 'nip'")
    for table in ('roster_claim', 'roster_link', 'roster_entry', 'roster_import'):
        op.drop_table(table)
