// What was logged and has not arrived yet. A wish is written to this device before its first try, under the key that it is
// sent with each time, and taken away when the server has said yes: closed pages, dead networks and lost answers neither
// lose nor double it. Needs no secure context, so that it works on a plain office network.

const patience = 30_000;
const bell = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("wishes");

/** A time-ordered UUID (RFC 9562 version 7): the server makes the entry's id of it. */
export function newKey(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 256 ** (5 - i)) % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Writes wishes to this device; fails where the browser keeps nothing. */
export async function keep(...wishes) {
  await within("readwrite", (store) => { for (const wish of wishes) store.put(wish); });
  ring();
}

/** One's own wishes, oldest first. */
export async function own(account) {
  const all = await within("readonly", (store) => store.getAll());
  return all.filter((w) => w.account === account).sort((a, b) => (a.key < b.key ? -1 : 1));
}

export const find = (key) => within("readonly", (store) => store.get(key));

export async function drop(key) {
  await within("readwrite", (store) => store.delete(key));
  ring();
}

/** Tells when wishes change, in this tab or another. */
export function onRing(listen) {
  listeners.push(listen);
  bell?.addEventListener("message", listen);
}

// A channel does not hear itself.
const listeners = [];
function ring() {
  for (const listen of listeners) listen();
  bell?.postMessage("");
}

/**
 * One try. "sent" with the entry's id; "away" when it may be tried again; "signed-out"; "refused" with what is wrong;
 * "gone" when another tab has been quicker.
 */
export function send(key) {
  return alone(`wish-${key}`, async () => {
    let wish = await find(key);
    if (!wish) return { state: "gone" };
    if (!wish.id) {
      const answer = await ask(wish.api, { body: wish.body, headers: { "Content-Type": "application/json", "Idempotency-Key": wish.key } });
      if (answer.state !== "sent") return answer;
      wish = await change(key, { id: answer.json.id }) ?? { ...wish, id: answer.json.id, files: [] };
    }
    return await sendFiles(wish);
  });
}

// The same file again adds nothing, so a file whose answer was lost is simply sent once more.
async function sendFiles(wish) {
  for (const file of wish.files ?? []) {
    const body = new FormData();
    body.append("file", new File([file.bytes], file.name, { type: file.type }));
    const answer = await ask(`/api/units/${wish.unit}/entries/${wish.id}/evidence`, { body });
    if (answer.state !== "sent") return { ...answer, id: wish.id, file: file.name };
    wish = await change(wish.key, { files: wish.files.filter((f) => f !== file) }) ?? wish;
  }
  await drop(wish.key);
  return { state: "sent", id: wish.id };
}

/** Sends all that can be sent, one after the other; what is refused stays with its reason. */
export async function sendAll(account, tell = () => {}) {
  let sent = 0;
  for (const wish of await own(account)) {
    if (!wish.api || wish.refused) continue;
    const answer = await send(wish.key);
    if (answer.state === "sent") tell(++sent);
    if (answer.state === "refused") await change(wish.key, { refused: reasonsOf(answer) });
    if (answer.state === "away" || answer.state === "signed-out") return { sent, stopped: answer.state };
  }
  return { sent };
}

export const reasonsOf = ({ problem, file }) => ({ title: problem?.title ?? "", errors: problem?.errors ?? [], file });

/**
 * Asks the API. What may go better another time (409: somebody else at the same moment) is "away", with its reason. Only an
 * answer of the ledger itself is one: a hotel's sign-in page is "away" too.
 */
export async function ask(address, { method = "POST", headers = {}, body } = {}) {
  let answer, json;
  try {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), patience);
    answer = await fetch(address, { method, body, headers: { Accept: "application/json", "Accept-Language": document.documentElement.lang, ...headers }, credentials: "same-origin", redirect: "error", signal: limit.signal });
    json = answer.status === 204 ? {} : await answer.json();
    clearTimeout(timer);
  } catch {
    return { state: "away" };
  }
  if (answer.ok) return { state: "sent", json };
  if (answer.status === 401) return { state: "signed-out", status: 401, problem: json };
  if (!/problem\+json/.test(answer.headers.get("Content-Type") ?? "") || answer.status >= 500 || [408, 409, 425, 429].includes(answer.status)) return { state: "away", status: answer.status, problem: json };
  return { state: "refused", status: answer.status, problem: json };
}

// Only what is still there is changed: nothing comes back that was taken away meanwhile.
async function change(key, what) {
  const database = await opened();
  const changed = await new Promise((resolve, reject) => {
    const transaction = database.transaction("wishes", "readwrite", { durability: "strict" });
    const store = transaction.objectStore("wishes");
    let after;
    store.get(key).onsuccess = ({ target }) => { if (target.result) store.put(after = { ...target.result, ...what }); };
    transaction.oncomplete = () => resolve(after);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
  ring();
  return changed;
}

// Two tabs take turns where the browser knows how; where it does not, the key keeps the server from logging twice.
function alone(name, work) {
  return navigator.locks ? navigator.locks.request(name, work) : work();
}

let opening;
function opened() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("ledger", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("wishes", { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function within(mode, work) {
  const database = await opened();
  return await new Promise((resolve, reject) => {
    const transaction = database.transaction("wishes", mode, { durability: "strict" });
    const request = work(transaction.objectStore("wishes"));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
