import type { NoteLimit } from "../ability.ts";
import type { FormField } from "../form.ts";
import { readSettings } from "../setting.ts";

/** What a connection to ZenTao is made of. */
export const form = [
  {
    name: "address",
    label: { zh: "禅道地址", en: "ZenTao address" },
    kind: "address",
    required: true,
    help: {
      zh: "登录页的网址，例如 https://pm.example.com/zentao",
      en: "Where you sign in, https://pm.example.com/zentao",
    },
  },
  {
    name: "account",
    label: { zh: "账号", en: "Account" },
    kind: "text",
    required: true,
    help: {
      zh: "专用的禅道账号，要能看到相关项目和执行，并有「公司-浏览」权限",
      en: "An account of its own that sees the projects and executions and may browse the company",
    },
  },
  {
    name: "password",
    label: { zh: "密码", en: "Password" },
    kind: "secret",
    required: true,
    help: { zh: "输错六次禅道会锁定账号十分钟", en: "ZenTao locks the account for ten minutes after six wrong ones" },
  },
  {
    name: "appCode",
    label: { zh: "应用代号", en: "Application code" },
    kind: "text",
    required: false,
    help: {
      zh: "「后台 → 二次开发 → 应用」里打开了免密登录的应用；和密钥都填上，工时就记在每个人自己名下",
      en: "Of an application with password-free login; with its key, hours stand in each person's own name",
    },
  },
  {
    name: "appKey",
    label: { zh: "应用密钥", en: "Application key" },
    kind: "secret",
    required: false,
    help: {
      zh: "持有它的人可以登录成任何人，请在禅道里限制 IP；不填时工时记在专用账号名下，姓名写在工作内容里",
      en: "Its holder can become anybody: restrict it by IP. Without it hours stand in the account's name with the person in the text",
    },
  },
  {
    name: "left",
    label: { zh: "预计剩余", en: "Hours left" },
    kind: "choice",
    required: false,
    help: {
      zh: "记工时后任务的预计剩余怎么变；不选就按工时减少。两种都不会让任务自动完成",
      en: "What becomes of a task's hours left, reduced without a choice. Neither finishes a task",
    },
    choices: [
      { value: "reduce", label: { zh: "减去工时", en: "Reduce by the hours" } },
      { value: "keep", label: { zh: "保持不变", en: "Keep" } },
    ],
  },
  {
    name: "correction",
    label: { zh: "更正和删除工时", en: "Correcting hours" },
    kind: "choice",
    required: false,
    help: {
      zh: "禅道的接口不能改工时，只能用页面操作；不选时只补记增加的部分",
      en: "ZenTao's API cannot change hours, only its pages can; without a choice only what is added is written",
    },
    choices: [
      { value: "estimate", label: { zh: "页面操作（18 版）", en: "Page actions of version 18" } },
      { value: "effort", label: { zh: "页面操作（更新的版本）", en: "Page actions of newer versions" } },
    ],
  },
  {
    name: "inboundSecret",
    label: { zh: "Webhook 暗号", en: "Webhook secret" },
    kind: "secret",
    required: false,
    help: {
      zh: "禅道的通知没有签名，暗号放在通知网址的最后一段或 secret 参数里",
      en: "ZenTao signs nothing, so the webhook's address ends with this or has it as its secret parameter",
    },
  },
] as const satisfies readonly FormField[];

export type Settings = ReturnType<typeof readSettings<(typeof form)[number]["name"]>>;

/** The settings with the bare address of the site, also when that of its API was given. */
export function readZentaoSettings(given: Readonly<Record<string, string>>): Settings {
  const settings = readSettings(form, given);
  return { ...settings, address: settings.address.replace(/\/(api|index)\.php(\/.*)?$/, "") };
}

/** Whether hours stand in each person's own name. */
export function isApplication(settings: { readonly appCode: string; readonly appKey: string }): boolean {
  return settings.appCode !== "" && settings.appKey !== "";
}

/** Longer texts were never seen to be kept. */
export const noteLimit: NoteLimit = { most: 400, unit: "characters" };
