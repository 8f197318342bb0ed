"""Newsroom."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.models.fields import JSONTextField, KeyField, RowIdField, UTCDateTimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0002_users')]

    operations = [
        ops.CreateModel(
            name='DraftLock',
            fields=[
                ('draft', fields.OneToOneField('models.Draft', source_field='draft_id', primary_key=True, db_index=True, db_constraint=True, to_field='id', related_name='lock', on_delete=OnDelete.CASCADE)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', db_index=True, db_constraint=True, to_field='id', related_name='locks', on_delete=OnDelete.CASCADE)),
                ('held_since', UTCDateTimeField(null=False)),
                ('expires_at', UTCDateTimeField(db_index=True, null=False)),
            ],
            options={'table': 'draft_lock', 'app': 'models'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='IdempotencyKey',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('key_hash', KeyField(unique=True, max_length=64)),
                ('request_hash', KeyField(max_length=64)),
                ('answer', fields.TextField(unique=False)),
                ('permissions', JSONTextField()),
                ('drafts', JSONTextField()),
                ('created_at', UTCDateTimeField(null=False)),
                ('expires_at', UTCDateTimeField(db_index=True, null=False)),
            ],
            options={'table': 'idempotency_key', 'app': 'models'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Identity',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', db_index=True, db_constraint=True, to_field='id', related_name='identities', on_delete=OnDelete.CASCADE)),
                ('issuer', KeyField(max_length=500)),
                ('subject', KeyField(max_length=255)),
                ('created_at', UTCDateTimeField(null=False)),
            ],
            options={'table': 'identity', 'app': 'models', 'unique_together': (('issuer', 'subject'),), 'constraints': [CheckConstraint(check='"issuer" <> \'\'', name='ck_identity_issuer_filled'), CheckConstraint(check='"subject" <> \'\'', name='ck_identity_subject_filled')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='PreviewLink',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_index=True, db_constraint=True, to_field='id', related_name='preview_links', on_delete=OnDelete.CASCADE)),
                ('revision', fields.ForeignKeyField('models.Revision', source_field='revision_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='preview_links', on_delete=OnDelete.CASCADE)),
                ('secret_hash', KeyField(unique=True, max_length=64)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='preview_links', on_delete=OnDelete.SET_NULL)),
                ('created_at', UTCDateTimeField(null=False)),
                ('expires_at', UTCDateTimeField(null=False)),
                ('revoked_at', UTCDateTimeField(null=True)),
            ],
            options={'table': 'preview_link', 'app': 'models', 'constraints': [CheckConstraint(check='"secret_hash" <> \'\'', name='ck_preview_link_secret_hash_filled')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Redirect',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('kind', fields.CharField(max_length=20)),
                ('former_id', fields.IntField(null=True)),
                ('former_slug', KeyField(max_length=1300)),
                ('former_key', KeyField(default='', db_default='', max_length=200)),
                ('target_id', fields.IntField()),
            ],
            options={'table': 'redirect', 'app': 'models', 'unique_together': (('kind', 'former_slug'),), 'constraints': [CheckConstraint(check='"kind" IN (\'ARTICLE\', \'AUTHOR\', \'CATEGORY\', \'SOURCE\', \'TAG\')', name='ck_redirect_kind'), CheckConstraint(check='"former_slug" <> \'\'', name='ck_redirect_former_slug_filled')], 'indexes': [Index(fields=['kind', 'former_id'], name='ix_redirect_former'), Index(fields=['kind', 'former_key'], name='ix_redirect_key'), Index(fields=['kind', 'target_id'], name='ix_redirect_target')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Schedule',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('draft', fields.ForeignKeyField('models.Draft', source_field='draft_id', db_constraint=True, to_field='id', related_name='schedules', on_delete=OnDelete.CASCADE)),
                ('act', fields.CharField(max_length=20)),
                ('state', fields.CharField(default='PENDING', max_length=20)),
                ('revision', fields.ForeignKeyField('models.Revision', source_field='revision_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='schedules', on_delete=OnDelete.SET_NULL)),
                ('due_at', UTCDateTimeField(null=False)),
                ('actor', fields.CharField(max_length=200)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='schedules', on_delete=OnDelete.SET_NULL)),
                ('created_at', UTCDateTimeField(null=False)),
                ('ended_at', UTCDateTimeField(null=True)),
                ('outcome', fields.TextField(default='', unique=False)),
            ],
            options={'table': 'schedule', 'app': 'models', 'constraints': [CheckConstraint(check='"act" IN (\'PUBLISH\', \'UNPUBLISH\')', name='ck_schedule_act'), CheckConstraint(check='"state" IN (\'PENDING\', \'DONE\', \'CANCELLED\', \'FAILED\')', name='ck_schedule_state')], 'indexes': [Index(fields=['state', 'due_at', 'id'], name='ix_schedule_due'), Index(fields=['draft_id', 'due_at', 'id'], name='ix_schedule_draft')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Tombstone',
            fields=[
                ('id', RowIdField(primary_key=True, unique=True, db_index=True, generated=False)),
                ('kind', fields.CharField(max_length=20)),
                ('slug', KeyField(db_index=True, max_length=120)),
                ('path', fields.CharField(max_length=200)),
                ('reason', fields.TextField(default='', unique=False)),
                ('created_at', UTCDateTimeField(null=False)),
            ],
            options={'table': 'tombstone', 'app': 'models', 'constraints': [CheckConstraint(check='"kind" IN (\'TAKEN_DOWN\', \'DELETED\')', name='ck_tombstone_kind')]},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='Author',
            name='version',
            field=fields.IntField(default=1, db_default=1),
        ),
        ops.AddField(
            model_name='Category',
            name='version',
            field=fields.IntField(default=1, db_default=1),
        ),
        ops.AddField(
            model_name='Collection',
            name='version',
            field=fields.IntField(default=1, db_default=1),
        ),
        ops.RemoveConstraint(
            model_name='Draft',
            name='ck_draft_status',
            fields=None,
        ),
        ops.AddField(
            model_name='Draft',
            name='assignee',
            field=fields.ForeignKeyField('models.User', source_field='assignee_id', null=True, db_constraint=True, to_field='id', related_name='assigned_drafts', on_delete=OnDelete.SET_NULL),
        ),
        ops.AddField(
            model_name='Draft',
            name='embargo_until',
            field=UTCDateTimeField(null=True),
        ),
        ops.AddField(
            model_name='Draft',
            name='owner',
            field=fields.ForeignKeyField('models.User', source_field='owner_id', null=True, db_constraint=True, to_field='id', related_name='drafts', on_delete=OnDelete.SET_NULL),
        ),
        ops.AddField(
            model_name='Draft',
            name='review',
            field=fields.CharField(default='NONE', db_default='NONE', max_length=20),
        ),
        ops.AddField(
            model_name='Draft',
            name='review_note',
            field=fields.TextField(default='', db_default='', unique=False),
        ),
        ops.AddField(
            model_name='Draft',
            name='trashed_at',
            field=UTCDateTimeField(null=True),
        ),
        ops.RemoveIndex(
            model_name='Draft',
            name='ix_draft_updated',
            fields=None,
        ),
        ops.AddIndex(
            model_name='Draft',
            index=Index(fields=['updated_at', 'id', 'status', 'owner_id', 'assignee_id', 'title_key'], name='ix_draft_listed'),
        ),
        ops.AddIndex(
            model_name='Draft',
            index=Index(fields=['owner_id', 'updated_at', 'id'], name='ix_draft_owner'),
        ),
        ops.AddIndex(
            model_name='Draft',
            index=Index(fields=['assignee_id', 'updated_at', 'id'], name='ix_draft_assignee'),
        ),
        ops.AddIndex(
            model_name='Draft',
            index=Index(fields=['review', 'updated_at', 'id'], name='ix_draft_review'),
        ),
        ops.AddConstraint(
            model_name='Draft',
            constraint=CheckConstraint(check='"status" IN (\'DRAFT\', \'PUBLISHED\', \'UNPUBLISHED\', \'TAKEN_DOWN\', \'TRASHED\')', name='ck_draft_status'),
        ),
        ops.AddConstraint(
            model_name='Draft',
            constraint=CheckConstraint(check='"review" IN (\'NONE\', \'REQUESTED\', \'CHANGES_REQUESTED\')', name='ck_draft_review'),
        ),
        ops.AddField(
            model_name='Event',
            name='credential_id',
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name='Event',
            name='user_id',
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name='Event',
            name='via',
            field=fields.CharField(default='', db_default='', max_length=20),
        ),
        ops.AddIndex(
            model_name='Event',
            index=Index(fields=['user_id', 'sequence'], name='ix_event_user'),
        ),
        ops.AddIndex(
            model_name='Event',
            index=Index(fields=['credential_id', 'via', 'sequence'], name='ix_event_credential'),
        ),
        ops.AddIndex(
            model_name='Event',
            index=Index(fields=['via', 'sequence'], name='ix_event_via'),
        ),
        ops.AddIndex(
            model_name='Event',
            index=Index(fields=['created_at', 'sequence'], name='ix_event_created'),
        ),
        ops.AddField(
            model_name='Publication',
            name='slug',
            field=KeyField(default='', db_default='', max_length=120),
        ),
        ops.AddField(
            model_name='Publication',
            name='note',
            field=fields.TextField(default='', db_default='', unique=False),
        ),
        ops.AddField(
            model_name='Reference',
            name='version',
            field=fields.IntField(default=1, db_default=1),
        ),
        ops.AddField(
            model_name='Revision',
            name='began_at',
            field=UTCDateTimeField(null=True),
        ),
        ops.AddField(
            model_name='Revision',
            name='is_autosave',
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.AddField(
            model_name='Revision',
            name='name',
            field=fields.CharField(default='', db_default='', max_length=100),
        ),
        ops.AddField(
            model_name='Revision',
            name='superseded_at',
            field=UTCDateTimeField(null=True, db_index=True),
        ),
        ops.AddField(
            model_name='Revision',
            name='user',
            field=fields.ForeignKeyField('models.User', source_field='user_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='revisions', on_delete=OnDelete.SET_NULL),
        ),
        ops.AddField(
            model_name='Site',
            name='version',
            field=fields.IntField(default=1, db_default=1),
        ),
        ops.AddField(
            model_name='Source',
            name='version',
            field=fields.IntField(default=1, db_default=1),
        ),
        ops.AddField(
            model_name='Tag',
            name='version',
            field=fields.IntField(default=1, db_default=1),
        ),
    ]
