"""Users."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0001_initial')]

    operations = [
        ops.CreateModel(
            name='SignInTries',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('key', KeyField(unique=True, max_length=64)),
                ('count', fields.IntField()),
                ('ends_at', UTCDateTimeField(db_index=True, null=False)),
            ],
            options={'table': 'sign_in_tries', 'app': 'models', 'constraints': [CheckConstraint(check='"count" BETWEEN 0 AND 2147483647', name='ck_sign_in_tries_count')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='User',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('email', KeyField(unique=True, max_length=254)),
                ('name', fields.CharField(max_length=200)),
                ('role', fields.CharField(default='READER', max_length=20)),
                ('password_hash', fields.CharField(default='', max_length=200)),
                ('is_disabled', fields.BooleanField(default=False)),
                ('credentials_version', fields.IntField(default=1)),
                ('created_at', UTCDateTimeField(null=False)),
            ],
            options={'table': 'user_account', 'app': 'models', 'constraints': [CheckConstraint(check='"email" <> \'\'', name='ck_user_account_email_filled'), CheckConstraint(check='"name" <> \'\'', name='ck_user_account_name_filled'), CheckConstraint(check='"role" IN (\'READER\', \'CONTRIBUTOR\', \'EDITOR\', \'PUBLISHER\', \'ADMIN\')', name='ck_user_account_role'), CheckConstraint(check='"credentials_version" BETWEEN 1 AND 2147483647', name='ck_user_account_credentials_version')], 'indexes': [Index(fields=['role', 'id'], name='ix_user_account_role')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='OneTimeLink',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', db_index=True, db_constraint=True, to_field='id', related_name='links', on_delete=OnDelete.CASCADE)),
                ('secret_hash', KeyField(unique=True, max_length=64)),
                ('credentials_version', fields.IntField()),
                ('created_at', UTCDateTimeField(null=False)),
                ('expires_at', UTCDateTimeField(null=False)),
                ('used_at', UTCDateTimeField(null=True)),
            ],
            options={'table': 'one_time_link', 'app': 'models', 'constraints': [CheckConstraint(check='"secret_hash" <> \'\'', name='ck_one_time_link_secret_hash_filled'), CheckConstraint(check='"credentials_version" BETWEEN 1 AND 2147483647', name='ck_one_time_link_credentials_version')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Session',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', db_index=True, db_constraint=True, to_field='id', related_name='sessions', on_delete=OnDelete.CASCADE)),
                ('secret_hash', KeyField(unique=True, max_length=64)),
                ('credentials_version', fields.IntField()),
                ('address', KeyField(max_length=64)),
                ('user_agent', fields.CharField(max_length=200)),
                ('created_at', UTCDateTimeField(null=False)),
                ('last_used_at', UTCDateTimeField(null=False)),
                ('expires_at', UTCDateTimeField(db_index=True, null=False)),
                ('revoked_at', UTCDateTimeField(null=True)),
            ],
            options={'table': 'session', 'app': 'models', 'constraints': [CheckConstraint(check='"secret_hash" <> \'\'', name='ck_session_secret_hash_filled'), CheckConstraint(check='"credentials_version" BETWEEN 1 AND 2147483647', name='ck_session_credentials_version')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Token',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', db_index=True, db_constraint=True, to_field='id', related_name='tokens', on_delete=OnDelete.CASCADE)),
                ('name', fields.CharField(max_length=100)),
                ('prefix', fields.CharField(max_length=20)),
                ('secret_hash', KeyField(unique=True, max_length=64)),
                ('scopes', JSONTextField()),
                ('credentials_version', fields.IntField()),
                ('created_at', UTCDateTimeField(null=False)),
                ('last_used_at', UTCDateTimeField(null=True)),
                ('expires_at', UTCDateTimeField(null=False)),
                ('revoked_at', UTCDateTimeField(null=True)),
            ],
            options={'table': 'token', 'app': 'models', 'constraints': [CheckConstraint(check='"name" <> \'\'', name='ck_token_name_filled'), CheckConstraint(check='"secret_hash" <> \'\'', name='ck_token_secret_hash_filled'), CheckConstraint(check='"credentials_version" BETWEEN 1 AND 2147483647', name='ck_token_credentials_version')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='UserCategory',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', db_constraint=True, to_field='id', related_name='categories', on_delete=OnDelete.CASCADE)),
                ('category', fields.ForeignKeyField('models.Category', source_field='category_id', db_index=True, db_constraint=True, to_field='id', related_name='limited_users', on_delete=OnDelete.RESTRICT)),
            ],
            options={'table': 'user_category', 'app': 'models', 'unique_together': (('user_id', 'category_id'),)},
            bases=['Model'],
        ),
    ]
