"""Assets: files, which revisions show them, and the picture of an article."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.migrations.operations import CountChanges, LeaveUncounted
from cms.models.fields import KeyField, UTCDateTimeField
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0013_lighter_search')]

    operations = [
        ops.CreateModel(
            name='Asset',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('sha256', KeyField(unique=True, max_length=64)),
                ('storage_key', KeyField(unique=True, max_length=60)),
                ('url_key', KeyField(max_length=60)),
                ('type', fields.CharField(max_length=10)),
                ('size_bytes', fields.IntField()),
                ('width', fields.IntField(null=True)),
                ('height', fields.IntField(null=True)),
                ('is_animated', fields.BooleanField(default=False)),
                ('name', fields.CharField(max_length=200)),
                ('title', fields.CharField(default='', max_length=300)),
                ('alt', fields.CharField(default='', max_length=1000)),
                ('caption', fields.CharField(default='', max_length=2000)),
                ('credit', fields.CharField(default='', max_length=300)),
                ('rights', fields.CharField(default='', max_length=1000)),
                ('words', fields.TextField(unique=False)),
                ('expires_at', UTCDateTimeField(null=True)),
                ('focal_x', fields.IntField(default=50)),
                ('focal_y', fields.IntField(default=50)),
                ('created_at', UTCDateTimeField(null=False)),
                ('user', fields.ForeignKeyField('models.User', source_field='user_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='assets', on_delete=OnDelete.SET_NULL)),
                ('version', fields.IntField(default=1)),
            ],
            options={'table': 'asset', 'app': 'models', 'constraints': [CheckConstraint(check='"type" IN (\'JPEG\', \'PNG\', \'GIF\', \'WEBP\', \'AVIF\', \'PDF\')', name='ck_asset_type'), CheckConstraint(check='"name" <> \'\'', name='ck_asset_name_filled'), CheckConstraint(check='"size_bytes" BETWEEN 1 AND 2147483647', name='ck_asset_size_bytes'), CheckConstraint(check='"width" BETWEEN 1 AND 2147483647', name='ck_asset_width'), CheckConstraint(check='"height" BETWEEN 1 AND 2147483647', name='ck_asset_height'), CheckConstraint(check='"focal_x" BETWEEN 0 AND 100', name='ck_asset_focal_x'), CheckConstraint(check='"focal_y" BETWEEN 0 AND 100', name='ck_asset_focal_y')], 'indexes': [Index(fields=['created_at', 'id'], name='ix_asset_created')]},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='FormerFile',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('asset', fields.ForeignKeyField('models.Asset', source_field='asset_id', db_constraint=True, to_field='id', related_name='former_files', on_delete=OnDelete.CASCADE)),
                ('sha256', KeyField(max_length=64)),
            ],
            options={'table': 'former_file', 'app': 'models', 'unique_together': (('asset_id', 'sha256'),)},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='AssetUse',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('asset', fields.ForeignKeyField('models.Asset', source_field='asset_id', db_constraint=True, to_field='id', related_name='uses', on_delete=OnDelete.CASCADE)),
                ('revision', fields.ForeignKeyField('models.Revision', source_field='revision_id', db_index=True, db_constraint=True, to_field='id', related_name='asset_uses', on_delete=OnDelete.CASCADE)),
            ],
            options={'table': 'asset_use', 'app': 'models', 'unique_together': (('asset_id', 'revision_id'),)},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='SiteKey',
            fields=[
                ('name', KeyField(primary_key=True, unique=True, db_index=True, max_length=40)),
                ('value', fields.CharField(max_length=64)),
            ],
            options={'table': 'site_key', 'app': 'models'},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='Article',
            name='image',
            field=fields.ForeignKeyField('models.Asset', source_field='image_id', null=True, db_index=True, db_constraint=True, to_field='id', related_name='articles', on_delete=OnDelete.RESTRICT),
        ),
        ops.AddField(
            model_name='Article',
            name='image_caption',
            field=fields.CharField(default='', db_default='', max_length=2000),
        ),
        # The columns that count are named in the trigger, so it has to be made anew for the new ones.
        LeaveUncounted('Article', 'view_count'),
        CountChanges('asset'),
    ]
