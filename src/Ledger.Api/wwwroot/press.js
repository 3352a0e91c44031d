// What pressing a button does: once, and then on to the next page.

import { clear, say, t } from "./says.js";

/** A second click while the first is on its way is no second wish. */
export async function once(form, button, work) {
  if (form.dataset.busy) return;
  form.dataset.busy = "1";
  const label = button?.textContent;
  if (button) { button.disabled = true; button.textContent = button.dataset.busy ?? t("正在提交……", "Sending…"); }
  clear(form);
  const leaving = await work().catch((error) => { say(form, String(error?.message ?? error)); });
  if (leaving) return;
  delete form.dataset.busy;
  if (button) { button.disabled = false; button.textContent = label; }
}

/** Says on this page what was done on the one before. */
export function tell() {
  try {
    const said = sessionStorage.getItem("told");
    sessionStorage.removeItem("told");
    if (said) document.querySelector("[data-told]").textContent = said;
  } catch { /* no store: nothing is told */ }
}

/** To an address of ours, which may be this one: then it is read anew. What was done is told there. */
export function go(address, told) {
  try { if (told) sessionStorage.setItem("told", told); } catch { /* no store: nothing is told */ }
  let target = new URL(address, location.href);
  if (target.origin !== location.origin) target = new URL("/", location.href);
  if (target.pathname === location.pathname && target.search === location.search) {
    if (target.hash) location.hash = target.hash;
    location.reload();
  } else {
    location.assign(target);
  }
}
