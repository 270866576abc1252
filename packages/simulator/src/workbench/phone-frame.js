import { ask, element, notify } from "./actions.js";

const frame = element("frame");
let holder = null;
let app = null;

/** Hands the phone to a person and opens the micro-app on it. */
export async function holdPhone(userId) {
  holder = userId;
  app = await ask("app");
  element("title").textContent = "微应用";
  element("right").textContent = "···";
  element("apart").href = addressOf(userId);
  if (app.url === null) return sleep("还没有接上微应用。用 npm start 启动时会自动接上。");
  element("asleep").hidden = true;
  frame.src = "about:blank";
  frame.src = addressOf(userId);
}

/** Tells the phone what time it is, and that its page came to the front again. */
export function wakePhone(now) {
  tell({ kind: "clock", now });
  tell({ kind: "resume" });
}

function addressOf(userId) {
  return `/_simulator/phone/${encodeURIComponent(userId)}/?corpId=${encodeURIComponent(app.corpId)}`;
}

function tell(message) {
  frame.contentWindow?.postMessage({ simulator: "workbench", ...message }, location.origin);
}

function sleep(text) {
  element("asleep-text").textContent = text;
  element("asleep").hidden = false;
}

element("back").addEventListener("click", () => tell({ kind: "back" }));
element("right").addEventListener("click", () => tell({ kind: "right" }));
for (const id of ["reload", "wake"]) element(id).addEventListener("click", () => holdPhone(holder));

window.addEventListener("message", ({ data, source }) => {
  if (source !== frame.contentWindow || data?.simulator !== "phone") return;
  if (data.kind === "title") element("title").textContent = data.title;
  else if (data.kind === "right") element("right").textContent = data.text || "···";
  else if (data.kind === "closed") sleep("微应用自己关上了。");
  else if (data.kind === "opened") notify(`手机要打开：${data.url}`);
});
