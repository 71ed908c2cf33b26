"""tickets that were noted down, and the Telegram users they belong to; how the desk is found quickly"""

import sqlalchemy as sa
from alembic import op

revision = '0032'
down_revision = '0031'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
PEOPLE = ('person_id', 'noted_id', 'by_id')


SET = 'office IS NOT NULL'
VECTOR = "array_to_tsvector(string_to_array(btrim(who || ' ' || words), ' '))"
# A cost of its own, or PostgreSQL would rather make the vector of every row than use the index.
WORDS_OF = (
    'CREATE OR REPLACE FUNCTION ticket_words_of(who text, words text) RETURNS tsvector LANGUAGE plpgsql'
    f' IMMUTABLE PARALLEL SAFE COST 2000 AS $$BEGIN RETURN {VECTOR}; END$$'
)


def upgrade() -> None:
    op.create_index('person_office', 'person', ['office'], sqlite_where=sa.text(SET), postgresql_where=sa.text(SET))
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(WORDS_OF)
        op.execute('DROP INDEX ticket_words')
        op.execute('CREATE INDEX ticket_words ON ticket_search USING gin (ticket_words_of(who, words))')
    op.create_table(
        'ticket_link',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('ticket_id', ROW_ID, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in PEOPLE),
        sa.Column('status', sa.String(20), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_ticket_link_ticket_id_ticket')),
        *(
            sa.ForeignKeyConstraint([name], ['person.id'], name=op.f(f'fk_ticket_link_{name}_person'))
            for name in PEOPLE
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_ticket_link')),
    )
    for name in ('ticket_id', *PEOPLE):
        op.create_index(op.f(f'ix_ticket_link_{name}'), 'ticket_link', [name])


def downgrade() -> None:
    op.drop_table('ticket_link')
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('DROP INDEX ticket_words')
        op.execute('DROP FUNCTION ticket_words_of')
        op.execute(f'CREATE INDEX ticket_words ON ticket_search USING gin ({VECTOR})')
    op.drop_index('person_office', 'person')
