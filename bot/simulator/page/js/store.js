// What this page knows of the world, kept up to date by the stream of news.

export class Store extends EventTarget {
  users = new Map();
  chats = new Map();
  messages = new Map();
  bot = { id: 0, name: "" };
  ahead = 0; // milliseconds between this computer's clock and the simulated one

  // A stream opens with the whole; a whole that comes later is a world begun anew.
  take(news, opening) {
    this.ahead = Date.parse(news.now) - Date.now();
    if (news.complete) this.messages.clear();
    if (news.people) this.#meet(news.people);
    const fresh = news.messages.filter((message) => this.#keep(message));
    this.#tell("news", { complete: news.complete, reset: news.complete && !opening, fresh, messages: news.messages });
    for (const answer of news.answers) this.#tell("answer", answer);
    for (const action of news.actions) this.#tell("action", action);
  }

  now() {
    return new Date(Date.now() + this.ahead);
  }

  talk(chat) {
    return [...(this.messages.get(chat)?.values() ?? [])];
  }

  message(chat, id) {
    return this.messages.get(chat)?.get(id);
  }

  askers() {
    return [...this.users.values()].filter((user) => user.asks);
  }

  groups() {
    return [...this.chats.values()].filter((chat) => chat.kind !== "private");
  }

  // The n-th group of the first day, wherever it has moved since.
  group(index) {
    const moved = new Set(this.groups().map((chat) => chat.migrated_to));
    let chat = this.groups().filter((one) => !moved.has(one.id))[index];
    while (chat?.migrated_to) chat = this.chats.get(chat.migrated_to);
    return chat;
  }

  #meet(people) {
    this.bot = people.bot;
    this.users = new Map(people.users.map((user) => [user.id, user]));
    this.chats = new Map(people.chats.map((chat) => [chat.id, chat]));
  }

  #keep(message) {
    if (!this.messages.has(message.chat)) this.messages.set(message.chat, new Map());
    const talk = this.messages.get(message.chat);
    if (message.deleted) return talk.delete(message.id) && false;
    const known = talk.has(message.id);
    talk.set(message.id, message);
    return !known;
  }

  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
