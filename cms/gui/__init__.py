"""The pages that people use in a browser, the Studio and the playground: their built files, served with the API."""
