"""announcements, to whom each goes, and who wants none"""

import sqlalchemy as sa
from alembic import op

revision = '0027'
down_revision = '0026'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
TEXT, MOMENT, PERSON, WORD = sa.Text(), sa.DateTime(timezone=True), sa.BigInteger(), sa.String(20)


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ['person.id'], name=op.f(f'fk_{table}_{column}_person'))


def _where_set(name: str, table: str, *columns: str) -> None:
    is_set = sa.text(f'{columns[0]} IS NOT NULL')
    op.create_index(name, table, [*columns], sqlite_where=is_set, postgresql_where=is_set)


def upgrade() -> None:
    op.add_column('person', sa.Column('news_off_at', MOMENT, nullable=True))
    op.add_column('outbox', sa.Column('announcement_id', ROW_ID, nullable=True))
    _where_set('outbox_news', 'outbox', 'announcement_id', 'status')
    op.create_table(
        'announcement',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('status', WORD, nullable=False),
        sa.Column('text', TEXT, nullable=False),
        sa.Column('file_kind', sa.String(), nullable=True),
        sa.Column('file_id', sa.String(), nullable=True),
        sa.Column('album', sa.String(), nullable=True),
        sa.Column('audience', WORD, nullable=True),
        sa.Column('chosen', TEXT, nullable=False),
        sa.Column('people', sa.Integer(), nullable=True),
        sa.Column('revision', sa.Integer(), nullable=False),
        sa.Column('by_id', PERSON, nullable=False),
        sa.Column('made_at', MOMENT, nullable=False),
        sa.Column('source_chat_id', sa.BigInteger(), nullable=True),
        sa.Column('source_message_id', sa.BigInteger(), nullable=True),
        sa.Column('approved_by', PERSON, nullable=True),
        sa.Column('approved_at', MOMENT, nullable=True),
        sa.Column('begun_at', MOMENT, nullable=True),
        sa.Column('stopped_by', PERSON, nullable=True),
        sa.Column('ended_at', MOMENT, nullable=True),
        sa.Column('told_at', MOMENT, nullable=True),
        sa.Column('every', WORD, nullable=True),
        sa.Column('first_at', MOMENT, nullable=True),
        sa.Column('next_at', MOMENT, nullable=True),
        sa.Column('of_id', ROW_ID, nullable=True),
        sa.Column('card_chat_id', sa.BigInteger(), nullable=True),
        sa.Column('card_message_id', sa.BigInteger(), nullable=True),
        _person('announcement', 'by_id'),
        _person('announcement', 'approved_by'),
        _person('announcement', 'stopped_by'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_announcement')),
    )
    op.create_index('announcement_status', 'announcement', ['status'])
    op.create_index(op.f('ix_announcement_by_id'), 'announcement', ['by_id'])
    _where_set('announcement_approved', 'announcement', 'approved_by')
    _where_set('announcement_stopped', 'announcement', 'stopped_by')
    op.create_table(
        'recipient',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('announcement_id', ROW_ID, nullable=False),
        sa.Column('person_id', PERSON, nullable=False),
        sa.Column('reached', WORD, nullable=False),
        sa.ForeignKeyConstraint(
            ['announcement_id'], ['announcement.id'], name=op.f('fk_recipient_announcement_id_announcement')
        ),
        _person('recipient', 'person_id'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_recipient')),
    )
    a_person = sa.text('person_id > 0')
    op.create_index(
        'recipient_person',
        'recipient',
        ['person_id', 'announcement_id'],
        unique=True,
        sqlite_where=a_person,
        postgresql_where=a_person,
    )
    op.create_index('recipient_reached', 'recipient', ['announcement_id', 'reached', 'id'])


def downgrade() -> None:
    # What an older release would take for an answer, and send at any hour, is not sent.
    op.execute("DELETE FROM outbox WHERE announcement_id IS NOT NULL AND status = 'waiting'")
    op.execute("DELETE FROM job WHERE kind LIKE 'news%'")
    op.drop_table('recipient')
    op.drop_table('announcement')
    op.drop_index('outbox_news', table_name='outbox')
    op.drop_column('outbox', 'announcement_id')
    op.drop_column('person', 'news_off_at')
