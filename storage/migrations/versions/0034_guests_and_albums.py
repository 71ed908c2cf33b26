"""the NIP of whom an officer named in a session, and the other files of an announcement's album"""

import sqlalchemy as sa
from alembic import op

revision = '0034'
down_revision = '0033'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('clinic_seat', sa.Column('guest_nip', sa.String(18), nullable=True))
    op.add_column('announcement', sa.Column('more_files', sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('announcement') as batch:
        batch.drop_column('more_files')
    with op.batch_alter_table('clinic_seat') as batch:
        batch.drop_column('guest_nip')
