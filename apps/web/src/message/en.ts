import { dayEn } from "./day.en.ts";
import { shellEn } from "./shell.en.ts";
import { todayEn } from "./today.en.ts";
import type { zh } from "./zh.ts";

export const en: typeof zh = { ...shellEn, ...dayEn, ...todayEn };
