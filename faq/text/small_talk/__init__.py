"""Small words beside a question: read, told by rules, or by likeness to examples."""
