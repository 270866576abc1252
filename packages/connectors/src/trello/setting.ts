import type { NoteLimit } from "../ability.ts";
import { ConnectorError } from "../error.ts";
import type { FormField } from "../form.ts";
import { readSettings } from "../setting.ts";

/** What a connection to Trello is made of. */
export const form = [
  {
    name: "key",
    label: { zh: "API 密钥", en: "API key" },
    kind: "secret",
    required: true,
    help: {
      zh: "在 trello.com/power-ups/admin 建一个 Power-Up 后得到",
      en: "Of a Power-Up made at trello.com/power-ups/admin",
    },
  },
  {
    name: "token",
    label: { zh: "令牌", en: "Token" },
    kind: "secret",
    required: true,
    help: {
      zh: "用专用账号授权 read,write、永不过期；这个账号要是相关看板的普通成员。Trello 没有工时，工时写成卡片上的评论：⏱ 日期 · 姓名 · 小时 · 备注，以这个账号的名义发出",
      en: "Of an account of its own, scope read,write, never expiring, a normal member of the boards. Trello has no hours: they are comments of this account on the card, ⏱ date · name · hours · note",
    },
  },
  {
    name: "totalField",
    label: { zh: "合计字段", en: "Total field" },
    kind: "text",
    required: false,
    help: {
      zh: "看板上一个数字自定义字段的名称，例如「工时合计」；填了就同时更新卡片上的总小时数",
      en: "The name of a number custom field of the boards that then shows a card's hours altogether",
    },
  },
  {
    name: "states",
    label: { zh: "列表对应的状态", en: "States of lists" },
    kind: "text",
    required: false,
    help: {
      zh: "例如：待办=todo；进行中=doing；已完成=done。移到 done 的列表会勾上完成；没写的列表各是一种状态",
      en: "For example To Do=todo; Doing=doing; Done=done. A card in done is marked complete; other lists are states of their own",
    },
  },
  {
    name: "appSecret",
    label: { zh: "应用密钥（Secret）", en: "App secret" },
    kind: "secret",
    required: false,
    help: { zh: "和 API 密钥在同一页，用来核对 Webhook 的签名", en: "Beside the API key; webhooks are signed with it" },
  },
  {
    name: "callback",
    label: { zh: "Webhook 网址", en: "Webhook address" },
    kind: "text",
    required: false,
    help: {
      zh: "登记 Webhook 时写的网址，要一字不差；不填就用收到请求的网址",
      en: "Exactly as it was registered; without one the address that a request came to",
    },
  },
] as const satisfies readonly FormField[];

export type Settings = ReturnType<typeof readSettings<(typeof form)[number]["name"]>> & {
  /** The state of a list by its name in lower case. */
  readonly stateOfList: ReadonlyMap<string, ListState>;
};

export type ListState = "todo" | "doing" | "done";

const listStates: readonly ListState[] = ["todo", "doing", "done"];

/** Throws `invalid` for a mapping of lists that cannot be read. */
export function readTrelloSettings(given: Readonly<Record<string, string>>): Settings {
  const settings = readSettings(form, given);
  const parts = settings.states.split(/[;；\n]/).map((part) => part.trim());
  return { ...settings, stateOfList: new Map(parts.filter((part) => part !== "").map(pairOf)) };
}

function pairOf(part: string): [string, ListState] {
  const at = part.lastIndexOf("=");
  const list = part.slice(0, at).trim().toLowerCase();
  const state = listStates.find((one) => one === part.slice(at + 1).trim());
  if (at < 1 || list === "" || state === undefined) {
    throw new ConnectorError({ kind: "invalid", code: "setting-malformed", field: "states" });
  }
  return [list, state];
}

/** Trello's own limit is 16,384, counted in a way it does not tell. */
export const noteLimit: NoteLimit = { most: 4000, unit: "characters" };
