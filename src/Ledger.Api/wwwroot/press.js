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

/** To an address of ours, which may be this one: then it is read anew. */
export function go(address) {
  let target = new URL(address, location.href);
  if (target.origin !== location.origin) target = new URL("/", location.href);
  if (target.pathname === location.pathname && target.search === location.search) {
    if (target.hash) location.hash = target.hash;
    location.reload();
  } else {
    location.assign(target);
  }
}
