"""What each place of the app draws and what its keys do."""
