"""What is asked of a corpus: its log, an article's history, hits, keywords, a version's text, a checkup."""
