"""What people say to the bot instead of pressing a button, one matter a module."""
