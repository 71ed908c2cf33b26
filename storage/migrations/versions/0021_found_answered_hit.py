"""tickets found by their words (FTS5 on SQLite, full text on PostgreSQL); ready answers; incidents"""

import sqlalchemy as sa
from alembic import op

from bot.rules.search_words import all_words, number_words
from bot.rules.ticket import Number

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
AT_ONCE = 1_000  # tickets read and written together

# The words are made by bot.rules.search_words; the index takes them as they are. `detail=none`:
# where in a text a word stands nobody asks.
SQLITE = (
    "CREATE VIRTUAL TABLE ticket_words USING fts5(who, words, content='ticket_search',"
    " content_rowid='ticket_id', detail=none, tokenize='ascii', prefix='3 4 5 6')",
    "CREATE TRIGGER ticket_words_new AFTER INSERT ON ticket_search BEGIN"
    " INSERT INTO ticket_words(rowid, who, words) VALUES (new.ticket_id, new.who, new.words); END",
    "CREATE TRIGGER ticket_words_gone AFTER DELETE ON ticket_search BEGIN"
    " INSERT INTO ticket_words(ticket_words, rowid, who, words)"
    " VALUES ('delete', old.ticket_id, old.who, old.words); END",
    "CREATE TRIGGER ticket_words_changed AFTER UPDATE ON ticket_search BEGIN"
    " INSERT INTO ticket_words(ticket_words, rowid, who, words)"
    " VALUES ('delete', old.ticket_id, old.who, old.words);"
    " INSERT INTO ticket_words(rowid, who, words) VALUES (new.ticket_id, new.who, new.words); END",
)
POSTGRESQL = (
    "CREATE INDEX ticket_words ON ticket_search USING gin"
    " (array_to_tsvector(string_to_array(btrim(who || ' ' || words), ' ')))"
)


def upgrade() -> None:
    op.create_table(
        'ticket_search',
        sa.Column(
            'ticket_id',
            ROW_ID,
            autoincrement=False,
            nullable=False,
        ),
        sa.Column('who', sa.Text(), nullable=False),
        sa.Column('words', sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint('ticket_id', name=op.f('pk_ticket_search')),
        sa.ForeignKeyConstraint(
            ['ticket_id'], ['ticket.id'], name=op.f('fk_ticket_search_ticket_id_ticket')
        ),
    )
    op.create_table(
        'template',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('category', sa.String(), nullable=True),
        sa.Column('by_id', sa.BigInteger(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_template')),
        sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_template_by_id_person')),
    )
    _make_incidents()
    _fill(op.get_bind())
    if op.get_context().dialect.name == 'sqlite':
        for statement in SQLITE:
            op.execute(statement)
        op.execute("INSERT INTO ticket_words(ticket_words) VALUES ('rebuild')")
    else:
        op.execute(POSTGRESQL)


def _make_incidents() -> None:
    op.create_table(
        'incident',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('begun_by', sa.BigInteger(), nullable=False),
        sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('closed_by', sa.BigInteger(), nullable=True),
        sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('note', sa.Text(), nullable=True),
        sa.Column('digested', sa.Integer(), nullable=False),
        sa.Column('card_chat_id', sa.BigInteger(), nullable=True),
        sa.Column('card_message_id', sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_incident')),
        sa.ForeignKeyConstraint(
            ['begun_by'], ['person.id'], name=op.f('fk_incident_begun_by_person')
        ),
        sa.ForeignKeyConstraint(
            ['closed_by'], ['person.id'], name=op.f('fk_incident_closed_by_person')
        ),
    )
    op.create_table(
        'incident_ticket',
        sa.Column('incident_id', ROW_ID, autoincrement=False, nullable=False),
        sa.Column('ticket_id', ROW_ID, autoincrement=False, nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('incident_id', 'ticket_id', name=op.f('pk_incident_ticket')),
        sa.ForeignKeyConstraint(
            ['incident_id'], ['incident.id'], name=op.f('fk_incident_ticket_incident_id_incident')
        ),
        sa.ForeignKeyConstraint(
            ['ticket_id'], ['ticket.id'], name=op.f('fk_incident_ticket_ticket_id_ticket')
        ),
    )
    op.create_index(op.f('ix_incident_ticket_ticket_id'), 'incident_ticket', ['ticket_id'])
    op.create_table(
        'incident_person',
        sa.Column('incident_id', ROW_ID, autoincrement=False, nullable=False),
        sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('told', sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint('incident_id', 'person_id', name=op.f('pk_incident_person')),
        sa.ForeignKeyConstraint(
            ['incident_id'], ['incident.id'], name=op.f('fk_incident_person_incident_id_incident')
        ),
        sa.ForeignKeyConstraint(
            ['person_id'], ['person.id'], name=op.f('fk_incident_person_person_id_person')
        ),
    )
    op.create_index(op.f('ix_incident_person_person_id'), 'incident_person', ['person_id'])
    op.create_table(
        'incident_news',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('incident_id', ROW_ID, nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('by_id', sa.BigInteger(), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('closes', sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_incident_news')),
        sa.ForeignKeyConstraint(
            ['incident_id'], ['incident.id'], name=op.f('fk_incident_news_incident_id_incident')
        ),
        sa.ForeignKeyConstraint(
            ['by_id'], ['person.id'], name=op.f('fk_incident_news_by_id_person')
        ),
    )
    op.create_index('incident_news_of', 'incident_news', ['incident_id', 'id'])


def _fill(connection: sa.Connection) -> None:
    put = sa.text('INSERT INTO ticket_search VALUES (:ticket_id, :who, :words)')
    last = 0
    while tickets := connection.execute(
        sa.text(
            'SELECT t.id, t.year, t.serial, t.category, t.story, p.name, p.office FROM ticket t'
            ' JOIN person p ON p.id = t.reporter_id WHERE t.id > :last ORDER BY t.id LIMIT :most'
        ),
        {'last': last, 'most': AT_ONCE},
    ).all():
        first, last = tickets[0].id, tickets[-1].id
        said: dict[int, list[str]] = {}
        for number, words in connection.execute(
            sa.text(
                'SELECT ticket_id, text FROM ticket_event WHERE ticket_id BETWEEN :first AND :last'
                ' AND text IS NOT NULL'
            ),
            {'first': first, 'last': last},
        ):
            said.setdefault(number, []).append(words)
        connection.execute(
            put,
            [
                {
                    'ticket_id': each.id,
                    'who': all_words([each.name, each.office or '']),
                    'words': all_words(
                        [each.category, each.story, *said.get(each.id, ())],
                        number_words(Number(each.year, each.serial)),
                    ),
                }
                for each in tickets
            ],
        )


def downgrade() -> None:
    if op.get_context().dialect.name == 'sqlite':
        op.execute('DROP TABLE ticket_words')
    for name in ('incident_news', 'incident_person', 'incident_ticket', 'incident', 'template'):
        op.drop_table(name)
    op.drop_table('ticket_search')
