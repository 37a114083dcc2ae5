"""Which sentence became which, what changed inside it, and which sentences moved to another provision."""
