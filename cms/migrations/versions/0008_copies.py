"""Copies: the signatures of texts, the pairs that are alike, and the stories that readers see."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.migrations.operations import CountChanges
from cms.models.fields import KeyField, UTCDateTimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0007_search')]

    operations = [
        ops.CreateModel(
            name='Copy',
            fields=[
                ('article', fields.OneToOneField('models.Article', source_field='article_id', primary_key=True, db_index=True, db_constraint=True, to_field='id', related_name='copy', on_delete=OnDelete.CASCADE)),
                ('story_id', fields.IntField()),
                ('is_lead', fields.BooleanField()),
                ('place', fields.IntField()),
            ],
            options={'table': 'copy', 'app': 'models', 'constraints': [CheckConstraint(check='"place" BETWEEN 0 AND 2147483647', name='ck_copy_place')], 'indexes': [Index(fields=['story_id', 'place', 'article_id'], name='ix_copy_story')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='CopyVerdict',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_constraint=True, to_field='id', related_name='copy_verdicts', on_delete=OnDelete.CASCADE)),
                ('other', fields.ForeignKeyField('models.Draft', source_field='other_id', db_index=True, db_constraint=True, to_field='id', related_name='other_copy_verdicts', on_delete=OnDelete.CASCADE)),
                ('is_copy', fields.BooleanField()),
            ],
            options={'table': 'copy_verdict', 'app': 'models', 'unique_together': (('draft_id', 'other_id'),)},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='LeadChoice',
            fields=[
                ('draft', fields.OneToOneField('models.Draft', source_field='draft_id', primary_key=True, db_index=True, db_constraint=True, to_field='id', related_name='lead_choice', on_delete=OnDelete.CASCADE)),
                ('chosen_at', UTCDateTimeField(null=False)),
            ],
            options={'table': 'lead_choice', 'app': 'models'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='LookAlike',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_constraint=True, to_field='id', related_name='look_alikes', on_delete=OnDelete.CASCADE)),
                ('other', fields.ForeignKeyField('models.Draft', source_field='other_id', db_index=True, db_constraint=True, to_field='id', related_name='looked_like', on_delete=OnDelete.CASCADE)),
                ('similarity', fields.IntField()),
            ],
            options={'table': 'look_alike', 'app': 'models', 'unique_together': (('draft_id', 'other_id'),), 'constraints': [CheckConstraint(check='"similarity" BETWEEN 0 AND 1000', name='ck_look_alike_similarity')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Signature',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_constraint=True, to_field='id', related_name='signatures', on_delete=OnDelete.CASCADE)),
                ('is_head', fields.BooleanField()),
                ('is_public', fields.BooleanField()),
                ('algorithm', fields.IntField()),
                ('digest', KeyField(max_length=64)),
                ('hashes', fields.BinaryField()),
            ],
            options={'table': 'signature', 'app': 'models', 'unique_together': (('draft_id', 'digest'),)},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Band',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('key', fields.BigIntField()),
                ('signature', fields.ForeignKeyField('models.Signature', source_field='signature_id', db_index=True, db_constraint=True, to_field='id', related_name='bands', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'band', 'app': 'models', 'indexes': [Index(fields=['key', 'signature_id'], name='ix_band_key')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Twin',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('article', fields.ForeignKeyField('models.Article', source_field='article_id', db_constraint=True, to_field='id', related_name='twins', on_delete=OnDelete.CASCADE)),
                ('other', fields.ForeignKeyField('models.Article', source_field='other_id', db_index=True, db_constraint=True, to_field='id', related_name='twin_of', on_delete=OnDelete.CASCADE)),
                ('similarity', fields.IntField()),
            ],
            options={'table': 'twin', 'app': 'models', 'unique_together': (('article_id', 'other_id'),), 'constraints': [CheckConstraint(check='"similarity" BETWEEN 0 AND 1000', name='ck_twin_similarity')]},
            bases=['Model'],
        ),
        CountChanges("copy"),
    ]
