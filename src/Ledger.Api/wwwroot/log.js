// The form that logs: <form data-kind="…" data-api="…">. What is logged is first kept on this device, then sent; without
// network it waits there. What is half typed is kept as a draft.

import { collect, fieldAt, retype, typed } from "./fields.js";
import { go, once } from "./press.js";
import { clear, link, mark, passes, refuse, say, t } from "./says.js";
import { ask, drop, keep, newKey, own, reasonsOf, send } from "./wishes.js";

const { unit, account } = document.body.dataset;
const form = document.querySelector("form[data-kind]");

async function begin() {
  form.addEventListener("submit", (event) => { event.preventDefault(); once(form, event.submitter, log); });
  form.addEventListener("input", saveDraft);
  form.querySelector("[data-date-more]")?.addEventListener("click", () => addDate().focus());
  form.querySelector("[data-date-monthly]")?.addEventListener("click", addMonths);
  // A page from this device's own store shows the day it was stored.
  if (document.body.hasAttribute("data-kept")) form.querySelector("[name=occurredOn]").value = today();
  const asked = new URLSearchParams(location.search);
  if (asked.get("wish")) await reopen(asked.get("wish"));
  else if (![...asked.keys()].length) offerDraft();
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

async function log() {
  const fields = collect(form);
  const days = [fields.occurredOn, ...[...form.querySelectorAll("[data-date]")].map((f) => f.value)].filter((d, i, all) => i === 0 || (d && all.indexOf(d) === i));
  const bodies = days.map((day) => JSON.stringify({ ...fields, occurredOn: day }));
  const near = [];
  const warned = [];
  for (const body of bodies) {
    const answer = await ask(`${form.dataset.api}/check`, { body, headers: { "Content-Type": "application/json" } });
    if (answer.state === "refused") { refuse(form, answer.problem); return false; }
    if (answer.state !== "sent") break;
    near.push(...answer.json.alike);
    warned.push(...(answer.json.warnings ?? []));
  }
  if (near.length + warned.length > 0 && form.dataset.seen !== bodies.join("\n")) {
    form.dataset.seen = bodies.join("\n");
    if (near.length > 0) pointOut(near);
    if (warned.length > 0) askWhy(warned);
    return false;
  }
  return await keepAndSend(bodies, days);
}

async function keepAndSend(bodies, days) {
  const files = await chosenFiles();
  const values = typed(form);
  const wishes = bodies.map((body, i) => ({
    key: keyFor(body), unit, account, kind: form.dataset.kind, name: form.dataset.name, title: collect(form).title, day: days[i],
    api: form.dataset.api, body, typed: values, files: i === 0 ? files : [], at: Date.now(),
  }));
  try {
    await keep(...wishes);
  } catch {
    return await sendWithoutKeeping(bodies);
  }
  forgetDraft();
  const notes = [form.dataset.wish, new URLSearchParams(location.search).get("note")].filter(Boolean);
  for (const note of notes) if (!wishes.some((w) => w.key === note)) await drop(note);
  const answers = [];
  for (const wish of wishes) {
    answers.push(await send(wish.key));
    if (answers.at(-1).state === "away" || answers.at(-1).state === "signed-out") break;
  }
  return await told(wishes, answers);
}

async function told(wishes, answers) {
  const last = answers.at(-1);
  if (last.state === "refused" && wishes.length === 1 && !last.id) {
    await drop(wishes[0].key);
    refuse(form, last.problem);
    return false;
  }
  for (const [i, answer] of answers.entries()) if (answer.state === "refused") await keep({ ...wishes[i], id: answer.id, refused: reasonsOf(answer) });
  if (answers.every((a) => a.state === "sent") && answers.length === wishes.length) {
    const range = wishes.map((w) => w.day).sort();
    go(wishes.length === 1 ? `/${unit}/entries/${encodeURIComponent(last.id)}` : `/${unit}/entries?kind=${form.dataset.kind}&from=${range[0]}&to=${range.at(-1)}`, wishes.length === 1 ? t("已登记。", "It is logged.") : t(`已登记 ${wishes.length} 条。`, `${wishes.length} entries are logged.`));
    return true;
  }
  if (answers.some((a) => a.state === "refused")) { go(`/${unit}/waiting`); return true; }
  if (last.state === "away" && !passes(form)) {
    for (const wish of wishes) await drop(wish.key);
    return false;
  }
  blank();
  say(form, last.state === "signed-out"
    ? t("登录已过期。这条登记已存在这台设备上，重新登录后自动发送。", "Your session has ended. The entry is kept on this device and is sent when you have signed in again.")
    : t("网络不通。这条登记已存在这台设备上，网络恢复后自动发送，不用再填。", "The network is away. The entry is kept on this device and is sent by itself when it is back."), true).scrollIntoView({ block: "center" });
  link(form, t("待发送的登记", "Entries that wait"), `/${unit}/waiting`);
  return false;
}

// A browser that keeps nothing (a private window) still logs while there is a network.
async function sendWithoutKeeping(bodies) {
  for (const body of bodies) {
    const answer = await ask(form.dataset.api, { body, headers: { "Content-Type": "application/json", "Idempotency-Key": keyFor(body) } });
    if (answer.state === "refused") { refuse(form, answer.problem); return false; }
    if (answer.state !== "sent") {
      say(form, t("网络不通，而这个浏览器不保存内容：没有登记，请在网络恢复后再点一次。", "The network is away and this browser keeps nothing: nothing was logged. Send it again when it is back."));
      return false;
    }
  }
  go(`/${unit}/entries`);
  return true;
}

// The same text is the same wish, however often it is sent from this form.
const keys = new Map();
function keyFor(body) {
  if (!keys.has(body)) keys.set(body, newKey());
  return keys.get(body);
}

async function chosenFiles() {
  const files = [...form.querySelectorAll("[type=file]")].flatMap((input) => [...input.files]);
  // As bytes: a file on a card that is pulled out cannot be read later.
  return await Promise.all(files.map(async (f) => ({ name: f.name, type: f.type, bytes: await f.arrayBuffer() })));
}

function pointOut(near) {
  const said = say(form, t("可能已经登记过：", "This may be logged already:"));
  const list = document.createElement("ul");
  for (const entry of near.slice(0, 5)) {
    const item = document.createElement("li");
    const a = document.createElement("a");
    a.href = `/${unit}/entries/${entry.id}`;
    a.textContent = `${entry.occurredOn} ${entry.title || entry.kindName}`;
    item.append(a, entry.recordedBy ? t(`（${entry.recordedBy} 登记）`, ` (logged by ${entry.recordedBy})`) : "");
    list.append(item);
  }
  said.append(list, t("如果是另一件事，再点一次“登记”。", "If it is another activity, press the button once more."));
}

// Not as it ought to be: asked once, with the field that takes the reason, and logged all the same.
function askWhy(warned) {
  for (const { field, message, source } of warned.filter((w, i) => warned.findIndex((o) => o.field === w.field) === i)) mark(fieldAt(form, field), `${message}（${source}）`);
  if (!form.querySelector("[role=alert]")) say(form, t("有一处请看一下；写明原因后再点一次“登记”，不写也可以登记。", "One thing to look at: give the reason and press the button once more; without a reason it is logged too."));
  form.querySelector("[aria-invalid=true]").focus();
}

function blank() {
  form.reset();
  for (const field of form.querySelectorAll("[name]:not([type=hidden], [type=file])")) if (!field.closest("[data-row]") || field.name) field.value = field.tagName === "SELECT" ? field.options[0].value : "";
  for (const field of form.querySelectorAll("[data-date]")) field.remove();
  form.querySelector("[name=occurredOn]").value = today();
  keys.clear();
  clear(form);
}

// Dates beside the first one: the same thing on other days.

function addDate(value = "") {
  const box = form.querySelector("[data-dates]");
  const field = document.createElement("input");
  field.type = "date";
  field.dataset.date = "";
  field.value = value;
  field.setAttribute("aria-label", t("另一个日期", "Another date"));
  box.append(field);
  return field;
}

function addMonths() {
  const first = form.querySelector("[name=occurredOn]");
  if (!first.value) { mark(first, t("先填第一次的日期", "Fill in the first date")); return; }
  const [year, month, day] = first.value.split("-").map(Number);
  const there = new Set([first.value, ...[...form.querySelectorAll("[data-date]")].map((f) => f.value)]);
  for (let m = 1; m <= 12; m++) {
    const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
    const date = `${year}-${String(m).padStart(2, "0")}-${String(Math.min(day, last)).padStart(2, "0")}`;
    if (m !== month && date <= today() && !there.has(date)) addDate(date);
  }
}

// Drafts: one for each kind, on this device.

const draftName = form && `draft/${account}/${unit}/${form.dataset.kind}`;
let saving;
function saveDraft() {
  clearTimeout(saving);
  saving = setTimeout(() => { try { localStorage.setItem(draftName, JSON.stringify({ at: Date.now(), typed: typed(form) })); } catch { /* full or switched off: no draft */ } }, 250);
}

function forgetDraft() {
  clearTimeout(saving);
  try { localStorage.removeItem(draftName); } catch { /* there is none then */ }
}

function offerDraft() {
  let draft;
  try { draft = JSON.parse(localStorage.getItem(draftName) ?? "null"); } catch { /* unreadable: none */ }
  if (!draft || JSON.stringify(draft.typed) === JSON.stringify(typed(form))) return;
  const offer = document.createElement("div");
  offer.className = "said draft";
  offer.append(t("上次没填完的内容还在：", "What you had begun is still here: "));
  const button = (label, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = label;
    b.addEventListener("click", () => { act(); offer.remove(); form.querySelector("[name]:not([type=hidden])").focus(); });
    offer.append(b, " ");
  };
  button(t("接着填", "Go on with it"), () => retype(form, draft.typed));
  button(t("不要了", "Throw it away"), forgetDraft);
  form.before(offer);
}

// A wish that was refused comes back into the form with what was wrong.
async function reopen(key) {
  const wish = (await own(account)).find((w) => w.key === key && w.kind === form.dataset.kind);
  if (!wish) return;
  form.dataset.wish = key;
  keys.set(wish.body, key);
  retype(form, wish.typed ?? []);
  form.querySelector("[name=occurredOn]").value = wish.day;
  if (wish.refused) refuse(form, wish.refused);
}

if (form) begin();
