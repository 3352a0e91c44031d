// Forms that speak the ledger's own API: <form data-api="/api/…" data-method="POST" data-done="/where/next">.
// A field's name is its path in the JSON; data-type says how its text is read. A refusal is shown beside its field.

const words = document.documentElement.lang === "en"
  ? { away: "The network is away: nothing was saved, and nothing you wrote is lost. Send it again when it is back.", odd: "The server answered in a way this page does not understand.", sending: "Sending…", stale: "Read it again" }
  : { away: "网络不通，没有保存；填写的内容都还在，网络恢复后再点一次。", odd: "服务器的答复无法识别，请刷新后查看是否已保存。", sending: "正在提交……", stale: "重新载入" };

for (const form of document.querySelectorAll("form[data-api]")) {
  form.addEventListener("submit", (event) => { event.preventDefault(); send(form, event.submitter); });
}

for (const button of document.querySelectorAll("button[data-more]")) {
  button.addEventListener("click", () => addRow(button));
}

async function send(form, button) {
  // A second click while the first is on its way is no second wish.
  if (form.dataset.busy) return;
  form.dataset.busy = "1";
  const label = button?.textContent;
  if (button) { button.disabled = true; button.textContent = button.dataset.busy ?? words.sending; }
  clear(form);
  try {
    const body = form.dataset.body === "file" ? new FormData(form) : JSON.stringify(collect(form));
    const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang, "Idempotency-Key": keyOf(form, body) };
    if (typeof body === "string") headers["Content-Type"] = "application/json";
    const answer = await fetch(form.dataset.api, { method: form.dataset.method ?? "POST", headers, body, credentials: "same-origin" });
    const json = await answer.json().catch(() => null);
    if (answer.ok) { done(form, json); return; }
    refuse(form, answer.status, json);
  } catch {
    say(form, words.away);
  }
  delete form.dataset.busy;
  if (button) { button.disabled = false; button.textContent = label; }
}

function done(form, json) {
  const next = (form.dataset.done ?? location.pathname + location.search).replace("{id}", encodeURIComponent(json?.id ?? ""));
  const target = new URL(next, location.href);
  if (target.href === location.href || (target.pathname === location.pathname && target.search === location.search)) {
    if (target.hash) location.hash = target.hash;
    location.reload();
  } else {
    location.assign(target);
  }
}

// The same wish keeps its key until it is granted; what was changed is another wish.
const wishes = new WeakMap();
function keyOf(form, body) {
  const text = typeof body === "string" ? body : [...body.values()].map((v) => (v instanceof File ? `${v.name} ${v.size} ${v.lastModified}` : v)).join("\n");
  const wish = wishes.get(form);
  if (wish?.text === text) return wish.key;
  const key = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  wishes.set(form, { text, key });
  return key;
}

export function collect(form) {
  const body = {};
  for (const field of form.querySelectorAll("[name]")) {
    const value = read(field, form);
    if (value !== undefined) put(body, field.name.split(/[.[\]]+/).filter(Boolean), value);
  }
  return prune(body);
}

function read(field, form) {
  const text = field.value.trim();
  switch (field.dataset.type) {
    case "keep": return field.value;
    case "number": return text === "" ? undefined : Number.isNaN(Number(text)) ? text : Number(text);
    case "bool": return text === "" ? undefined : text === "true";
    case "lines": { const lines = text.split(/\n/).map((l) => l.trim()).filter(Boolean); return lines.length ? lines : undefined; }
    case "count": {
      if (text === "") return undefined;
      const precision = form.querySelector(`[data-precision="${CSS.escape(field.name)}"]`)?.value ?? "exact";
      return precision === "exact" ? Number(text) : { value: Number(text), precision };
    }
    default: return text === "" ? undefined : text;
  }
}

function put(body, path, value) {
  let at = body;
  path.forEach((step, i) => {
    const last = i === path.length - 1;
    at[step] ??= last ? value : /^\d+$/.test(path[i + 1]) ? [] : {};
    at = at[step];
  });
}

// Rows left empty are no rows.
function prune(value) {
  if (Array.isArray(value)) return value.filter((v) => v !== undefined && v !== null).map(prune);
  if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, prune(v)]));
  return value;
}

function refuse(form, status, problem) {
  const unplaced = [];
  for (const { path, message } of problem?.errors ?? []) {
    const field = fieldAt(form, path);
    if (field) mark(field, message);
    else unplaced.push(message);
  }
  say(form, [problem?.title ?? words.odd, ...unplaced].join(" "), status === 409);
  form.querySelector("[aria-invalid=true]")?.focus();
}

// Rows left out move up: the n-th row sent is the n-th that was filled in.
function fieldAt(form, path) {
  const exact = form.querySelector(`[name="${CSS.escape(path)}"]`);
  const row = /^(.*)\[(\d+)\](?:\.(.*))?$/.exec(path);
  if (!row) return exact ?? form.querySelector(`[name^="${CSS.escape(path)}"]`);
  const rows = [...form.querySelectorAll(`[data-row="${CSS.escape(row[1])}"]`)].filter((r) => [...r.querySelectorAll("[name]")].some((f) => f.value.trim() !== ""));
  const filled = rows[Number(row[2])];
  return filled?.querySelector(row[3] ? `[name$=".${CSS.escape(row[3])}"]` : "[name]") ?? form.querySelector(`[name="${CSS.escape(row[1])}"]`) ?? exact;
}

function mark(field, message) {
  const error = document.createElement("p");
  error.className = "error";
  error.id = `${field.id || field.name}-error`;
  error.textContent = message;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", error.id);
  (field.closest(".pair") ?? field).after(error);
  for (let at = field.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
}

function clear(form) {
  for (const error of form.querySelectorAll("p.error")) error.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) { field.removeAttribute("aria-invalid"); field.removeAttribute("aria-describedby"); }
  const said = form.querySelector("[role=alert]");
  if (said) { said.hidden = true; said.textContent = ""; }
}

function say(form, message, stale = false) {
  let said = form.querySelector("[role=alert]");
  if (!said) {
    said = document.createElement("div");
    said.setAttribute("role", "alert");
    said.className = "said bad";
    form.append(said);
  }
  said.textContent = message + " ";
  if (stale) {
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = words.stale;
    said.append(again);
  }
  said.hidden = false;
}

function addRow(button) {
  const rows = [...button.closest("fieldset").querySelectorAll("[data-row]")];
  const row = rows[rows.length - 1].cloneNode(true);
  const swap = (text) => text.replace(/\[\d+\](?!.*\[\d+\])/, `[${rows.length}]`);
  for (const field of row.querySelectorAll("[name], label, [data-precision]")) {
    for (const name of ["name", "id", "for", "data-precision"]) if (field.hasAttribute(name)) field.setAttribute(name, swap(field.getAttribute(name)));
    if ("value" in field && field.tagName !== "SELECT") field.value = "";
    if (field.tagName === "SELECT") field.selectedIndex = 0;
  }
  button.before(row);
  row.querySelector("[name]").focus();
}
