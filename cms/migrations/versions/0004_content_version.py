"""Count the changes to what the public reads, so that kept answers know how long they are good."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

from cms.migrations.operations import CountChanges


class Migration(migrations.Migration):
    dependencies = [("models", "0003_newsroom")]

    operations = [
        ops.CreateModel(
            name="ContentVersion",
            fields=[
                ("id", fields.IntField(primary_key=True, unique=True, db_index=True, generated=False)),
                ("version", fields.BigIntField()),
            ],
            options={
                "table": "content_version",
                "app": "models",
                "constraints": [
                    CheckConstraint(check='"id" BETWEEN 1 AND 1', name="ck_content_version_id"),
                ],
            },
            bases=["Model"],
        ),
        CountChanges(
            "source",
            "author",
            "category",
            "category_ancestor",
            "tag",
            "article",
            "article_body",
            "credit",
            "reference",
            "relation",
            "article_tag",
            "collection",
            "collection_item",
            "redirect",
            "tombstone",
            "site",
            "publication",
        ),
    ]
