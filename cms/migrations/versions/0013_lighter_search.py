"""Lighter search: on SQLite the headings once more by themselves; on PostgreSQL words without places.

The entries are taken out, as their words are; the worker, or `cms search rebuild`, makes them anew.
"""

from tortoise import migrations

from cms.migrations.operations import DialectSQL

SQLITE = """
CREATE VIRTUAL TABLE search_heading USING fts5(title, names, lead, content='',
    tokenize='unicode61 remove_diacritics 0');
DROP TABLE search_text;
DROP TABLE search_character;
CREATE VIRTUAL TABLE search_text USING fts5(body, title, subtitle, excerpt, byline, source, tags,
    content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE search_character USING fts5(characters, content='', detail='none',
    tokenize='unicode61 remove_diacritics 0');
DELETE FROM search_entry;
"""
# The lexemes of words that are laid out as by cms.search.analysis: what begins with an equals sign is no run of Chinese
# or kana. These are words, words with the first character of the run behind them, and of runs each character and each
# pair. Its cost keeps the planner from reading the whole table instead of its index.
LEXEMES = """
CREATE FUNCTION search_lexemes(words TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 20000
AS $$
    SELECT array_to_tsvector(ARRAY(
        SELECT substr(p, 2) FROM unnest(string_to_array(words, ' ')) p WHERE p LIKE '=_%'
        UNION ALL
        SELECT substr(p, 2) || left(q, 1)
            FROM unnest(string_to_array(words, ' '), (string_to_array(words, ' '))[2:]) AS pair (p, q)
            WHERE p LIKE '=_%' AND q <> '' AND q NOT LIKE '=%'
        UNION ALL
        SELECT c FROM unnest(string_to_array(regexp_replace(words, '=[^ ]*', '', 'g'), NULL)) c WHERE c <> ' '
        UNION ALL
        SELECT c || d FROM unnest(
                string_to_array(regexp_replace(words, '=[^ ]*', '', 'g'), NULL),
                (string_to_array(regexp_replace(words, '=[^ ]*', '', 'g'), NULL))[2:]
            ) AS pair (c, d)
            WHERE c <> ' ' AND d <> ' '
    ))
$$;
"""
POSTGRES = """
DROP TABLE {name}_text;
DELETE FROM {name}_entry;
CREATE TABLE {name}_text (
    id INT NOT NULL PRIMARY KEY REFERENCES {name}_entry (id) ON DELETE CASCADE,
    heading TEXT NOT NULL,
    words TEXT NOT NULL
) WITH (toast_tuple_target = 512);
ALTER TABLE {name}_text ALTER COLUMN heading SET STORAGE MAIN;
CREATE INDEX ix_{name}_text ON {name}_text USING gin (search_lexemes(words));
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0012_complete_names')]

    operations = [
        DialectSQL(
            sqlite=SQLITE, postgres=LEXEMES + POSTGRES.format(name="search") + POSTGRES.format(name="draft_search")
        )
    ]
