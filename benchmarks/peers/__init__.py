"""What the server is compared with: other ways to answer the same requests from the same tables."""
