"""numbers once given: SQLite gave a deleted row's number to the next one, and old buttons acted on it"""

from alembic import op

revision = '0038'
down_revision = '0037'
branch_labels = None
depends_on = None

TABLES = (
    'template',
    'roster_claim',
    'clinic_seat',
    'survey',
    'survey_testimony',
    'later_answer',
)


def upgrade() -> None:
    _made_anew(sqlite_autoincrement=True)


def downgrade() -> None:
    _made_anew(sqlite_autoincrement=False)


def _made_anew(*, sqlite_autoincrement: bool) -> None:
    """PostgreSQL never gives a number twice."""
    if op.get_bind().dialect.name != 'sqlite':
        return
    for table in TABLES:
        given = {'sqlite_autoincrement': sqlite_autoincrement}
        with op.batch_alter_table(table, recreate='always', table_kwargs=given):
            pass
