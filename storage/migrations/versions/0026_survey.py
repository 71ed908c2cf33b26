"""surveys of satisfaction: what is answered apart from who answers"""

import sqlalchemy as sa
from alembic import op

revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'survey',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('status', sa.String(20), nullable=False),
        sa.Column('edition', sa.String(), nullable=False),
        sa.Column('elements', sa.Text(), nullable=False),
        sa.Column('first', sa.Date(), nullable=True),
        sa.Column('last', sa.Date(), nullable=True),
        sa.Column('days', sa.Integer(), nullable=False),
        sa.Column('population', sa.Integer(), nullable=True),
        sa.Column('invited', sa.Integer(), nullable=True),
        sa.Column('by_id', sa.BigInteger(), nullable=False),
        sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('closes_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_survey_by_id_person')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_survey')),
    )
    op.create_table(
        'survey_sheets',
        sa.Column('survey_id', ROW_ID, autoincrement=False, nullable=False),
        sa.Column('sheets', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_survey_sheets_survey_id_survey')),
        sa.PrimaryKeyConstraint('survey_id', name=op.f('pk_survey_sheets')),
    )
    op.create_table(
        'survey_person',
        sa.Column('survey_id', ROW_ID, autoincrement=False, nullable=False),
        sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('taken_part', sa.Boolean(), nullable=False),
        sa.Column('draft', sa.String(), nullable=True),
        sa.ForeignKeyConstraint(['survey_id'], ['survey.id'], name=op.f('fk_survey_person_survey_id_survey')),
        sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_survey_person_person_id_person')),
        sa.PrimaryKeyConstraint('survey_id', 'person_id', name=op.f('pk_survey_person')),
    )
    op.create_index('survey_person_person', 'survey_person', ['person_id'])
    op.create_table(
        'survey_testimony',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('survey_id', ROW_ID, nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('named', sa.Boolean(), nullable=False),
        sa.Column('status', sa.String(20), nullable=False),
        sa.Column('looked_by', sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ['survey_id'], ['survey.id'], name=op.f('fk_survey_testimony_survey_id_survey')
        ),
        sa.ForeignKeyConstraint(
            ['person_id'], ['person.id'], name=op.f('fk_survey_testimony_person_id_person')
        ),
        sa.ForeignKeyConstraint(
            ['looked_by'], ['person.id'], name=op.f('fk_survey_testimony_looked_by_person')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_survey_testimony')),
    )
    op.create_index('survey_testimony_survey', 'survey_testimony', ['survey_id'])
    op.create_index('survey_testimony_person', 'survey_testimony', ['person_id'])
    looked = sa.text('looked_by IS NOT NULL')
    op.create_index(
        'survey_testimony_looked', 'survey_testimony', ['looked_by'], sqlite_where=looked, postgresql_where=looked
    )
    op.create_table(
        'survey_follow_up',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('survey_id', ROW_ID, nullable=False),
        sa.Column('element', sa.String(), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('by_id', sa.BigInteger(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['survey_id'], ['survey.id'], name=op.f('fk_survey_follow_up_survey_id_survey')
        ),
        sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_survey_follow_up_by_id_person')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_survey_follow_up')),
        sa.UniqueConstraint('survey_id', 'element', name=op.f('uq_survey_follow_up_survey_id')),
    )


def downgrade() -> None:
    for table in ('survey_follow_up', 'survey_testimony', 'survey_person', 'survey_sheets', 'survey'):
        op.drop_table(table)
