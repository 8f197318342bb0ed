"""Translations."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.migrations.operations import DialectSQL
from tortoise.fields.base import OnDelete
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('models', '0015_presence')]

    operations = [
        ops.AddField(
            model_name='Draft',
            name='translation_of',
            field=fields.ForeignKeyField('models.Draft', source_field='translation_of_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='translations', on_delete=OnDelete.SET_NULL),
        ),
        # What the newest revisions link as that, unless it was deleted since.
        DialectSQL(
            sqlite="""UPDATE draft SET translation_of_id=(
                SELECT t.id FROM revision r JOIN json_each(r.snapshot,'$.relations') e
                JOIN draft t ON t.id=json_extract(e.value,'$.target_id') AND t.id<>r.draft_id
                WHERE r.draft_id=draft.id AND r.number=(SELECT max(n.number) FROM revision n WHERE n.draft_id=draft.id)
                AND json_extract(e.value,'$.kind')='TRANSLATION_OF' ORDER BY e.key LIMIT 1)
                WHERE id IN (SELECT r.draft_id FROM revision r WHERE r.snapshot LIKE '%TRANSLATION_OF%')""",
            postgres="""UPDATE draft SET translation_of_id=(
                SELECT t.id FROM revision r
                CROSS JOIN LATERAL jsonb_array_elements(r.snapshot->'relations') WITH ORDINALITY AS e(value,key)
                JOIN draft t ON t.id=(e.value->>'target_id')::int AND t.id<>r.draft_id
                WHERE r.draft_id=draft.id AND r.number=(SELECT max(n.number) FROM revision n WHERE n.draft_id=draft.id)
                AND e.value->>'kind'='TRANSLATION_OF' ORDER BY e.key LIMIT 1)
                WHERE id IN (SELECT r.draft_id FROM revision r
                    WHERE r.snapshot @> '{"relations":[{"kind":"TRANSLATION_OF"}]}')""",
        ),
    ]
