"""The local server: the Bot API, the page, and the control API by which the page acts."""
