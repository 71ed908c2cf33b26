"""Every button's data as a type, a module a matter; a module is named here, a button nowhere."""

from handlers.buttons.base import *
from handlers.buttons.blocking import *
from handlers.buttons.book import *
from handlers.buttons.clinic import *
from handlers.buttons.erasure import *
from handlers.buttons.filing import *
from handlers.buttons.held_answers import *
from handlers.buttons.incident import *
from handlers.buttons.learning import *
from handlers.buttons.news import *
from handlers.buttons.office import *
from handlers.buttons.officers import *
from handlers.buttons.own_tickets import *
from handlers.buttons.queue import *
from handlers.buttons.ready_answers import *
from handlers.buttons.reports import *
from handlers.buttons.roster import *
from handlers.buttons.survey import *
from handlers.buttons.tickets import *
