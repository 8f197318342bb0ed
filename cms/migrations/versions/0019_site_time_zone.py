"""Site time zone."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('models', '0018_draft_filters')]

    operations = [
        ops.AddField(
            model_name='Site',
            name='time_zone',
            field=fields.CharField(default='Asia/Shanghai', db_default='Asia/Shanghai', max_length=64),
        ),
    ]
