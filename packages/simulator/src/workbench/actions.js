/** Asks the control path; a refusal becomes an error with its reason. */
export async function ask(path, body, method = body ? "POST" : "GET") {
  const answer = await fetch(`/_simulator/${path}`, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const given = await answer.json();
  if (!answer.ok) throw new Error(given.problem);
  return given;
}

export const element = (id) => document.getElementById(id);

let fading;

/** Says one line at the foot of the page, for a few seconds or until the next one. */
export function notify(text, lasting = false) {
  clearTimeout(fading);
  element("notice").textContent = text;
  if (!lasting) fading = setTimeout(() => notify("", true), 4000);
}

/** Runs something that takes its time: buttons wait, a failure is said. */
export async function busily(text, task) {
  const buttons = [...document.querySelectorAll("button")].filter((button) => !button.disabled);
  for (const button of buttons) button.disabled = true;
  notify(text, true);
  try {
    notify((await task()) ?? "");
  } catch (error) {
    notify(`没有做成：${error.message}`);
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

/** `09:02` of an instant with +08:00. */
export const clockOf = (iso) => iso.slice(11, 16);

/** A list's items, written as text only. */
export function fill(list, items) {
  list.replaceChildren(
    ...items.map(({ tag = "li", name, parts }) => {
      const item = document.createElement(tag);
      if (name) item.className = name;
      for (const [kind, text, label] of parts) {
        const part = document.createElement(kind);
        part.textContent = text;
        if (label) part.className = label;
        item.append(part);
      }
      return item;
    }),
  );
}
