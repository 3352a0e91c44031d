// An import is previewed and then confirmed with the same file. A browser forgets the file between two pages, so the
// answer is put in the place of this page's content, and the file that was chosen goes along.
// Without this script the file is chosen twice, and everything works.

import { say, t } from "./says.js";

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-import]");
  if (!form) return;
  const file = form.querySelector("input[type=file]");
  if (!file?.files.length) return;
  event.preventDefault();
  const button = form.querySelector("button");
  if (button.disabled) return;
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "text/html" }, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.querySelector("main");
    if (!main) throw new Error("no page");
    for (const next of main.querySelectorAll("form[data-keep-file]")) {
      const again = next.querySelector("input[type=file]");
      again.files = file.files;
      again.closest("[data-file]").hidden = true;
    }
    document.querySelector("main").replaceWith(main);
    document.title = page.title;
    main.querySelector("[role=alert], [role=status], #preview h2")?.scrollIntoView({ block: "center" });
    main.focus();
  } catch {
    button.disabled = false;
    say(form, t(
      "没有发出去：网络不通，或者文件在选择之后又改动过。请重新选择文件再试。",
      "The file could not be sent: the network is away, or the file has been changed since it was chosen. Choose it again."));
  }
});
