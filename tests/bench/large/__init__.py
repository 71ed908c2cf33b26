"""Five years of a busy desk: how long each command, button and duty takes there."""
