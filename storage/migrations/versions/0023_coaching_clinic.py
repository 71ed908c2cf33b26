"""sessions of Coaching Clinic, who comes, what they thought of it, and what is asked for"""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0021'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
TEXT, MOMENT, PERSON = sa.Text(), sa.DateTime(timezone=True), sa.BigInteger()


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ['person.id'], name=op.f(f'fk_{table}_{column}_person'))


def _session(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f'fk_{table}_session_id_clinic_session')
    return sa.ForeignKeyConstraint(['session_id'], ['clinic_session.id'], name=name)


def _where_set(name: str, table: str, column: str) -> None:
    is_set = sa.text(f'{column} IS NOT NULL')
    op.create_index(name, table, [column], sqlite_where=is_set, postgresql_where=is_set)


def upgrade() -> None:
    op.create_table(
        'clinic_session',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('status', sa.String(length=20), nullable=False),
        sa.Column('topic', TEXT, nullable=True),
        sa.Column('starts_at', MOMENT, nullable=True),
        sa.Column('ends_at', MOMENT, nullable=True),
        sa.Column('place', TEXT, nullable=True),
        sa.Column('trainers', TEXT, nullable=True),
        sa.Column('offices', TEXT, nullable=True),
        sa.Column('assignment', TEXT, nullable=True),
        sa.Column('capacity', sa.Integer(), nullable=True),
        sa.Column('code', sa.String(), nullable=True),
        sa.Column('revision', sa.Integer(), nullable=False),
        sa.Column('changed_at', MOMENT, nullable=True),
        sa.Column('questions', TEXT, nullable=True),
        sa.Column('follow_up', TEXT, nullable=True),
        sa.Column('reason', TEXT, nullable=True),
        sa.Column('by_id', PERSON, nullable=False),
        sa.Column('made_at', MOMENT, nullable=False),
        sa.Column('opened_at', MOMENT, nullable=True),
        sa.Column('cancelled_at', MOMENT, nullable=True),
        _person('clinic_session', 'by_id'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_clinic_session')),
    )
    op.create_index(op.f('ix_clinic_session_starts_at'), 'clinic_session', ['starts_at'])
    op.create_table(
        'clinic_seat',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('session_id', ROW_ID, nullable=False),
        sa.Column('person_id', PERSON, nullable=True),
        sa.Column('guest', TEXT, nullable=True),
        sa.Column('office', TEXT, nullable=True),
        sa.Column('joined_at', MOMENT, nullable=True),
        sa.Column('seated_at', MOMENT, nullable=True),
        sa.Column('attended_at', MOMENT, nullable=True),
        sa.Column('marked_by', PERSON, nullable=True),
        _session('clinic_seat'),
        _person('clinic_seat', 'person_id'),
        _person('clinic_seat', 'marked_by'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_clinic_seat')),
    )
    a_person = sa.text('person_id > 0')
    op.create_index(
        'clinic_seat_person',
        'clinic_seat',
        ['person_id', 'session_id'],
        unique=True,
        sqlite_where=a_person,
        postgresql_where=a_person,
    )
    op.create_index('clinic_seat_session', 'clinic_seat', ['session_id', 'id'])
    _where_set('clinic_seat_marked', 'clinic_seat', 'marked_by')
    op.create_table(
        'clinic_answer',
        sa.Column('seat_id', ROW_ID, autoincrement=False, nullable=False),
        sa.Column('question', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('score', sa.Integer(), nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ['seat_id'], ['clinic_seat.id'], name=op.f('fk_clinic_answer_seat_id_clinic_seat')
        ),
        sa.PrimaryKeyConstraint('seat_id', 'question', name=op.f('pk_clinic_answer')),
    )
    op.create_table(
        'clinic_file',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('session_id', ROW_ID, nullable=False),
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('file_id', sa.String(), nullable=False),
        sa.Column('unique_id', sa.String(), nullable=False),
        sa.Column('sent_by', PERSON, nullable=False),
        sa.Column('added_at', MOMENT, nullable=False),
        _session('clinic_file'),
        _person('clinic_file', 'sent_by'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_clinic_file')),
        sa.UniqueConstraint('session_id', 'unique_id', name=op.f('uq_clinic_file_session_id')),
    )
    op.create_table(
        'clinic_request',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('key', sa.String(), nullable=False),
        sa.Column('person_id', PERSON, nullable=False),
        sa.Column('office', TEXT, nullable=False),
        sa.Column('topic', TEXT, nullable=False),
        sa.Column('status', sa.String(length=20), nullable=False),
        sa.Column('asked_at', MOMENT, nullable=False),
        sa.Column('answered_by', PERSON, nullable=True),
        sa.Column('answered_at', MOMENT, nullable=True),
        sa.Column('answer', TEXT, nullable=True),
        sa.Column('session_id', ROW_ID, nullable=True),
        _person('clinic_request', 'person_id'),
        _person('clinic_request', 'answered_by'),
        _session('clinic_request'),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_clinic_request')),
        sa.UniqueConstraint('key', name=op.f('uq_clinic_request_key')),
    )
    op.create_index(op.f('ix_clinic_request_asked_at'), 'clinic_request', ['asked_at'])
    op.create_index('clinic_request_person', 'clinic_request', ['person_id'])
    _where_set('clinic_request_answered', 'clinic_request', 'answered_by')


def downgrade() -> None:
    op.execute("DELETE FROM dialog WHERE kind = 'clinic'")
    for table in ('clinic_request', 'clinic_file', 'clinic_answer', 'clinic_seat', 'clinic_session'):
        op.drop_table(table)
