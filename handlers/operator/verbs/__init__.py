"""The verbs of `main.py`, a module each, named like it; `act` does it.

Only the module of the verb that was asked for is imported: all of them take seconds.
"""
