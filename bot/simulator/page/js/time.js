// Dates as people in Balangan say them.

const ZONE = "Asia/Makassar";
const as = (options) => new Intl.DateTimeFormat("id-ID", { timeZone: ZONE, ...options });
const TIME = as({ hour: "2-digit", minute: "2-digit" });
const DAY = as({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const SHORT = as({ weekday: "short", day: "numeric", month: "short" });
const PARTS = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" });

export const timeOf = (date) => TIME.format(date);
export const dayOf = (date) => DAY.format(date);
export const shortDayOf = (date) => SHORT.format(date);

// As an <input type="datetime-local"> wants it.
export const fieldOf = (date) => PARTS.format(date).replace(" ", "T");
export const fromField = (value) => `${value}:00+08:00`;
