"""From a questionnaire to pages: templates, blocks, the MkDocs plugin, closing the site."""
