import { askZh } from "./ask.zh.ts";
import { dayZh } from "./day.zh.ts";
import { meZh } from "./me.zh.ts";
import { shellZh } from "./shell.zh.ts";
import { todayZh } from "./today.zh.ts";

/** Every sentence of the app in Chinese, by flat key. Figures come in already formatted. */
export const zh = { ...askZh, ...dayZh, ...meZh, ...shellZh, ...todayZh };
