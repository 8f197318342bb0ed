"""Complete names."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.migrations.operations import CountChanges
from cms.models.fields import KeyField
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0011_evidence')]

    operations = [
        ops.CreateModel(
            name='Completion',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('kind', KeyField(max_length=10)),
                ('subject_id', fields.IntField()),
                ('key', KeyField(max_length=60)),
                ('place', fields.IntField()),
            ],
            options={'table': 'completion', 'app': 'models', 'constraints': [CheckConstraint(check='"kind" IN (\'ARTICLE\', \'AUTHOR\', \'SOURCE\', \'CATEGORY\', \'TAG\')', name='ck_completion_kind'), CheckConstraint(check='"place" BETWEEN 0 AND 2147483647', name='ck_completion_place')], 'indexes': [Index(fields=['kind', 'key', 'subject_id', 'place'], name='ix_completion_key'), Index(fields=['kind', 'subject_id'], name='ix_completion_subject')]},
            bases=['Model'],
        ),
        CountChanges('completion'),
    ]
