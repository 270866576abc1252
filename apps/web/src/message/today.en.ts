import type { todayZh } from "./today.zh.ts";

export const todayEn: typeof todayZh = {
  "today.title": "Today",
};
