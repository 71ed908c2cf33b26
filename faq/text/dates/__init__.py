"""Days and hours as people write them: one vocabulary, one reader of a date, three uses."""
