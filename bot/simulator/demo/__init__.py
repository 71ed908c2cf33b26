"""The weeks that lie behind the demo's first screen: a script, played against the real bot."""
