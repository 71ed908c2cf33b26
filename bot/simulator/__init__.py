"""A local Telegram for hands and for tests: its people, its Bot API, its page.

Nothing in here looks back: text <- world <- api <- server and demo. The page is what a browser
loads from the server.
"""
