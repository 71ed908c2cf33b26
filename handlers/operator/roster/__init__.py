"""`main.py roster import FILE`: the list of personnel looked at, compared, taken over whole."""
