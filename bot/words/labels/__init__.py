"""What stands on buttons, a module a matter; a module is named here, a label nowhere."""

from bot.words.labels.announcements import *
from bot.words.labels.base import *
from bot.words.labels.book import *
from bot.words.labels.clinic import *
from bot.words.labels.officers import *
from bot.words.labels.own_data import *
from bot.words.labels.reporter import *
from bot.words.labels.reports import *
from bot.words.labels.surveys import *
from bot.words.labels.tickets import *
