"""several wordings taught at once, and whose they were"""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
    with op.batch_alter_table('learned', schema=None) as batch_op:
        batch_op.add_column(sa.Column('asker_id', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('lesson_id', number, nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_learned_asker_id_person'), 'person', ['asker_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_learned_lesson_id_learned'), 'learned', ['lesson_id'], ['id'])
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.add_column(sa.Column('wording', sa.Integer(), nullable=True))

    # A group's first question spoke for all of it.
    op.execute(
        'UPDATE learned SET asker_id = (SELECT question.asker_id FROM question WHERE question.id ='
        ' (SELECT min(first.id) FROM question AS first WHERE first.learned_id = learned.id))'
    )


def downgrade() -> None:
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.drop_column('wording')
    with op.batch_alter_table('learned', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_learned_lesson_id_learned'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_learned_asker_id_person'), type_='foreignkey')
        batch_op.drop_column('lesson_id')
        batch_op.drop_column('asker_id')
