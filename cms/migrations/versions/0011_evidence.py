"""Evidence."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0010_hot')]

    operations = [
        ops.CreateModel(
            name='Evidence',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_constraint=True, to_field='id', related_name='evidence', on_delete=OnDelete.CASCADE)),
                ('position', fields.IntField()),
                ('field', fields.CharField(max_length=40)),
                ('origin', fields.CharField(max_length=20)),
                ('text', fields.TextField(default='', unique=False)),
                ('confidence', fields.IntField(default=100)),
                ('is_suggestion', fields.BooleanField(default=False)),
                ('value', fields.TextField(default='', unique=False)),
            ],
            options={'table': 'evidence', 'app': 'models', 'unique_together': (('draft_id', 'position'),), 'constraints': [CheckConstraint(check='"origin" IN (\'JSON_LD\', \'META\', \'INFO_LINE\', \'BYLINE\', \'BREADCRUMB\', \'HEADING\', \'TITLE_TAG\', \'BODY\', \'LIST\', \'RECORD\')', name='ck_evidence_origin'), CheckConstraint(check='"confidence" BETWEEN 0 AND 100', name='ck_evidence_confidence'), CheckConstraint(check='"position" BETWEEN 0 AND 2147483647', name='ck_evidence_position')]},
            bases=['Model'],
        ),
    ]
