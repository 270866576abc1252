import { html, raw } from "hono/html";
import { problemsZh } from "../public/problems.ts";
import { curlOf } from "./curl.ts";
import {
  type Chapter,
  chaptersOf,
  type Described,
  type Parameter,
  resolved,
  type Schema,
  typeText,
} from "./description.ts";
import { bilingual, nothing, prose } from "./prose.ts";
import { style } from "./style.ts";

type Html = ReturnType<typeof html>;

/** The readable page of a document, whole in itself: no script, no picture, nothing from elsewhere. */
export function renderPage(document: Described, origin: string): Html {
  const chapters = chaptersOf(document.paths);
  const events = chaptersOf(document.webhooks ?? {}).map((event) => ({ ...event, id: `event-${event.path}` }));
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="page">
<header id="about">
<h1>${bilingual(document.info.title)}</h1>
${prose(document.info.description)}
</header>
<nav aria-label="目录 Contents">
<ul>
<li><a href="#about">说明 <span lang="en">About</span></a></li>
<li class="group">接口 <span lang="en">Calls</span></li>
${chapters.map(contentsLine)}
<li class="group">推送的事件 <span lang="en">Events</span></li>
${events.map(contentsLine)}
<li class="group">其他 <span lang="en">More</span></li>
<li><a href="#problems">错误代码 <span lang="en">Errors</span></a></li>
<li><a href="/v1/openapi.json">OpenAPI 3.1</a></li>
</ul>
</nav>
<main>
${chapters.map((chapter) => chapterPart(chapter, document, origin))}
${events.map((event) => chapterPart(event, document, null))}
${problemsPart(chapters)}
</main>
</div>
</body>
</html>`;
}

function contentsLine({ id, summary = "", path }: Chapter): Html {
  return html`<li><a href="#${id}">${bilingual(summary || path)}</a></li>`;
}

function chapterPart(chapter: Chapter, document: Described, origin: string | null): Html {
  const { id, method, path, summary = path, description = "", parameters = [], requestBody, security } = chapter;
  const body = requestBody?.content["application/json"];
  const scopes = (security ?? []).flatMap((one) => Object.values(one).flat());
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${bilingual(summary)}</h2>
<p><code><span class="method">${method}</span>${path}</code>${scopes.map((scope) => html` <span class="must">需要 <span lang="en">scope</span> <code>${scope}</code></span>`)}</p>
${prose(description)}
${parameters.length === 0 ? nothing : html`<h3>参数 <span lang="en">Parameters</span></h3><dl>${parameters.map(parameterPart)}</dl>`}
${body?.schema === undefined ? nothing : html`<h3>正文 <span lang="en">Body</span></h3>${fieldParts(resolved(body.schema, document))}`}
${origin === null ? block("内容", "What is sent", body?.example) : html`<h3>调用 <span lang="en">Call</span></h3>${pre(curlOf(chapter, origin))}`}
${answers(chapter)}
${refusals(chapter)}
</section>`;
}

function parameterPart({ name, required, schema = {}, description = schema.description, ...rest }: Parameter): Html {
  const example = rest.example ?? schema.example;
  return html`<dt><code>${name}</code> ${must(required === true)} <span class="must">${typeText(schema)}</span></dt>
<dd>${description === undefined ? nothing : bilingual(description)}${example === undefined ? nothing : html` <code>${String(example)}</code>`}</dd>`;
}

function fieldParts({ properties = {}, required = [], description }: Schema): Html {
  const fields = Object.entries(properties).map(
    ([name, field]) =>
      html`<dt><code>${name}</code> ${must(required.includes(name))} <span class="must">${typeText(field)}</span></dt><dd>${field.description === undefined ? nothing : bilingual(field.description)}</dd>`,
  );
  return html`${description === undefined ? nothing : html`<p lang="en">${bilingual(description)}</p>`}${fields.length === 0 ? nothing : html`<dl>${fields}</dl>`}`;
}

function must(required: boolean): Html {
  return required ? html`<span class="must">必填 <span lang="en">required</span></span>` : html``;
}

function answers({ responses }: Chapter): Html[] {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, { content }]) => block(`回答 ${status}`, "Answer", content?.["application/json"]?.example));
}

function block(zh: string, en: string, example: unknown): Html {
  if (example === undefined) return html``;
  return html`<h3>${zh} <span lang="en">${en}</span></h3>${pre(JSON.stringify(example, null, 2))}`;
}

function pre(text: string): Html {
  return html`<pre tabindex="0">${text}</pre>`;
}

function codesOf({ responses }: Chapter): (readonly [status: string, code: string, title: string])[] {
  return Object.entries(responses).flatMap(([status, { content }]) =>
    Object.entries(content?.["application/problem+json"]?.examples ?? {}).map(([code, { value }]) => {
      return [status, code, value.title ?? ""] as const;
    }),
  );
}

function refusals(chapter: Chapter): Html {
  const codes = codesOf(chapter);
  if (codes.length === 0) return html``;
  return html`<h3>可能的错误 <span lang="en">Errors</span></h3>
<p>${codes.map(([status, code]) => html`<a href="#problem-${code}"><code>${status} ${code}</code></a> `)}</p>`;
}

function problemsPart(chapters: readonly Chapter[]): Html {
  const all = new Map(chapters.flatMap(codesOf).map((one) => [one[1], one]));
  const sorted = [...all.values()].sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));
  return html`<section id="problems" aria-labelledby="problems-title">
<h2 id="problems-title">错误代码 <span lang="en">Errors</span></h2>
<dl>${sorted.map(
    ([status, code, title]) => html`<dt id="problem-${code}"><code>${status} ${code}</code></dt>
<dd>${problemsZh[code] ?? ""} <span lang="en">${title}</span></dd>`,
  )}</dl>
</section>`;
}
