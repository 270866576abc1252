/** The steps of connecting to DingTalk, in the order in which they are made. */
export const stepIds = ["app", "credentials", "scopes", "address", "home", "events", "release"] as const;
export type StepId = (typeof stepIds)[number];

/** Where a step is made in DingTalk's developer console, word for word; `$app` stands for the application's own name. */
export interface MenuPath {
  readonly words: readonly string[];
  /** The same in consoles that were not renewed yet; null where they do not differ. */
  readonly older: readonly string[] | null;
  /** When somebody last looked. */
  readonly seenOn: string;
}

export const consoleAddress = "https://open-dev.dingtalk.com";

const seenOn = "2026-08-22";

/** Consoles change their words: they are data with a date, and nothing but the page shows them. */
export const menuPaths: Readonly<Record<StepId, MenuPath>> = {
  app: { words: ["应用开发", "创建应用"], older: ["应用开发", "企业内部开发", "创建应用"], seenOn },
  credentials: {
    words: ["应用开发", "$app", "凭证与基础信息"],
    older: ["应用开发", "$app", "基础信息", "应用信息"],
    seenOn,
  },
  scopes: { words: ["应用开发", "$app", "开发配置", "权限管理"], older: ["应用开发", "$app", "权限管理"], seenOn },
  address: {
    words: ["应用开发", "$app", "开发配置", "安全设置", "服务器出口IP"],
    older: ["应用开发", "$app", "基础信息", "开发管理", "服务器出口IP"],
    seenOn,
  },
  home: {
    words: ["应用开发", "$app", "应用能力", "网页应用", "应用首页地址"],
    older: ["应用开发", "$app", "基础信息", "开发管理", "应用首页地址"],
    seenOn,
  },
  events: {
    words: ["应用开发", "$app", "开发配置", "事件订阅", "HTTP 推送"],
    older: ["应用开发", "$app", "事件与回调"],
    seenOn,
  },
  release: {
    words: ["应用开发", "$app", "应用发布", "版本管理与发布", "可使用范围"],
    older: ["应用开发", "$app", "版本管理与发布", "可使用范围"],
    seenOn,
  },
};
