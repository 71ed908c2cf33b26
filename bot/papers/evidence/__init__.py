"""The evidence pack: the same figures, charts, samples and rows as PDF, Word and Excel."""
