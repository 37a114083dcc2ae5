"""Whose words a sentence of a report gives."""

from policydiff.segment.attribution.voices import Voices

__all__ = ["Voices"]
