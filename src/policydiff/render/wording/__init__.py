"""The values of the model in Chinese and English words: codes, figures, places, notes."""
