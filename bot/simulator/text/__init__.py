"""What Telegram makes of a text: HTML, Markdown, entities; and the words in which it refuses."""
