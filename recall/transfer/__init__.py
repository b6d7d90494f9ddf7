"""Other formats in and out. Files only: nothing here opens anybody's progress."""
