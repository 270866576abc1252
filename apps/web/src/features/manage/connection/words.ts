import { connectionEn } from "../../../message/connection.en.ts";
import { connectionZh } from "../../../message/connection.zh.ts";
import { connectionLinkEn } from "../../../message/connection-link.en.ts";
import { connectionLinkZh } from "../../../message/connection-link.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

const zh = { ...connectionZh, ...connectionLinkZh };
const en = { ...connectionEn, ...connectionLinkEn };

/** The app's messages with those of 连接. */
export type Words = Message & typeof zh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? zh : en) };
}

/** Why something could not be done here. */
export function whyNot(m: Words, error: unknown): string {
  const found = [`connection.problem.${codeOf(error)}`, `link.problem.${codeOf(error)}`].find((key) => key in zh);
  return found === undefined ? problemSentence(m, error) : m[found as "link.problem.quota-exhausted"];
}

/** A plain sentence by a key made up of parts, or another one where there is none: `wordOf(m, "link.kind.", "night", "other")`. */
export function wordOf(m: Words, beginning: string, name: string, otherwise: string): string {
  const said: unknown = m[`${beginning}${name}` as keyof Words];
  return typeof said === "string" ? said : String(m[`${beginning}${otherwise}` as keyof Words] ?? otherwise);
}
