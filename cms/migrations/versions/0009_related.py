"""Related: how far each follower of the log is, the words of public articles, and what is close to them."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.migrations.operations import CountChanges
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0008_copies')]

    operations = [
        ops.CreateModel(
            name='ArticleTerm',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('term_id', fields.IntField()),
                ('day', fields.IntField()),
                ('article_id', fields.IntField(db_index=True)),
                ('weight', fields.IntField()),
            ],
            options={'table': 'article_term', 'app': 'models', 'constraints': [CheckConstraint(check='"weight" BETWEEN 0 AND 1000', name='ck_article_term_weight'), CheckConstraint(check='"day" BETWEEN 0 AND 2147483647', name='ck_article_term_day')], 'indexes': [Index(fields=['term_id', 'day', 'article_id', 'weight'], name='ix_article_term_near')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='ArticleWords',
            fields=[
                ('article_id', fields.IntField(primary_key=True, unique=True, db_index=True, generated=False)),
                ('revision_id', fields.IntField()),
                ('version', fields.IntField()),
                ('day', fields.IntField()),
                ('words', JSONTextField()),
                ('step', fields.IntField()),
            ],
            options={'table': 'article_words', 'app': 'models', 'constraints': [CheckConstraint(check='"step" BETWEEN 0 AND 2', name='ck_article_words_step'), CheckConstraint(check='"day" BETWEEN 0 AND 2147483647', name='ck_article_words_day')], 'indexes': [Index(fields=['step', 'article_id'], name='ix_article_words_step')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Follower',
            fields=[
                ('name', KeyField(primary_key=True, unique=True, db_index=True, max_length=40)),
                ('position', fields.BigIntField()),
                ('holder', KeyField(default='', max_length=40)),
                ('leased_until', UTCDateTimeField(null=True)),
                ('tries', fields.IntField(default=0)),
                ('retry_at', UTCDateTimeField(null=True)),
                ('skipped', fields.IntField(default=0)),
                ('skipped_sequence', fields.BigIntField(null=True)),
                ('note', JSONTextField(default=dict)),
            ],
            options={'table': 'follower', 'app': 'models', 'constraints': [CheckConstraint(check='"tries" BETWEEN 0 AND 2147483647', name='ck_follower_tries'), CheckConstraint(check='"skipped" BETWEEN 0 AND 2147483647', name='ck_follower_skipped')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Neighbour',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('article_id', fields.IntField()),
                ('target_id', fields.IntField(db_index=True)),
                ('score', fields.IntField()),
                ('keywords', fields.TextField(unique=False)),
            ],
            options={'table': 'neighbour', 'app': 'models', 'unique_together': (('article_id', 'target_id'),), 'constraints': [CheckConstraint(check='"score" BETWEEN 0 AND 1000', name='ck_neighbour_score')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Suggestion',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_constraint=True, to_field='id', related_name='related_suggestions', on_delete=OnDelete.CASCADE)),
                ('target_id', fields.IntField(db_index=True)),
                ('score', fields.IntField()),
                ('keywords', fields.TextField(unique=False)),
            ],
            options={'table': 'suggestion', 'app': 'models', 'unique_together': (('draft_id', 'target_id'),), 'constraints': [CheckConstraint(check='"score" BETWEEN 0 AND 1000', name='ck_suggestion_score')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Term',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('word', KeyField(unique=True, max_length=40)),
                ('article_count', fields.IntField()),
            ],
            options={'table': 'term', 'app': 'models', 'constraints': [CheckConstraint(check='"word" <> \'\'', name='ck_term_word_filled'), CheckConstraint(check='"article_count" BETWEEN 0 AND 2147483647', name='ck_term_article_count')]},
            bases=['Model'],
        ),
        CountChanges("neighbour"),
    ]
