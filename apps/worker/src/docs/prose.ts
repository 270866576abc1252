import { html, raw } from "hono/html";

type Html = ReturnType<typeof html>;

/** Plain text with blank lines, `- ` lists and `code`, as HTML; what is English says so. */
export function prose(text: string): Html[] {
  return text.split(/\n\n+/).map((block) => {
    const lines = block.split("\n");
    if (lines.every((line) => line.startsWith("- "))) {
      return html`<ul lang="${isEnglish(block) ? "en" : "zh-CN"}">${lines.map((line) => html`<li>${inline(line.slice(2))}</li>`)}</ul>`;
    }
    return isEnglish(block) ? html`<p lang="en">${inline(block)}</p>` : html`<p>${inline(block)}</p>`;
  });
}

/** `中文 · English` with `code`, as two, so that a reader's voice knows which is which. */
export function bilingual(text: string): Html {
  const [zh = "", ...en] = text.split(" · ");
  const said = html`${inline(zh)}`;
  return en.length === 0 ? said : html`${said} <span lang="en">${inline(en.join(" · "))}</span>`;
}

function inline(text: string): (Html | string)[] {
  return text.split(/`([^`]*)`/).map((part, n) => (n % 2 === 0 ? part : html`<code>${part}</code>`));
}

function isEnglish(text: string): boolean {
  return !/\p{Script=Han}/u.test(text);
}

export const nothing = raw("");
