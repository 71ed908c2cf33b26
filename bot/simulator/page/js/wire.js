// The way to the simulator: one stream of news, and orders as plain requests.

async function answered(request) {
  const answer = await request.catch(() => { throw new Error("simulator tidak menjawab."); });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(`ditolak simulator (${said.error || answer.status}).`);
  return said;
}

function post(path, order) {
  return answered(fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(order),
  }));
}

export const act = async (name, order) => (await post("/sim/act", { do: name, ...order })).done;
export const moveClock = (order) => post("/sim/clock", order);
export const reset = () => post("/sim/reset", {});

export function upload(order, files) {
  const form = new FormData();
  for (const [key, value] of Object.entries(order)) form.append(key, value);
  for (const file of files) form.append("file", file, file.name);
  return answered(fetch("/sim/upload", { method: "POST", body: form }));
}

export function listen(onNews, onState) {
  const stream = new EventSource("/sim/events");
  let opening = true;
  stream.onopen = () => { opening = true; onState(true); };
  stream.onerror = () => onState(false);
  stream.onmessage = (event) => {
    onNews(JSON.parse(event.data), opening);
    opening = false;
  };
}
