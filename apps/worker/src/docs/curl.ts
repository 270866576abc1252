import type { Chapter, Parameter } from "./description.ts";

/** A line for a shell that does what a chapter tells; the key is taken from `$TODAY_KEY`. */
export function curlOf(chapter: Chapter, origin: string): string {
  const wanted = (chapter.parameters ?? []).filter(({ required }) => required === true);
  const query = wanted.filter((one) => one.in === "query").map((one) => `${one.name}=${exampleOf(one)}`);
  const url = `${origin}${chapter.path}${query.length === 0 ? "" : `?${query.join("&")}`}`;
  const headers = wanted.filter((one) => one.in === "header").map((one) => `${titled(one.name)}: ${exampleOf(one)}`);
  const key = chapter.security === undefined ? [] : ["Authorization: Bearer $TODAY_KEY"];
  const body = chapter.requestBody?.content["application/json"]?.example;
  const type = body === undefined ? [] : ["Content-Type: application/json"];
  const lines = [
    `curl${chapter.method === "GET" ? "" : ` -X ${chapter.method}`} "${url}"`,
    ...[...key, ...headers, ...type].map((header) => `  -H "${header}"`),
    ...(body === undefined ? [] : [`  -d '${JSON.stringify(body)}'`]),
  ];
  return lines.join(" \\\n");
}

function exampleOf({ example, schema }: Parameter): string {
  return String(example ?? schema?.example ?? "");
}

function titled(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
