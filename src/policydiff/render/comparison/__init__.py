"""A comparison as rows, sentences and citations, and in the forms that are made of them: Markdown, terminal, JSON."""
