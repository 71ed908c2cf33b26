"""which exported chats were read, and which of their questions were counted"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
IS_SET = sa.text('export_id IS NOT NULL')


def upgrade() -> None:
    op.create_table(
        'chat_export',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('digest', sa.Text(), nullable=False),
        sa.Column('read_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('questions', sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_chat_export')),
        sa.UniqueConstraint('digest', name=op.f('uq_chat_export_digest')),
    )
    op.create_table(
        'chat_question',
        sa.Column('mark', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('export_id', ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ['export_id'], ['chat_export.id'], name=op.f('fk_chat_question_export_id_chat_export')
        ),
        sa.PrimaryKeyConstraint('mark', name=op.f('pk_chat_question')),
    )
    op.create_index(op.f('ix_chat_question_export_id'), 'chat_question', ['export_id'])
    with op.batch_alter_table('question') as batch:
        batch.add_column(sa.Column('export_id', ROW_ID, nullable=True))
        batch.create_foreign_key(
            op.f('fk_question_export_id_chat_export'), 'chat_export', ['export_id'], ['id']
        )
    op.create_index(
        'question_export', 'question', ['export_id'],
        sqlite_where=IS_SET, postgresql_where=IS_SET,
    )


def downgrade() -> None:
    op.drop_index('question_export', table_name='question')
    op.execute('DELETE FROM question WHERE export_id IS NOT NULL')  # nobody's: not the old schema's
    with op.batch_alter_table('question') as batch:
        batch.drop_constraint(op.f('fk_question_export_id_chat_export'), type_='foreignkey')
        batch.drop_column('export_id')
    op.drop_table('chat_question')
    op.drop_table('chat_export')
