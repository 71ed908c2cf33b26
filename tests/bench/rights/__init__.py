"""Everybody tries everything everywhere: what has an effect that it must not have."""
