"""From a question to the entry that answers it, to a choice of entries, or to silence."""
