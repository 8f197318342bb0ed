"""Presence."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.models.fields import UTCDateTimeField
from tortoise.fields.base import OnDelete
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('models', '0014_assets')]

    operations = [
        ops.CreateModel(
            name='Presence',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_constraint=True, to_field='id', related_name='presence', on_delete=OnDelete.CASCADE)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', db_index=True, db_constraint=True, to_field='id', related_name='presence', on_delete=OnDelete.CASCADE)),
                ('session', fields.ForeignKeyField('models.Session', source_field='session_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='presence', on_delete=OnDelete.CASCADE)),
                ('is_editing', fields.BooleanField(default=False)),
                ('since', UTCDateTimeField(null=False)),
                ('seen_at', UTCDateTimeField(null=False)),
                ('expires_at', UTCDateTimeField(db_index=True, null=False)),
            ],
            options={'table': 'presence', 'app': 'models', 'unique_together': (('draft_id', 'user_id'),)},
            bases=['Model'],
        ),
    ]
