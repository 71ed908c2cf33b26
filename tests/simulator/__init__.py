"""The simulator behaves as Telegram does."""
