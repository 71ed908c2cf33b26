"""What there is in the simulated Telegram, and what people do there.

A State holds the people, chats, files, clock, faults and pending updates; World joins it with the
parts that act on it: People, Attachments, Buttons, Membership.
"""
