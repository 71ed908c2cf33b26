"""what a message stands for in columns of its own, no longer inside keys and first lines"""

import html
import json
import re

import sqlalchemy as sa
from alembic import op

revision = '0039'
down_revision = '0038'
branch_labels = None
depends_on = None

WAS_ANSWER = sa.text("coalesce LIKE 'answer:%'")
IS_ANSWER = sa.text("purpose = 'answer'")
HAS_SUBJECT = sa.text("(subject_id IS NOT NULL OR purpose = 'news_words')")
PURPOSES = (
    'board',
    'alone',
    'progress',
    'erasure',
    'incident',
    'news',
    'news_words',
    'incident_closing',
    'lesson',
    'session',
    'session_part',
    'session_reason',
    'request',
    'request_answer',
    'survey_population',
    'survey_days',
    'survey_follow_up',
)
# How replies were known until now: by the first line of the message, as it is shown.
NEWS = re.compile(r'(?:📢 Pengumuman|🗓 Pengingat) (?P<id>\d{1,12})(?: ·.*| berubah;.*)?')
NEWS_WORDS = re.compile('📢 Pengumuman baru')
CLINIC = re.compile(r'(?P<what>Sesi|Permintaan Clinic) (?P<id>\d{1,12})(?: · (?P<part>.+))?')
SURVEY = re.compile(
    r'Survei (?P<id>\d{1,12}) · (?P<what>Populasi|Masa layanan|Tindak lanjut: (?P<part>.+))'
)
INCIDENT = re.compile(r'Gangguan pulih nomor (?P<id>\d{1,9})')
LESSON = re.compile(r'Jawaban untuk kelompok pertanyaan (?P<id>\d{1,12})')
PARTS = {
    'Topik': 'topic',
    'Waktu': 'time',
    'Tempat': 'place',
    'Kapasitas': 'capacity',
    'Pelatih': 'trainers',
    'Kantor diundang': 'offices',
    'Surat tugas': 'assignment',
}
ELEMENTS = {
    'Persyaratan': 'requirements',
    'Sistem, mekanisme, dan prosedur': 'procedure',
    'Waktu penyelesaian': 'time',
    'Biaya/tarif': 'cost',
    'Produk spesifikasi jenis pelayanan': 'product',
    'Kompetensi pelaksana': 'competence',
    'Perilaku pelaksana': 'conduct',
    'Sarana dan prasarana': 'facilities',
    'Penanganan pengaduan, saran, dan masukan': 'complaints',
}
# And who was told where it stands: by the key.
KEYED = re.compile(r'(?P<what>news|incident|erasure):(?P<id>\d{1,12})')
MAKING = 'making:'


def upgrade() -> None:
    op.create_table(
        'subject_ref',
        sa.Column('chat_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('message_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('purpose', sa.String(length=20), nullable=False),
        sa.Column('subject_id', _row_id(), nullable=True),
        sa.Column('part', sa.String(), nullable=True),
        sa.PrimaryKeyConstraint('chat_id', 'message_id', name='pk_subject_ref'),
    )
    op.drop_index('outbox_answers', 'outbox')
    op.add_column('outbox', sa.Column('subject_id', _row_id(), nullable=True))
    op.add_column('outbox', sa.Column('part', sa.String(), nullable=True))
    op.add_column(
        'outbox', sa.Column('quotes', sa.Boolean(), nullable=False, server_default=sa.false())
    )
    with op.batch_alter_table('outbox') as batch:
        batch.alter_column('quotes', existing_type=sa.Boolean(), server_default=None)
    op.execute("UPDATE outbox SET quotes = true, purpose = NULL WHERE purpose = 'quotes'")
    op.execute(
        "UPDATE outbox SET purpose = 'answer' WHERE purpose = 'relay' AND coalesce LIKE 'answer:%'"
    )
    _fill()
    op.create_index(
        'outbox_answers', 'outbox', ['coalesce'], sqlite_where=IS_ANSWER, postgresql_where=IS_ANSWER
    )
    op.create_index(
        'outbox_subjects',
        'outbox',
        ['chat_id'],
        sqlite_where=HAS_SUBJECT,
        postgresql_where=HAS_SUBJECT,
    )


def downgrade() -> None:
    op.drop_index('outbox_subjects', 'outbox')
    op.drop_index('outbox_answers', 'outbox')
    op.execute("UPDATE outbox SET purpose = 'relay' WHERE purpose = 'answer'")
    op.execute(
        "UPDATE outbox SET coalesce = 'making:' || (SELECT key FROM job WHERE job.id = subject_id)"
        " WHERE purpose = 'progress' AND subject_id IN (SELECT id FROM job)"
    )
    named = ', '.join(f"'{each}'" for each in PURPOSES)
    op.execute(f'UPDATE outbox SET purpose = NULL WHERE purpose IN ({named})')
    op.execute("UPDATE outbox SET purpose = 'quotes' WHERE quotes")
    with op.batch_alter_table('outbox') as batch:
        batch.drop_column('quotes')
        batch.drop_column('part')
        batch.drop_column('subject_id')
    op.create_index(
        'outbox_answers',
        'outbox',
        ['coalesce'],
        sqlite_where=WAS_ANSWER,
        postgresql_where=WAS_ANSWER,
    )
    op.drop_table('subject_ref')


def _row_id() -> sa.types.TypeEngine:
    return sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def _fill() -> None:
    """What can still be known of what was sent: replies to it are answers as before. Older than
    the outbox, only an announcement's card has its row."""
    connection = op.get_bind()
    outbox, subject_ref, job, announcement = _tables(connection)
    waiting = sa.select(job.c.key, job.c.id).where(job.c.status == 'waiting')
    jobs = {key: number for key, number in connection.execute(waiting)}
    cards = sa.select(
        announcement.c.card_chat_id, announcement.c.card_message_id, announcement.c.id
    ).where(announcement.c.card_chat_id.is_not(None), announcement.c.card_message_id.is_not(None))
    stands = {(chat, message): ('news', number, None) for chat, message, number in connection.execute(cards)}
    of_none = (
        sa.select(
            outbox.c.id,
            outbox.c.chat_id,
            outbox.c.method,
            outbox.c.payload,
            outbox.c.status,
            outbox.c.coalesce,
            outbox.c.message_id,
        )
        .where(outbox.c.ticket_id.is_(None), outbox.c.purpose.is_(None), outbox.c.payload != '{}')
        .order_by(outbox.c.id)
    )
    found = []
    for row in connection.execute(of_none):
        edits = row.method == 'editMessageText'
        if row.coalesce is None and not edits and not _may_be_answered(row.payload):
            continue
        params = json.loads(row.payload)
        shown = _shown(params, alone=row.chat_id > 0)
        subject = shown or (None if edits else _keyed(row.coalesce, jobs))
        subject = ('board', None, None) if row.coalesce == 'board' else subject
        if subject is not None:
            found.append((row.id, subject))
        place = (row.chat_id, params.get('message_id') if edits else row.message_id)
        if row.status == 'sent' and place[1] is not None:
            if shown is not None:
                stands[place] = shown
            elif edits:
                stands.pop(place, None)
    for number, (purpose, subject_id, part) in found:
        values = {'purpose': purpose, 'subject_id': subject_id, 'part': part}
        if purpose == 'progress':  # under the key by which it is rewritten from now on
            values['coalesce'] = f'{MAKING}{subject_id}'
        connection.execute(sa.update(outbox).where(outbox.c.id == number).values(values))
    for (chat, message), (purpose, subject_id, part) in stands.items():
        connection.execute(
            sa.insert(subject_ref).values(
                chat_id=chat, message_id=message, purpose=purpose, subject_id=subject_id, part=part
            )
        )


def _tables(connection: sa.Connection) -> list[sa.Table]:
    known = sa.MetaData()
    named = ('outbox', 'subject_ref', 'job', 'announcement')
    return [sa.Table(name, known, autoload_with=connection, resolve_fks=False) for name in named]


def _may_be_answered(payload: str) -> bool:
    """Without reading all of it; in JSON its signs beyond ASCII are written otherwise."""
    begins = ('Pengumuman ', 'Pengingat ', 'Sesi ', 'Permintaan Clinic ', 'Survei ')
    return any(each in payload for each in (*begins, 'Gangguan pulih ', 'Jawaban untuk '))


def _shown(params: dict, *, alone: bool) -> tuple[str, int | None, str | None] | None:
    """By the first line of what it says. Alone with an officer announcements are written, and
    nothing else is answered."""
    said = str(params.get('text') or params.get('caption') or '')
    line = html.unescape(re.sub(r'<[^>]*>', '', said.partition('\n')[0]))
    if (news := NEWS.fullmatch(line)) is not None:
        return 'news', int(news['id']), None
    if NEWS_WORDS.fullmatch(line):
        return 'news_words', None, None
    if alone:
        return None
    if (clinic := CLINIC.fullmatch(line)) is not None:
        return _of_the_clinic(clinic)
    if (survey := SURVEY.fullmatch(line)) is not None:
        return _of_a_survey(survey)
    for purpose, pattern in {'incident_closing': INCIDENT, 'lesson': LESSON}.items():
        if (told := pattern.fullmatch(line)) is not None:
            return purpose, int(told['id']), None
    return None


def _of_the_clinic(told: re.Match) -> tuple[str, int, str | None] | None:
    number, part = int(told['id']), told['part']
    if told['what'] == 'Permintaan Clinic':
        return 'request_answer' if part == 'Jawaban' else 'request', number, None
    if part is None:
        return 'session', number, None
    if part == 'Alasan batal':
        return 'session_reason', number, None
    return ('session_part', number, PARTS[part]) if part in PARTS else None


def _of_a_survey(told: re.Match) -> tuple[str, int, str | None] | None:
    number, element = int(told['id']), ELEMENTS.get(told['part'] or '')
    if told['what'] == 'Populasi':
        return 'survey_population', number, None
    if told['what'] == 'Masa layanan':
        return 'survey_days', number, None
    return None if element is None else ('survey_follow_up', number, element)


def _keyed(key: str | None, jobs: dict[str, int]) -> tuple[str, int | None, None] | None:
    key = key or ''
    if key.startswith('alone:'):
        return 'alone', None, None
    if key.startswith(MAKING):
        number = jobs.get(key.removeprefix(MAKING))
        return None if number is None else ('progress', number, None)
    told = KEYED.fullmatch(key)
    return None if told is None else (told['what'], int(told['id']), None)
