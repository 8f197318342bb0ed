"""Search: what is in the index, and the index itself, which `cms search rebuild` or the worker fills."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.models.fields import JSONTextField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint

from cms.migrations.operations import CountChanges, DialectSQL

# The body comes first: a place in the first column takes two bytes less than one in the others.
SQLITE = """
CREATE VIRTUAL TABLE {name}_text USING fts5(body, title, subtitle, excerpt, byline, source, tags,
    content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE {name}_character USING fts5(characters, content='', detail='none',
    tokenize='unicode61 remove_diacritics 0');
"""
# Vectors are kept beside the rows, or the rows of all hits of a common word would fill many pages.
POSTGRES = """
CREATE TABLE {name}_text (
    id INT NOT NULL PRIMARY KEY REFERENCES {name}_entry (id) ON DELETE CASCADE,
    vector TSVECTOR NOT NULL,
    heading TSVECTOR NOT NULL,
    lead TSVECTOR NOT NULL
) WITH (toast_tuple_target = 256);
CREATE INDEX ix_{name}_text ON {name}_text USING gin (vector);
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0006_followers')]

    operations = [
        ops.CreateModel(
            name='DraftSearchEntry',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.OneToOneField('models.Draft', source_field='draft_id', db_constraint=True, to_field='id', related_name='search_entry', on_delete=OnDelete.CASCADE)),
                ('revision_id', fields.IntField()),
                ('title_length', fields.IntField()),
                ('names', JSONTextField()),
                ('version', fields.IntField()),
                ('is_stale', fields.BooleanField(default=False)),
            ],
            options={'table': 'draft_search_entry', 'app': 'models', 'constraints': [CheckConstraint(check='"title_length" BETWEEN 0 AND 2147483647', name='ck_draft_search_entry_title_length')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('article', fields.OneToOneField('models.Article', source_field='article_id', db_constraint=True, to_field='id', related_name='search_entry', on_delete=OnDelete.CASCADE)),
                ('revision_id', fields.IntField()),
                ('title_length', fields.IntField()),
                ('names', JSONTextField()),
                ('version', fields.IntField()),
                ('is_stale', fields.BooleanField(default=False)),
            ],
            options={'table': 'search_entry', 'app': 'models', 'constraints': [CheckConstraint(check='"title_length" BETWEEN 0 AND 2147483647', name='ck_search_entry_title_length')]},
            bases=['Model'],
        ),
        DialectSQL(
            sqlite=SQLITE.format(name="search") + SQLITE.format(name="draft_search"),
            postgres=POSTGRES.format(name="search") + POSTGRES.format(name="draft_search"),
        ),
        CountChanges("search_entry"),
    ]
