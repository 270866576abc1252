import type { NoteLimit } from "../ability.ts";
import type { FormField } from "../form.ts";
import type { readSettings } from "../setting.ts";

/** What a connection to Redmine is made of. */
export const form = [
  {
    name: "address",
    label: { zh: "Redmine 地址", en: "Redmine address" },
    kind: "address",
    required: true,
    help: {
      zh: "登录页的网址，例如 https://pm.example.com/redmine",
      en: "Where you sign in, https://pm.example.com/redmine",
    },
  },
  {
    name: "key",
    label: { zh: "API 访问键", en: "API access key" },
    kind: "secret",
    required: true,
    help: {
      zh: "「我的账号」右侧可以看到；管理员要先在「配置 → API」里打开 REST web service",
      en: "On the right of My account; an administrator has to enable REST web service first",
    },
  },
  {
    name: "naming",
    label: { zh: "工时记在谁名下", en: "How hours get a person's name" },
    kind: "choice",
    required: false,
    help: {
      zh: "代记需要角色权限「为其他用户登记工时」；切换用户需要管理员的访问键",
      en: "Logging for others needs that permission of a role; switching user needs an administrator's key",
    },
    choices: [
      { value: "user", label: { zh: "代记", en: "Log for others" } },
      { value: "switch", label: { zh: "切换用户", en: "Switch user" } },
    ],
  },
  {
    name: "activity",
    label: { zh: "活动", en: "Activity" },
    kind: "choice",
    required: false,
    help: {
      zh: "工时记在哪个活动下；项目有自己的活动时按名称对应，不选就用 Redmine 的默认值",
      en: "Found by its name where a project has its own; Redmine's default without a choice",
    },
  },
  {
    name: "markerField",
    label: { zh: "标记字段", en: "Marker field" },
    kind: "choice",
    required: false,
    help: {
      zh: "工时的文本自定义字段，用来认出我们写的记录；不选就写在注释末尾",
      en: "A text custom field of time entries that marks our records; without one the comment ends with the mark",
    },
  },
] as const satisfies readonly FormField[];

export type Settings = ReturnType<typeof readSettings<(typeof form)[number]["name"]>>;

/** Comments are refused beyond this. */
export const noteLimit: NoteLimit = { most: 1024, unit: "characters" };
