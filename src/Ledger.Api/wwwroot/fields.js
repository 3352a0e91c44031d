// A form's fields: as the JSON the API takes, and as they were typed, to be put back. A field's name is its path in the
// JSON; data-type says how its text is read.

/** The form as JSON; fields left empty are left out. */
export function collect(form) {
  const body = {};
  for (const field of form.querySelectorAll("[name]:not([type=file])")) {
    // Says in which item of a list a value stands: its own text is the item's number.
    if (field.dataset.type === "place") { put(body, [field.dataset.list, field.value, "parts", field.dataset.at], field.dataset.value); continue; }
    const value = read(field, form);
    if (value !== undefined) put(body, field.name.split(/[.[\]]+/).filter(Boolean), value);
  }
  return prune(body);
}

/** What stands in the form, field by field. */
export function typed(form) {
  return [...form.querySelectorAll("[name]:not([type=file], [type=hidden]), [data-precision]")].map((f) => [f.name || `~${f.dataset.precision}`, f.value]);
}

/** Puts back what was typed, with as many rows as it takes. */
export function retype(form, values) {
  for (const [name, value] of values) {
    let field = named(form, name);
    for (let rows = 0; !field && value !== "" && rows < 50; rows++) {
      const row = /^~?([^[]+)\[\d+\]/.exec(name)?.[1];
      const more = row && form.querySelector(`[data-row="${CSS.escape(row)}"]`)?.closest("fieldset")?.querySelector("[data-more]");
      if (!more) break;
      addRow(more);
      field = named(form, name);
    }
    if (field) field.value = value;
    if (field && value !== "" && !field.matches("select[data-precision]")) open(field);
  }
}

/** One more row of a list, empty. */
export function addRow(button) {
  const rows = [...button.closest("fieldset").querySelectorAll("[data-row]")];
  const row = rows[rows.length - 1].cloneNode(true);
  const swap = (text) => text.replace(/\[\d+\](?!.*\[\d+\])/, `[${rows.length}]`);
  for (const field of row.querySelectorAll("[name], label, [data-precision]")) {
    for (const name of ["name", "id", "for", "data-precision"]) if (field.hasAttribute(name)) field.setAttribute(name, swap(field.getAttribute(name)));
    if ("value" in field && field.tagName !== "SELECT") field.value = "";
    if (field.tagName === "SELECT") field.selectedIndex = 0;
  }
  button.before(row);
  return row;
}

/** Unfolds whatever a field is folded away in. */
export function open(field) {
  for (let at = field.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
}

/** The field that a path of the API means. Rows left out move up: the n-th row sent is the n-th that was filled in. */
export function fieldAt(form, path) {
  const exact = form.querySelector(`[name="${CSS.escape(path)}"]`);
  const row = /^(.*)\[(\d+)\](?:\.(.*))?$/.exec(path);
  if (!row) return exact ?? form.querySelector(`[name^="${CSS.escape(path)}"]`);
  const rows = [...form.querySelectorAll(`[data-row="${CSS.escape(row[1])}"]`)].filter((r) => [...r.querySelectorAll("[name]")].some((f) => f.value.trim() !== ""));
  const filled = rows[Number(row[2])];
  return filled?.querySelector(row[3] ? `[name$=".${CSS.escape(row[3])}"]` : "[name]") ?? form.querySelector(`[name="${CSS.escape(row[1])}"]`) ?? exact;
}

function named(form, name) {
  return name.startsWith("~") ? form.querySelector(`[data-precision="${CSS.escape(name.slice(1))}"]`) : form.querySelector(`[name="${CSS.escape(name)}"]:not([type=hidden])`);
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
