"""Hot: hits by hour, what editors want of the hot lists, and the lists; views are no change of content."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.migrations.operations import CountChanges, LeaveUncounted
from cms.models.fields import KeyField, UTCDateTimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0009_related')]

    operations = [
        ops.CreateModel(
            name='HotChoice',
            fields=[
                ('article', fields.OneToOneField('models.Draft', source_field='article_id', primary_key=True, db_index=True, db_constraint=True, to_field='id', related_name='hot_choice', on_delete=OnDelete.CASCADE)),
                ('position', fields.IntField(null=True)),
                ('until', UTCDateTimeField(null=True)),
            ],
            options={'table': 'hot_choice', 'app': 'models', 'constraints': [CheckConstraint(check='"position" BETWEEN 1 AND 2147483647', name='ck_hot_choice_position')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='HotPlace',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('span', KeyField(max_length=10)),
                ('category_id', fields.IntField()),
                ('rank', fields.IntField()),
                ('article', fields.ForeignKeyField('models.Draft', source_field='article_id', db_index=True, db_constraint=True, to_field='id', related_name='hot_places', on_delete=OnDelete.CASCADE)),
                ('score', fields.IntField()),
                ('former_rank', fields.IntField(null=True)),
                ('is_pinned', fields.BooleanField()),
            ],
            options={'table': 'hot_place', 'app': 'models', 'unique_together': (('span', 'category_id', 'rank'),), 'constraints': [CheckConstraint(check='"category_id" BETWEEN 0 AND 2147483647', name='ck_hot_place_category_id'), CheckConstraint(check='"rank" BETWEEN 1 AND 2147483647', name='ck_hot_place_rank'), CheckConstraint(check='"score" BETWEEN 0 AND 2147483647', name='ck_hot_place_score'), CheckConstraint(check='"former_rank" BETWEEN 1 AND 2147483647', name='ck_hot_place_former_rank')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='HotTurn',
            fields=[
                ('id', fields.IntField(primary_key=True, unique=True, db_index=True, generated=False)),
                ('due_at', UTCDateTimeField(null=False)),
            ],
            options={'table': 'hot_turn', 'app': 'models', 'constraints': [CheckConstraint(check='"id" BETWEEN 1 AND 1', name='ck_hot_turn_id')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='HourlyHits',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('article', fields.ForeignKeyField('models.Draft', source_field='article_id', db_constraint=True, to_field='id', related_name='hourly_hits', on_delete=OnDelete.CASCADE)),
                ('hour', fields.IntField()),
                ('count', fields.IntField()),
            ],
            options={'table': 'hourly_hits', 'app': 'models', 'unique_together': (('article_id', 'hour'),), 'constraints': [CheckConstraint(check='"count" BETWEEN 0 AND 2147483647', name='ck_hourly_hits_count')], 'indexes': [Index(fields=['hour', 'article_id', 'count'], name='ix_hourly_hits_hour')]},
            bases=['Model'],
        ),
        CountChanges("hot_place"),
        LeaveUncounted("Article", "view_count"),
    ]
