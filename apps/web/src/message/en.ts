import { askEn } from "./ask.en.ts";
import { dayEn } from "./day.en.ts";
import { meEn } from "./me.en.ts";
import { shellEn } from "./shell.en.ts";
import { todayEn } from "./today.en.ts";
import type { zh } from "./zh.ts";

export const en: typeof zh = { ...askEn, ...dayEn, ...meEn, ...shellEn, ...todayEn };
