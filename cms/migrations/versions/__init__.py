"""The migrations, in the order of their numbers. Written by `cms makemigrations`, never changed once released."""
