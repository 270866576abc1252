import type { targetZh } from "./target.zh.ts";

export const targetEn: typeof targetZh = {
  "target.title": "Other systems",
  "target.back": "All systems",
  "target.part.projects": "Where projects go",
  "target.part.people": "Who is who",
  "target.part.mapping": "Fields",
  "target.part.worklogs": "What is sent",
  "target.part.comparison": "Comparison",
  "target.part.hooks": "Webhooks",
  "target.part.keys": "API keys",
  "target.refused.version-conflict": "Somebody changed it just now; what is shown is the latest",
};
