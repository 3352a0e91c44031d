// Forms that speak the ledger's own API: <form data-api="/api/…" data-method="POST" data-done="/where/next">.

import { addRow, collect } from "./fields.js";
import { go, once, tell } from "./press.js";
import { refuse, say, t } from "./says.js";
import { ask, newKey } from "./wishes.js";
import "./keys.js";
import "./log.js";
import "./waiting.js";

tell();

for (const form of document.querySelectorAll("form[data-api]:not([data-kind])")) {
  form.addEventListener("submit", (event) => { event.preventDefault(); once(form, event.submitter, () => send(form)); });
}

for (const button of document.querySelectorAll("button[data-more]")) {
  button.addEventListener("click", () => addRow(button).querySelector("[name]").focus());
}

async function send(form) {
  const file = form.dataset.body === "file";
  const body = file ? new FormData(form) : JSON.stringify(collect(form));
  const headers = { "Idempotency-Key": keyOf(form, body), ...(file ? {} : { "Content-Type": "application/json" }) };
  const answer = await ask(form.dataset.api, { method: form.dataset.method ?? "POST", headers, body });
  if (answer.state === "sent" && form.dataset.shows) { show(form, answer.json); return true; }
  if (answer.state === "sent") { go((form.dataset.done ?? location.pathname + location.search).replace("{id}", encodeURIComponent(answer.json?.id ?? ""))); return true; }
  const later = form.querySelector("[data-later][hidden]");
  if (later && answer.problem?.type?.endsWith(`:${later.dataset.later}`)) { later.hidden = false; later.querySelector("[name]").focus(); say(form, answer.problem.title, true); return false; }
  // A guard warns: the question it asks shows itself, with room for the reason.
  for (const guard of answer.problem?.guards ?? []) for (const asked of form.querySelectorAll(`[data-guard="${CSS.escape(guard.code)}"]`)) asked.hidden = false;
  if (answer.problem) refuse(form, answer.problem, { stale: answer.status === 409 });
  else say(form, t("网络不通，没有保存；填写的内容都还在，网络恢复后再点一次。", "The network is away: nothing was saved, and nothing you wrote is lost. Send it again when it is back."));
  return false;
}

// What is answered once and never again, in place of what asked for it.
function show(form, json) {
  const shown = document.getElementById(form.dataset.shows);
  for (const list of shown.querySelectorAll("[data-list]")) {
    list.replaceChildren(...json[list.dataset.list].map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  }
  for (const shows of shown.querySelectorAll("[data-text]")) shows.textContent = json[shows.dataset.text];
  form.closest("[data-until-shown]").hidden = true;
  shown.hidden = false;
  shown.focus();
}

// The same wish keeps its key until it is granted; what was changed is another wish.
const wishes = new WeakMap();
function keyOf(form, body) {
  const text = typeof body === "string" ? body : [...body.values()].map((v) => (v instanceof File ? `${v.name} ${v.size} ${v.lastModified}` : v)).join("\n");
  const wish = wishes.get(form);
  if (wish?.text === text) return wish.key;
  const key = newKey();
  wishes.set(form, { text, key });
  return key;
}
