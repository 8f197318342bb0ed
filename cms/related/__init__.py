"""Related articles: what is close to each public article, kept in tables by a follower of the change log.

The words of an article are counted (step 0), then weighed by how rare they are on the site (step 1), then what is close
to it is looked for (step 2), and the article is put into the lists of what it is close to. How far each article is
stands in its row of `article_words`, so whoever goes on after a process that was killed knows what is left. Whatever
the size of the site, an article is compared with those alone that share a word with it and are nearest to it in time.
"""
