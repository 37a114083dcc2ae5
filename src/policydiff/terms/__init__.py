"""Terms: every amount, rate, period and count of a document, with what it means.

    leaf ─view→ one form of signs ─figures, units, ratios→ numbers ─bounds, far_bounds→ readings
         ─exclusions, frequencies→ terms ─former, increments→ levels, and what led to them
         ─clauses, meaning, basis, subjects, nouns, parallels→ Term

Each step is a pure function over the step before it; offsets lead back to the characters as written.
"""

from policydiff.terms.extraction import Known, extract

__all__ = ["Known", "extract"]
