"""Redirects."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.migrations.operations import CountChanges
from cms.models.fields import KeyField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0016_translations')]

    operations = [
        ops.CreateModel(
            name='PathRedirect',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('path', KeyField(unique=True, max_length=500)),
                ('url', KeyField(default='', max_length=2000)),
                ('target', fields.ForeignKeyField('models.Draft', source_field='target_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='path_redirects', on_delete=OnDelete.CASCADE)),
                ('is_permanent', fields.BooleanField(default=True)),
                ('version', fields.IntField(default=1)),
            ],
            options={'table': 'path_redirect', 'app': 'models', 'constraints': [CheckConstraint(check='"path" <> \'\'', name='ck_path_redirect_path_filled'), CheckConstraint(check='("url" <> \'\') <> ("target_id" IS NOT NULL)', name='ck_path_redirect_target')]},
            bases=['Model'],
        ),
        CountChanges('path_redirect'),
    ]
