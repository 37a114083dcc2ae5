"""How weighty a change of wording is: what its words do in a rule, and what only the style of drafting decides."""
