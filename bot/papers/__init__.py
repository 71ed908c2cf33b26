"""Values in, bytes out: pictures and papers, without a word about where they go."""
