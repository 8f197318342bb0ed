"""Indexes for reading: lists walk one in their order, and links hold when their article is listed."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from cms.models.fields import UTCDateTimeField
from tortoise.fields.db_defaults import SqlDefault
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('models', '0004_content_version')]

    operations = [
        ops.AddField(
            model_name='ArticleTag',
            name='listed_at',
            field=UTCDateTimeField(db_default=SqlDefault("'1970-01-01T00:00:00Z'"), null=False),
        ),
        ops.AddField(
            model_name='Credit',
            name='listed_at',
            field=UTCDateTimeField(db_default=SqlDefault("'1970-01-01T00:00:00Z'"), null=False),
        ),
        ops.RunSQL(
            'UPDATE article_tag SET listed_at=(SELECT a.listed_at FROM article a WHERE a.id=article_tag.article_id)'
        ),
        ops.RunSQL(
            'UPDATE credit SET listed_at=(SELECT a.listed_at FROM article a WHERE a.id=credit.article_id)'
        ),
        ops.RemoveIndex(
            model_name='Article',
            name='ix_article_listed',
            fields=None,
        ),
        ops.RemoveIndex(
            model_name='Article',
            name='ix_article_modified',
            fields=None,
        ),
        ops.RemoveIndex(
            model_name='Article',
            name='ix_article_views',
            fields=None,
        ),
        ops.AddIndex(
            model_name='Article',
            index=Index(fields=['listed_at', 'id', 'source_id', 'category_id', 'language', 'urgency', 'word_count', 'published_at', 'modified_at'], name='ix_article_listed'),
        ),
        ops.AddIndex(
            model_name='Article',
            index=Index(fields=['modified_at', 'id', 'source_id', 'category_id', 'language', 'urgency', 'word_count', 'published_at', 'listed_at'], name='ix_article_modified'),
        ),
        ops.AddIndex(
            model_name='Article',
            index=Index(fields=['view_count', 'id', 'source_id', 'category_id', 'language', 'urgency', 'word_count', 'published_at', 'listed_at', 'modified_at'], name='ix_article_views'),
        ),
        ops.AddIndex(
            model_name='Article',
            index=Index(fields=['source_id', 'modified_at', 'id'], name='ix_article_source_modified'),
        ),
        ops.AddIndex(
            model_name='Article',
            index=Index(fields=['source_id', 'view_count', 'id'], name='ix_article_source_views'),
        ),
        ops.AddIndex(
            model_name='Article',
            index=Index(fields=['category_id', 'modified_at', 'id'], name='ix_article_category_modified'),
        ),
        ops.AddIndex(
            model_name='Article',
            index=Index(fields=['category_id', 'view_count', 'id'], name='ix_article_category_views'),
        ),
        ops.AddIndex(
            model_name='ArticleTag',
            index=Index(fields=['tag_id', 'listed_at', 'article_id'], name='ix_article_tag_tag'),
        ),
        ops.AddIndex(
            model_name='Credit',
            index=Index(fields=['author_id', 'listed_at', 'article_id'], name='ix_credit_author'),
        ),
    ]
