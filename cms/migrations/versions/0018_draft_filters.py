"""Draft filters."""

from cms.migrations.operations import DialectSQL
from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

_HEADS = """
draft d JOIN revision r ON r.draft_id=d.id AND r.number=(SELECT max(x.number) FROM revision x WHERE x.draft_id=d.id)
"""
# What was merged into another stands for that one; what is gone is left out.
_NOTE = """
INSERT INTO draft_{thing} (draft_id,{thing}_id)
SELECT DISTINCT n.draft_id,t.id FROM (SELECT d.id AS draft_id,{number} AS number FROM {heads},{items} e) n
LEFT JOIN redirect m ON m.kind='{kind}' AND m.former_id=n.number JOIN {thing} t ON t.id=coalesce(m.target_id,n.number);
"""


def _note(thing: str, number: str, items: str) -> str:
    return _NOTE.format(thing=thing, kind=thing.upper(), number=number, items=items, heads=_HEADS)


_SQLITE = f"""
UPDATE draft SET language=coalesce((SELECT r.snapshot->'article'->>'language' FROM revision r
    WHERE r.draft_id=draft.id ORDER BY r.number DESC LIMIT 1),'');
{_note("author", "json_extract(e.value,'$.author_id')", "json_each(r.snapshot,'$.credits')")}
{_note("tag", "e.value", "json_each(r.snapshot,'$.tags')")}
"""
_POSTGRES = f"""
UPDATE draft SET language=coalesce((SELECT r.snapshot->'article'->>'language' FROM revision r
    WHERE r.draft_id=draft.id ORDER BY r.number DESC LIMIT 1),'');
{_note("author", "CAST(e.value->>'author_id' AS INT)", "LATERAL jsonb_array_elements(r.snapshot->'credits')")}
{_note("tag", "CAST(e.value AS INT)", "LATERAL jsonb_array_elements_text(r.snapshot->'tags')")}
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0017_redirects')]

    operations = [
        ops.CreateModel(
            name='DraftAuthor',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_index=True, db_constraint=True, to_field='id', related_name='authors', on_delete=OnDelete.CASCADE)),
                ('author', fields.ForeignKeyField('models.Author', source_field='author_id', db_constraint=True, to_field='id', related_name='drafts', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'draft_author', 'app': 'models', 'unique_together': (('author_id', 'draft_id'),)},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DraftTag',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_index=True, db_constraint=True, to_field='id', related_name='tags', on_delete=OnDelete.CASCADE)),
                ('tag', fields.ForeignKeyField('models.Tag', source_field='tag_id', db_constraint=True, to_field='id', related_name='drafts', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'draft_tag', 'app': 'models', 'unique_together': (('tag_id', 'draft_id'),)},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='Draft',
            name='language',
            field=fields.CharField(default='', db_default='', max_length=35),
        ),
        ops.AddIndex(
            model_name='Draft',
            index=Index(fields=['language', 'updated_at', 'id'], name='ix_draft_language'),
        ),
        DialectSQL(sqlite=_SQLITE, postgres=_POSTGRES),
    ]
