import type { FormField } from "../form.ts";

const taskType = {
  name: "taskType",
  label: { zh: "新任务的类型", en: "Type of new tasks" },
  kind: "text",
  required: false,
  help: {
    zh: "在 Jira 里新建任务时用的类型名称，例如 Task；不填就用项目的第一个类型",
    en: "The name of the type that new tasks get, Task; the project's first without one",
  },
} as const satisfies FormField;

const webhookSecret = {
  name: "webhookSecret",
  label: { zh: "Webhook 密钥", en: "Webhook secret" },
  kind: "secret",
  required: false,
  help: {
    zh: "和 Jira 里 Webhook 的 Secret 一致；不填就不接收 Jira Cloud 的推送",
    en: "The same as the secret of the webhook in Jira; without one nothing that Jira Cloud sends is taken",
  },
} as const satisfies FormField;

/** What a connection to Jira Cloud is made of. */
export const cloudForm = [
  {
    name: "address",
    label: { zh: "Jira 地址", en: "Jira address" },
    kind: "address",
    required: true,
    help: { zh: "例如 https://acme.atlassian.net", en: "https://acme.atlassian.net" },
  },
  {
    name: "email",
    label: { zh: "账号邮箱", en: "Account e-mail" },
    kind: "text",
    required: true,
    help: { zh: "创建 API 令牌的账号；工时都记在它名下", en: "Whose API token it is; all hours stand in its name" },
  },
  {
    name: "token",
    label: { zh: "API 令牌", en: "API token" },
    kind: "secret",
    required: true,
    help: {
      zh: "在 id.atlassian.com 的「安全 → API 令牌」里创建；最长一年到期",
      en: "Made under Security, API tokens of id.atlassian.com; it lapses after a year at most",
    },
  },
  {
    name: "cloudId",
    label: { zh: "Cloud ID", en: "Cloud ID" },
    kind: "text",
    required: false,
    help: {
      zh: "令牌带权限范围（scopes）或属于服务账号时必填；打开 https://acme.atlassian.net/_edge/tenant_info 可以看到",
      en: "Needed for tokens with scopes and of service accounts; shown by https://acme.atlassian.net/_edge/tenant_info",
    },
  },
  taskType,
  webhookSecret,
] as const satisfies readonly FormField[];

/** What a connection to Jira Data Center is made of. */
export const dataCenterForm = [
  {
    name: "address",
    label: { zh: "Jira 地址", en: "Jira address" },
    kind: "address",
    required: true,
    help: {
      zh: "登录页的网址，例如 https://jira.example.com；要能从公网访问",
      en: "Where you sign in, https://jira.example.com; it has to be reachable from the internet",
    },
  },
  {
    name: "token",
    label: { zh: "个人访问令牌", en: "Personal access token" },
    kind: "secret",
    required: true,
    help: {
      zh: "在个人资料的「个人访问令牌」里创建（Jira 8.14 起）；工时都记在它名下",
      en: "Made under Personal access tokens of the profile (Jira 8.14 and later); all hours stand in its name",
    },
  },
  taskType,
  webhookSecret,
] as const satisfies readonly FormField[];
