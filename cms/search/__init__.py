"""Full-text search: the analyser, what a query means, and the index of each database."""
