"""how often somebody asked for something of a kind is found without reading all jobs"""

from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('job_asked_by', 'job', ['asker_id', 'kind', 'asked_at'])


def downgrade() -> None:
    op.drop_index('job_asked_by', table_name='job')
