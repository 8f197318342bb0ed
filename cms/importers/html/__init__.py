"""Reading articles from HTML pages: what the page declares first, then what it prints."""
