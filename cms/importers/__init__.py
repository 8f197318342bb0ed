"""Reading articles from elsewhere: one module for each format, one for writing what they read."""
