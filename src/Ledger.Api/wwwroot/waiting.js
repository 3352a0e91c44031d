// Says in the page's head how many entries wait, sends them when it can, and lists them on their own page.

import { t } from "./says.js";
import { drop, keep, newKey, onRing, own, sendAll } from "./wishes.js";

const { unit, account, records } = document.body.dataset;
if (records !== undefined) begin();
// Whoever is signed out leaves no pages behind; what they logged waits for them.
else if (account === undefined) navigator.serviceWorker?.controller?.postMessage({ forget: true });

async function begin() {
  await keepSentence();
  onRing(show);
  addEventListener("online", pass);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) pass(); });
  document.querySelector("[data-send-now]")?.addEventListener("click", pass);
  setInterval(async () => { if ((await waiting()).some((w) => w.api && !w.refused)) pass(); }, 15_000);
  registerOffline();
  await pass();
}

const waiting = () => own(account).catch(() => []);

let passing = false;
async function pass() {
  await show();
  if (passing) return;
  passing = true;
  try {
    const { sent } = await sendAll(account, show);
    if (sent > 0) tell(t(`已发送 ${sent} 条待发送的登记`, `${sent} waiting entries were sent`));
  } catch { /* a browser that keeps nothing has nothing waiting */ } finally {
    passing = false;
    await show();
  }
}

async function show() {
  const wishes = await waiting();
  const badge = document.querySelector("[data-waiting]");
  if (badge) {
    badge.hidden = wishes.length === 0;
    badge.textContent = t(`待发送 ${wishes.length}`, `Waiting: ${wishes.length}`);
  }
  const list = document.querySelector("[data-wishes]");
  if (list) render(list, wishes);
}

function tell(message) {
  const said = document.querySelector("[data-told]");
  if (said) said.textContent = message;
}

function render(list, wishes) {
  list.replaceChildren(...wishes.map(row));
  for (const part of document.querySelectorAll("[data-none]")) part.hidden = wishes.length > 0;
  for (const part of document.querySelectorAll("[data-some]")) part.hidden = wishes.length === 0;
}

function row(wish) {
  const item = document.createElement("li");
  item.className = "row";
  const day = document.createElement("time");
  day.textContent = wish.day ?? new Date(wish.at).toLocaleDateString();
  const text = document.createElement("div");
  const name = document.createElement("strong");
  name.textContent = wish.note ?? [wish.name, wish.title].filter(Boolean).join(" · ");
  const state = document.createElement("p");
  state.className = wish.refused ? "error" : "quiet";
  state.textContent = stateOf(wish);
  const acts = document.createElement("p");
  if (wish.note) acts.append(anchor(t("打开核对", "Open and check"), `/${wish.unit}/log?s=${encodeURIComponent(wish.note)}&note=${wish.key}`));
  else if (wish.refused && !wish.id) acts.append(anchor(t("打开更正", "Open and mend"), `/${wish.unit}/log/${wish.kind}?wish=${wish.key}`));
  else if (wish.refused) acts.append(anchor(t("打开登记", "Open the entry"), `/${wish.unit}/entries/${wish.id}`));
  acts.append(discard(wish));
  text.append(name, state, acts);
  item.append(day, text);
  return item;
}

function stateOf(wish) {
  if (wish.note) return t("一句话，联网后打开核对，核对了才登记", "A sentence: open and check it when the network is back; nothing is logged before");
  if (wish.refused && wish.id) return t(`已登记；材料“${wish.refused.file}”没有收下：${wish.refused.title}`, `Logged; the file "${wish.refused.file}" was not taken: ${wish.refused.title}`);
  if (wish.refused) return [wish.refused.title, ...wish.refused.errors.map((e) => e.message)].join(" ");
  return wish.id ? t("已登记，材料等待发送", "Logged; its files wait") : t("等待网络，自动发送", "Waits for the network, then is sent by itself");
}

function anchor(text, address) {
  const a = document.createElement("a");
  a.className = "button";
  a.href = address;
  a.textContent = text;
  return a;
}

function discard(wish) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = t("删除", "Delete");
  button.addEventListener("click", () => {
    if (button.dataset.sure) { drop(wish.key).then(show); return; }
    button.dataset.sure = "1";
    button.textContent = t("确实删除，再点一次", "Press again to delete");
  });
  return button;
}

// The sentence's address, asked for without network, is answered with the waiting page: the sentence is kept as a note.
async function keepSentence() {
  const said = new URLSearchParams(location.search).get("s")?.trim();
  if (!said || !document.body.hasAttribute("data-kept") || !document.querySelector("[data-wishes]")) return;
  try {
    if (!(await own(account)).some((w) => w.note === said)) await keep({ key: newKey(), unit, account, note: said, at: Date.now() });
    tell(t("这句话已存在这台设备上，联网后打开核对。", "The sentence is kept on this device; open and check it when the network is back."));
  } catch { /* then it is still in the address */ }
}

// Pages for the time without network, where the browser has a place for them (https, or this very machine).
async function registerOffline() {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register("/assets/offline.js", { scope: "/" });
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ keep: [...document.querySelectorAll("[data-keep-page]")].map((a) => a.href), stamp: document.body.dataset.stamp });
  } catch { /* then only pages that are open go on without network */ }
}
