import type { PrivacyNotice } from "../../api.ts";
import { privacyZh } from "../../message/privacy.zh.ts";
import type { IconName } from "../../ui/icon.tsx";
import type { Words } from "./words.ts";

/** One kind of data as the notice tells it. */
export type NoticeItem = Readonly<Omit<Told, "what" | "readers">> & {
  readonly what: readonly string[];
  readonly readers: readonly Told["readers"][number][];
};

type Told = PrivacyNotice["items"][number];

type ItemName =
  Extract<keyof typeof privacyZh, `privacy.item.${string}`> extends `privacy.item.${infer Name}` ? Name : never;

const icons: Readonly<Record<string, IconName>> = {
  "punch-time": "clock",
  "punch-place": "pin",
  choices: "folder",
  approvals: "calendar",
};

/** The drawing beside an item of the first page. */
export function iconOf({ id }: NoticeItem): IconName {
  return icons[id] ?? "shield";
}

/** What is kept, in a few words; what this app does not know yet by its own name. */
export function titleOf(m: Words, { id }: NoticeItem): string {
  return isItem(id) ? m[`privacy.item.${id}`] : id;
}

/** What it is for, in a line. */
export function whyOf(m: Words, { id }: NoticeItem): string {
  return isItem(id) ? m[`privacy.why.${id}`] : "";
}

/** Everything that belongs to it. */
export function whatOf(m: Words, { id }: NoticeItem): string {
  return isItem(id) ? m[`privacy.what.${id}`] : "";
}

/** For how long, `至少 2 年`; the numeral is the company's own. */
export function keptText(m: Words, { keep }: Pick<NoticeItem, "keep">): string {
  if (keep.unit === "days") return m["privacy.days"](keep.count);
  if (keep.unit === "until") return m["privacy.untilRead"];
  return keep.count % 12 === 0 ? m["privacy.years"](keep.count / 12) : m["privacy.months"](keep.count);
}

/** Who sees it, `你、项目负责人`. */
export function readersText(m: Words, readers: NoticeItem["readers"]): string {
  return readers.map((reader) => m[`privacy.reader.${reader}`]).join(m["privacy.between"]);
}

function isItem(id: string): id is ItemName {
  return `privacy.item.${id}` in privacyZh;
}
