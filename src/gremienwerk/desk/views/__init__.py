"""Pages that show several nouns, and the pages of errors."""
