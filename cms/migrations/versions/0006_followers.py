"""Followers: who may know of each event, and the endpoints that are told of it."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.migrations.operations import DialectSQL
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0005_reading_indexes')]

    operations = [
        ops.CreateModel(
            name='Endpoint',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('kind', KeyField(default='WEBHOOK', max_length=20)),
                ('name', fields.CharField(max_length=200)),
                ('url', fields.TextField(unique=False)),
                ('state', KeyField(default='ACTIVE', max_length=10)),
                ('reason', fields.CharField(default='', max_length=500)),
                ('types', JSONTextField(default=list)),
                ('category_ids', JSONTextField(default=list)),
                ('source_ids', JSONTextField(default=list)),
                ('languages', JSONTextField(default=list)),
                ('payload', KeyField(default='FULL', max_length=10)),
                ('selection', fields.TextField(default='', unique=False)),
                ('run_as', KeyField(default='', max_length=20)),
                ('headers', JSONTextField(default=list)),
                ('secret', fields.TextField(default='', unique=False)),
                ('former_secret', fields.TextField(default='', unique=False)),
                ('former_until', UTCDateTimeField(null=True)),
                ('rate_per_minute', fields.IntField(default=0)),
                ('concurrency', fields.IntField(default=4)),
                ('rate_window', UTCDateTimeField(null=True)),
                ('rate_count', fields.IntField(default=0)),
                ('position', fields.BigIntField()),
                ('failing_since', UTCDateTimeField(null=True)),
                ('delivered_at', UTCDateTimeField(null=True)),
                ('version', fields.IntField(default=1)),
                ('created_at', UTCDateTimeField(null=False)),
                ('updated_at', UTCDateTimeField(null=False)),
            ],
            options={'table': 'endpoint', 'app': 'models', 'constraints': [CheckConstraint(check='"kind" IN (\'WEBHOOK\', \'VARNISH_XKEY\', \'VARNISH_BAN\', \'FASTLY\', \'CLOUDFLARE\')', name='ck_endpoint_kind'), CheckConstraint(check='"state" IN (\'ACTIVE\', \'PAUSED\', \'DISABLED\')', name='ck_endpoint_state'), CheckConstraint(check='"payload" IN (\'THIN\', \'FULL\', \'SELECTION\')', name='ck_endpoint_payload'), CheckConstraint(check='"name" <> \'\'', name='ck_endpoint_name_filled'), CheckConstraint(check='"rate_per_minute" BETWEEN 0 AND 2147483647', name='ck_endpoint_rate_per_minute'), CheckConstraint(check='"concurrency" BETWEEN 1 AND 100', name='ck_endpoint_concurrency'), CheckConstraint(check='"version" BETWEEN 1 AND 2147483647', name='ck_endpoint_version')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Delivery',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('endpoint', fields.ForeignKeyField('models.Endpoint', source_field='endpoint_id', db_constraint=True, to_field='id', related_name='deliveries', on_delete=OnDelete.CASCADE)),
                ('sequence', fields.BigIntField()),
                ('event_uid', KeyField(max_length=40)),
                ('type', KeyField(max_length=60)),
                ('key', KeyField(max_length=40)),
                ('state', KeyField(default='WAITING', max_length=10)),
                ('tries', fields.IntField(default=0)),
                ('attempt_count', fields.IntField(default=0)),
                ('next_at', UTCDateTimeField(null=False)),
                ('leased_until', UTCDateTimeField(null=True)),
                ('lease', KeyField(default='', max_length=40)),
                ('body', fields.TextField(null=True, unique=False)),
                ('last_status', fields.IntField(null=True)),
                ('last_error', KeyField(default='', max_length=20)),
                ('created_at', UTCDateTimeField(null=False)),
                ('finished_at', UTCDateTimeField(null=True)),
            ],
            options={'table': 'delivery', 'app': 'models', 'unique_together': (('endpoint_id', 'sequence'),), 'constraints': [CheckConstraint(check='"state" IN (\'WAITING\', \'PENDING\', \'DELIVERED\', \'FAILED\')', name='ck_delivery_state'), CheckConstraint(check='"tries" BETWEEN 0 AND 2147483647', name='ck_delivery_tries'), CheckConstraint(check='"attempt_count" BETWEEN 0 AND 2147483647', name='ck_delivery_attempt_count')], 'indexes': [Index(fields=['endpoint_id', 'state', 'next_at'], name='ix_delivery_due'), Index(fields=['endpoint_id', 'key', 'state', 'sequence'], name='ix_delivery_key'), Index(fields=['finished_at'], name='ix_delivery_finished')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Attempt',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('delivery', fields.ForeignKeyField('models.Delivery', source_field='delivery_id', db_constraint=True, to_field='id', related_name='attempts', on_delete=OnDelete.CASCADE)),
                ('number', fields.IntField()),
                ('at', UTCDateTimeField(null=False)),
                ('status', fields.IntField(null=True)),
                ('error', KeyField(default='', max_length=20)),
                ('milliseconds', fields.IntField()),
                ('answer', fields.TextField(unique=False)),
            ],
            options={'table': 'attempt', 'app': 'models', 'unique_together': (('delivery_id', 'number'),), 'constraints': [CheckConstraint(check='"number" BETWEEN 1 AND 2147483647', name='ck_attempt_number'), CheckConstraint(check='"milliseconds" BETWEEN 0 AND 2147483647', name='ck_attempt_milliseconds')]},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='Event',
            name='audience',
            field=KeyField(default='DESK', db_default='DESK', max_length=10),
        ),
        ops.AddField(
            model_name='Event',
            name='changed',
            field=JSONTextField(default=list, db_default='[]'),
        ),
        ops.AddField(
            model_name='Event',
            name='details',
            field=JSONTextField(default=dict, db_default='{}'),
        ),
        ops.AddField(
            model_name='Event',
            name='language',
            field=KeyField(default='', db_default='', max_length=35),
        ),
        ops.AddField(
            model_name='Event',
            name='uid',
            field=KeyField(default='', db_default='', max_length=40),
        ),
        ops.AddField(
            model_name='Event',
            name='version',
            field=fields.IntField(default=1, db_default=1),
        ),
        ops.AddIndex(
            model_name='Event',
            index=Index(fields=['uid'], name='ix_event_uid'),
        ),
        DialectSQL(
            sqlite="UPDATE event SET uid='evt_'||lower(hex(randomblob(16)));",
            postgres="UPDATE event SET uid='evt_'||replace(gen_random_uuid()::text,'-','');",
        ),
        # Whether what a vocabulary tells was shown in public then cannot be known any more.
        ops.RunSQL("UPDATE event SET audience='PUBLIC' WHERE subject_kind IN ('article','site')"),
        ops.RunSQL("UPDATE event SET details=payload, payload='{}' WHERE audience='PUBLIC'"),
        ops.RunSQL("UPDATE event SET audience='ADMIN' WHERE subject_kind IN ('user','token')"),
        # What was told before types had schemas is of version 0; what is looked for in it is brought to its new names.
        ops.RunSQL("UPDATE event SET version=0"),
        ops.RunSQL("UPDATE event SET type='draft.saved' WHERE type='draft.updated'"),
        DialectSQL(
            sqlite="""
UPDATE event SET changed=coalesce(json_extract(payload,'$.fields'),'[]') WHERE type='draft.saved';
UPDATE event SET payload=json_set(payload,'$.fromId',CASE subject_kind WHEN 'source' THEN 'src'
    ELSE substr(subject_kind,1,3) END||'_'||json_extract(payload,'$.from_id')) WHERE type LIKE '%.merged';
""",
            postgres="""
UPDATE event SET changed=coalesce(payload->'fields','[]') WHERE type='draft.saved';
UPDATE event SET payload=payload||jsonb_build_object('fromId',CASE subject_kind WHEN 'source' THEN 'src'
    ELSE substr(subject_kind,1,3) END||'_'||(payload->>'from_id')) WHERE type LIKE '%.merged';
""",
        ),
        DialectSQL(
            sqlite="",
            postgres="""
CREATE FUNCTION tell_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('event_logged', '');
    RETURN NULL;
END $$;
CREATE TRIGGER event_tells AFTER INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION tell_of_event();
""",
        ),
    ]
