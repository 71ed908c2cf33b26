"""what a review of a question taught the book"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.add_column(sa.Column('learned_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_question_learned_id_learned'), 'learned', ['learned_id'], ['id'])

    # Until now a review was known by who made it and when.
    op.execute(
        'UPDATE question SET learned_id = (SELECT min(learned.id) FROM learned'
        ' WHERE learned.by_id = question.reviewed_by AND learned.at = question.reviewed_at'
        ' AND learned.revoked_at IS NULL)'
        ' WHERE reviewed_at IS NOT NULL'
    )


def downgrade() -> None:
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_question_learned_id_learned'), type_='foreignkey')
        batch_op.drop_column('learned_id')
