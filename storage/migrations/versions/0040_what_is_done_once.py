"""what is done once has columns for whom and for what, instead of one string for all; what people
spoke of last, when the bot did not serve, and answers held back have tables of their own; a job has a
column for whom it is about"""

import re
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = '0040'
down_revision = '0039'
branch_labels = None
depends_on = None

WEEK, MONTH, YEAR = r'\d{4}-W\d\d', r'\d{4}-\d\d', r'\d{4}'
# The kind today, the kind before, and what the string was, with what it may be behind `period`.
SHAPES = (
    ('installed', 'installed', ''),
    ('serving_since', 'serving', 'first'),
    ('served_last', 'serving', 'last'),
    ('tidy', 'tidy', '{period}'),
    ('erasures_scrubbed', 'erasures-scrubbed', '{part_id}'),
    ('survey_scrubbed', 'survey-scrubbed', '{subject_id}'),
    ('weekly', 'weekly', '{period}'),
    ('monthly', 'monthly', '{period}'),
    ('closed', 'closed', 'week:{period}', WEEK),
    ('closed', 'closed', 'month:{period}', MONTH),
    ('closed', 'closed', 'year:{period}', YEAR),
    ('morning', 'morning', '{period}'),
    ('deadlines_looked', 'reminders', ''),
    ('verdicts', 'reminders', '{period}'),
    ('digest', 'digest', '{chat_id}:{period}'),
    ('digests', 'digests', '{period}'),
    ('late_card', 'late-card', '{subject_id}'),
    ('incident', 'incident', '{subject_id}:{part_id}'),
    ('erasure_soon', 'erasure', '{subject_id}:soon'),
    ('erasure_late', 'erasure', '{subject_id}:late:{period}'),
    ('verdict', 'verdict', '{subject_id}:{part_id}'),
    ('silence', 'silence', '{subject_id}:{part_id}'),
    ('silence_asked', 'silence-asked', '{period}'),
    ('silence_closed', 'silence-closed', '{period}'),
    ('rating', 'rating', '{subject_id}'),
    ('ratings', 'ratings', '{period}'),
    ('unsent', 'unsent', '{chat_id}:{name}'),
    ('unsent_morning', 'unsent-morning', '{chat_id}:{name}'),
    ('read_right', 'read_right', '{subject_id}'),
    ('secret', 'secret', '{chat_id}:{subject_id}'),
    ('nip_tried', 'nip_tried', '{chat_id}:{about_id}:{period}'),
    ('clinic_day', 'clinic-day', '{chat_id}:{subject_id}:{period}'),
    ('clinic_hour', 'clinic-hour', '{chat_id}:{subject_id}:{period}'),
    ('clinic_full', 'clinic-full', '{chat_id}:{subject_id}:{period}'),
    ('clinic_rated', 'clinic-rated', '{chat_id}:{subject_id}'),
    ('clinic_helped', 'clinic-helped', '{chat_id}:{subject_id}'),
    ('clinic_changed', 'clinic-news', '{chat_id}:{subject_id}:{part_id}:open'),
    ('clinic_called_off', 'clinic-news', '{chat_id}:{subject_id}:{part_id}:cancelled'),
    ('clinic_calendar', 'clinic-calendar', '{chat_id}:{subject_id}'),
    ('clinic_files', 'clinic-files', '{chat_id}:{subject_id}:{part_id}'),
    ('survey_invited', 'survey-invited', '{subject_id}:{period}'),
    ('chat_away', 'alarm', 'away:{chat_id}'),
    ('not_started', 'alarm', 'own:{chat_id}'),
    ('follower_waits', 'alarm', 'follow:{chat_id}'),
    ('board_unpinned', 'alarm', 'pin:{chat_id}'),
    ('card_refused', 'alarm', 'card:{subject_id}'),
    ('page_refused', 'alarm', 'refused:{chat_id}:{period}'),
    ('holidays_end', 'alarm', 'holidays:{period}'),
    ('backup_failed', 'alarm', 'backup:{name}'),
    ('clock_wrong', 'alarm', 'ClockWrong:{period}'),
    ('another_bot', 'alarm', 'AnotherBot:{period}'),
    ('webhook_taken', 'alarm', 'WebhookTaken:{period}'),
    ('webhook_fails', 'alarm', 'WebhookFails:{period}'),
)
TRIED, TRIED_BEFORE = 'clinic_try', 'clinic-try'  # "{chat_id}:{made_at}:{how many of late}"
HELD = 'chat_id, message_id, person_id, ticket_id, purpose, prompted_id, text, files'
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
NUMBERS = ('chat_id', 'about_id', 'subject_id', 'part_id')
KEY = ('kind', *NUMBERS, 'name', 'period')
NO_KEY = dict.fromkeys(NUMBERS, 0) | {'name': '', 'period': ''}
FIELDS = dict.fromkeys(NUMBERS, r'-?\d+') | {'name': '.*', 'period': '.+'}


def upgrade() -> None:
    op.create_table(
        'last_spoken',
        sa.Column('chat_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('lead', sa.String(), nullable=False),
        sa.Column('open', sa.Boolean(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('chat_id', 'person_id', name=op.f('pk_last_spoken')),
    )
    op.create_table(
        'downtime',
        sa.Column('since', sa.DateTime(timezone=True), nullable=False),
        sa.Column('until', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('since', name=op.f('pk_downtime')),
    )
    op.create_table(
        'held_answer',
        sa.Column('chat_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('message_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.Column('ticket_id', ROW_ID, nullable=False),
        sa.Column('purpose', sa.String(20), nullable=False),
        sa.Column('prompted_id', sa.BigInteger(), nullable=True),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('files', sa.Text(), nullable=False),
        sa.Column('held_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['person_id'], ['person.id'], name=op.f('fk_held_answer_person_id_person')
        ),
        sa.ForeignKeyConstraint(
            ['prompted_id'], ['person.id'], name=op.f('fk_held_answer_prompted_id_person')
        ),
        sa.ForeignKeyConstraint(
            ['ticket_id'], ['ticket.id'], name=op.f('fk_held_answer_ticket_id_ticket')
        ),
        sa.PrimaryKeyConstraint('chat_id', 'message_id', name=op.f('pk_held_answer')),
    )
    op.execute(
        f'INSERT INTO held_answer ({HELD}, held_at) SELECT {HELD}, updated_at FROM album'
        " WHERE group_id LIKE 'held:%'"
    )
    op.execute("DELETE FROM album WHERE group_id LIKE 'held:%'")
    with op.batch_alter_table('roster_entry') as batch:
        batch.alter_column('phone', existing_type=sa.String(), type_=sa.Text())
    op.add_column('job', sa.Column('about_id', sa.BigInteger(), nullable=True))
    for number, person in _named_in_jobs():
        op.execute(f'UPDATE job SET about_id = {person} WHERE id = {number}')
    before = _all('agenda', 'kind', 'period')
    op.drop_table('agenda')
    op.create_table(
        'agenda',
        sa.Column('kind', sa.String(20), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=False)
            for name in NUMBERS
        ),
        sa.Column('name', sa.String(), nullable=False),
        sa.Column('period', sa.String(), nullable=False),
        sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(*KEY, name=op.f('pk_agenda')),
    )
    apart = {'announced': [], 'down': [], TRIED_BEFORE: []}
    rows = []
    for row in before:
        if row['kind'] in apart:
            apart[row['kind']].append(row)
        elif (key := _key(row['kind'], row['period'])) is not None:
            rows.append(key | {'made_at': row['made_at']})
    _insert('agenda', [*rows, *_tries(apart[TRIED_BEFORE])])
    _insert('last_spoken', _spoken(apart['announced']))
    _insert(
        'downtime',
        [
            {'since': _utc(datetime.fromisoformat(row['period'])), 'until': row['made_at']}
            for row in apart['down']
        ],
    )


def _named_in_jobs():
    """Whom a job is about stood in its key: "reporter:5:True"."""
    keys = op.get_bind().execute(sa.text('SELECT id, key FROM job')).all()
    named = r'(?:reporter|blocked|pass_on):(-?\d+):.*'
    return [(number, int(found[1])) for number, key in keys if (found := re.fullmatch(named, key))]


def _key(kind, period):
    """None for what no release of late has asked for."""
    for now, was, packed, *may_be in SHAPES:
        if was == kind:
            fields = FIELDS | ({'period': may_be[0]} if may_be else {})
            found = re.fullmatch(re.sub(r'{(\w+)}', r'(?P<\1>{\1})', packed).format(**fields), period)
            if found is not None:
                parts = found.groupdict()
                numbers = {name: int(parts[name]) for name in parts if name in NUMBERS}
                return {'kind': now} | NO_KEY | parts | numbers
    return None


def _tries(rows):
    """Numbered from 1 for each person, the earliest first."""
    tried = {}
    for row in sorted(rows, key=lambda row: (row['made_at'], row['period'])):
        person = int(row['period'].partition(':')[0])
        tried[person] = tried.get(person, 0) + 1
        number = {'chat_id': person, 'part_id': tried[person]}
        yield {'kind': TRIED} | NO_KEY | number | {'made_at': row['made_at']}


def _spoken(rows):
    """Of each the newest: "{chat}:{person}:{message}:{lead}", where "!" stands before a lead that
    is open."""
    newest = {}
    for row in sorted(rows, key=lambda row: row['made_at']):
        chat, person, _, lead = row['period'].split(':', 3)
        newest[chat, person] = {
            'chat_id': int(chat),
            'person_id': int(person),
            'lead': lead.removeprefix('!'),
            'open': lead.startswith('!'),
            'at': row['made_at'],
        }
    return [*newest.values()]


def downgrade() -> None:
    op.execute(
        f'INSERT INTO album ({HELD}, updated_at, group_id)'
        f" SELECT {HELD}, held_at, 'held:' || message_id FROM held_answer"
    )
    op.drop_table('held_answer')
    with op.batch_alter_table('job') as batch:
        batch.drop_column('about_id')
    with op.batch_alter_table('roster_entry') as batch:
        batch.alter_column('phone', existing_type=sa.Text(), type_=sa.String())
    rows, downtimes = _all('agenda', *KEY), _all('downtime', 'since')
    spoken = _all('last_spoken', 'chat_id', 'person_id')
    for table in ('agenda', 'downtime', 'last_spoken'):
        op.drop_table(table)
    op.create_table(
        'agenda',
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('period', sa.String(), nullable=False),
        sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('kind', 'period', name=op.f('pk_agenda')),
    )
    before = [
        *map(_packed, rows),
        *(
            ('down', _utc(row['since']).isoformat(), row['until'])
            for row in downtimes
        ),
        *(
            (
                'announced',
                f'{row["chat_id"]}:{row["person_id"]}:0:{"!" if row["open"] else ""}{row["lead"]}',
                row['at'],
            )
            for row in spoken
        ),
    ]
    _insert(
        'agenda',
        [{'kind': kind, 'period': period, 'made_at': at} for kind, period, at in before],
    )


def _packed(row):
    if row['kind'] == TRIED:
        period = f'{row["chat_id"]}:{_utc(row["made_at"]).isoformat()}:{row["part_id"]}'
        return TRIED_BEFORE, period, row['made_at']
    was, packed = next(
        (was, packed)
        for now, was, packed, *may_be in SHAPES
        if now == row['kind'] and re.fullmatch(may_be[0] if may_be else '.*', row['period'])
    )
    return was, packed.format(**row), row['made_at']


def _all(table, *key):
    """In the order of their key."""
    reflected = sa.Table(table, sa.MetaData(), autoload_with=op.get_bind())
    rows = op.get_bind().execute(sa.select(reflected).order_by(*(reflected.c[name] for name in key)))
    return [dict(row._mapping) for row in rows]


def _insert(table, rows):
    rows = [*rows]
    if rows:
        reflected = sa.Table(table, sa.MetaData(), autoload_with=op.get_bind())
        op.get_bind().execute(sa.insert(reflected), rows)


def _utc(moment):
    """SQLite keeps no zone."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
