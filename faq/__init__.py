"""What the bot knows: the manual book, and how to find in it what somebody asks."""
