"""a dialog of each kind for a person, instead of one with another inside"""

import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

TOLD = ('story', 'story_message', 'added', 'files')
LONGEST = timedelta(days=7)  # for which any is kept


def upgrade() -> None:
    connection = op.get_bind()
    found = rows(connection, 'dialog', 'person_id', 'kind', 'step', 'key', 'draft')
    status = {ticket['id']: ticket['status'] for ticket in rows(connection, 'ticket', 'id', 'status')}
    op.drop_table('dialog')
    dialog = op.create_table('dialog',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('step', sa.String(), nullable=True),
    sa.Column('key', sa.String(), nullable=True),
    sa.Column('ticket_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('draft', sa.Text(), nullable=True),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_dialog_ticket_id_ticket')),
    sa.PrimaryKeyConstraint('person_id', 'kind', name=op.f('pk_dialog'))
    )
    op.bulk_insert(dialog, [made for row in found for made in apart(row, status)])


def apart(row, status):
    """What was one row: a report, or a question for an office, a talk and files that wait."""
    updated_at = utc(row['updated_at'])
    expires_at = utc(row['expires_at']) or updated_at + LONGEST
    draft = read(row['draft'])
    before = draft.get('before') or {}

    def made(kind, until, **columns):
        empty = {'step': None, 'key': None, 'ticket_id': None, 'draft': None}
        named = {'person_id': row['person_id'], 'kind': kind}
        return {**named, **empty, **columns, 'updated_at': updated_at, 'expires_at': until}

    if row['kind'] == 'complaint':
        yield made('complaint', expires_at, step=row['step'], key=row['key'], draft=row['draft'])
    if row['kind'] == 'loose':
        yield made('loose', expires_at, draft=row['draft'])
    if row['kind'] == 'office':
        yield made('office', moment(row['step']) or expires_at)
    if row['kind'] == 'reply' and number(row['step']) in status:
        yield made('reply', expires_at, ticket_id=number(row['step']))
    if row['kind'] == 'office' and before.get('kind') == 'reply' and goes_on(before, status):
        until = moment(before.get('until')) or expires_at
        yield made('reply', until, ticket_id=number(before['step']))
    if row['kind'] in ('office', 'reply') and draft.get('files'):
        told = {name: draft[name] for name in TOLD if name in draft}
        yield made('loose', expires_at, draft=json.dumps(told))


def goes_on(before, status):
    """What a question interrupted went on after it, unless the ticket was closed meanwhile."""
    return status.get(number(before.get('step')), 'closed') != 'closed'


def rows(connection, name, *columns):
    moments = ('updated_at', 'expires_at') if name == 'dialog' else ()
    table = sa.table(
        name,
        *(sa.column(each) for each in columns),
        *(sa.column(each, sa.DateTime(timezone=True)) for each in moments),
    )
    return connection.execute(sa.select(table)).mappings().all()


def read(draft):
    try:
        fields = json.loads(draft or '{}')
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}


def number(step):
    return int(step) if str(step).isdecimal() else None


def moment(step):
    try:
        return utc(datetime.fromisoformat(step))
    except (TypeError, ValueError):
        return None


def utc(at):
    """SQLite gives, and is given, moments without their zone."""
    if at is None:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def downgrade() -> None:
    connection = op.get_bind()
    found = rows(connection, 'dialog', 'person_id', 'kind', 'step', 'key', 'ticket_id', 'draft')
    numbers = {
        ticket['id']: f"EK-{ticket['year']}-{ticket['serial']:05d}"
        for ticket in rows(connection, 'ticket', 'id', 'year', 'serial')
    }
    op.drop_table('dialog')
    dialog = op.create_table('dialog',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('step', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('draft', sa.Text(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_dialog'))
    )
    people = {}
    for row in found:
        people.setdefault(row['person_id'], {})[row['kind']] = row
    op.bulk_insert(dialog, [together(opened, numbers) for opened in people.values()])


def together(opened, numbers):
    """One row again: a report alone, or what comes first with the rest inside."""
    kind = next(each for each in ('complaint', 'office', 'reply', 'loose') if each in opened)
    first = opened[kind]
    draft = read(opened['loose']['draft']) if 'loose' in opened else {}
    step, key, until = as_it_was(first, numbers)
    if kind == 'office' and len(opened) > 1:
        under = opened['reply' if 'reply' in opened else 'loose']
        names = ('kind', 'step', 'key', 'until')
        draft = {**draft, 'before': dict(zip(names, (under['kind'], *as_it_was(under, numbers))))}
    last = max(utc(row['expires_at']) for row in opened.values()) if kind == 'office' else None
    return {
        'person_id': first['person_id'],
        'kind': kind,
        'step': step,
        'key': key,
        'draft': first['draft'] if kind in ('complaint', 'loose') else json.dumps(draft),
        'updated_at': utc(first['updated_at']),
        'expires_at': last or utc(first['expires_at']),
    }


def as_it_was(row, numbers):
    """The step, the key and the end in words."""
    until = utc(row['expires_at']).isoformat()
    if row['kind'] == 'reply':
        return str(row['ticket_id']), numbers[row['ticket_id']], until
    if row['kind'] == 'office':
        return until, '', until
    return row['step'] or 'kind', row['key'] or '', until
