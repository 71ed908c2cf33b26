"""The Bot API over that state: its methods, in process, over HTTP, and its webhook."""
