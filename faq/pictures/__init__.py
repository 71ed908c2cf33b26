"""What stands on a picture of a screen, and which of it asks something of the book."""
