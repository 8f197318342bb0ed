"""The GraphQL face of the CMS: types, queries and the compiler that makes one SQL statement of them."""
