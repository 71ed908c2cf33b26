"""Every pattern and every way of reading that meets people's words, on the worst of words."""
