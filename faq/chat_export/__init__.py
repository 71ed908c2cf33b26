"""An exported WhatsApp chat: its messages, the questions asked in it, and the answers to them."""
