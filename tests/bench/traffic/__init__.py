"""The bot under traffic as it comes, beside plain echo bots."""
