"""Which old figure became which new one, and what became of it: by what figures are about, never by their value."""
