// What a form says back: what is wrong beside the field it is wrong in, the rest below the form.

import { fieldAt, open } from "./fields.js";

const english = document.documentElement.lang === "en";

/** In the reader's language. */
export const t = (chinese, inEnglish) => (english ? inEnglish : chinese);

/** Says what the API refused. */
export function refuse(form, problem, { stale = false } = {}) {
  const unplaced = [];
  for (const { path, message } of problem?.errors ?? []) {
    const field = fieldAt(form, path);
    if (field) mark(field, message);
    else unplaced.push(message);
  }
  say(form, [problem?.title ?? t("服务器的答复无法识别，请刷新后查看是否已保存。", "The server answered in a way this page does not understand."), ...unplaced].join(" "));
  if (stale) link(form, t("重新载入", "Read it again"), location.href);
  form.querySelector("[aria-invalid=true]")?.focus();
}

/** Marks what the browser itself can see is wrong, while nobody can be asked; whether nothing was. */
export function passes(form) {
  const wrong = [...form.querySelectorAll("[name]")].filter((f) => !f.validity.valid);
  for (const field of wrong) mark(field, field.validationMessage);
  wrong[0]?.focus();
  return wrong.length === 0;
}

export function mark(field, message) {
  const error = document.createElement("p");
  error.className = "error";
  error.id = `${field.id || field.name}-error`;
  error.textContent = message;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", error.id);
  (field.closest(".pair") ?? field).after(error);
  open(field);
}

export function clear(form) {
  for (const error of form.querySelectorAll("p.error")) error.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) { field.removeAttribute("aria-invalid"); field.removeAttribute("aria-describedby"); }
  for (const said of form.querySelectorAll("[role=alert]")) said.remove();
}

/** Says something below the form; good news in another colour. */
export function say(form, message, good = false) {
  form.querySelector("[role=alert]")?.remove();
  const said = document.createElement("div");
  said.setAttribute("role", "alert");
  said.className = good ? "said" : "said bad";
  said.append(`${message} `);
  form.append(said);
  return said;
}

export function link(form, text, address) {
  const a = document.createElement("a");
  a.href = address;
  a.textContent = text;
  form.querySelector("[role=alert]").append(a, " ");
}
