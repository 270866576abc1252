import { useSyncExternalStore } from "react";
import type { Language } from "./format.ts";

/** What a person sets for this phone: 外观, 字号, 语言. */
export interface Preference {
  readonly appearance: "system" | "light" | "dark";
  readonly textSize: "standard" | "large" | "largest";
  readonly language: Language | "system";
}

const place = "today.preference";
const standard: Preference = { appearance: "system", textSize: "standard", language: "system" };
const listeners = new Set<() => void>();
let current: Preference | null = null;

/** The preference now and how to change a part of it; it holds at once, also after a reload. */
export function usePreference(): [Preference, (change: Partial<Preference>) => void] {
  return [useSyncExternalStore(subscribe, read), change];
}

/** The language a person chose, or that of the phone: Chinese unless it is another one. */
export function languageOf({ language }: Preference): Language {
  if (language !== "system") return language;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Puts the preference on the page and keeps it there when the phone turns dark. Call once. */
export function applyPreference(): void {
  paint();
  listeners.add(paint);
  darkness.addEventListener("change", paint);
}

const darkness = matchMedia("(prefers-color-scheme: dark)");

function paint(): void {
  const preference = read();
  const { dataset } = document.documentElement;
  const isDark = preference.appearance === "system" ? darkness.matches : preference.appearance === "dark";
  dataset.prefersColorScheme = isDark ? "dark" : "light";
  dataset.textSize = preference.textSize;
  document.documentElement.lang = languageOf(preference) === "zh" ? "zh-CN" : "en";
}

function change(part: Partial<Preference>): void {
  current = { ...read(), ...part };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // A full or forbidden storage only means that the choice ends with the page.
  }
  for (const listener of listeners) listener();
}

function read(): Preference {
  current ??= { ...standard, ...stored() };
  return current;
}

function stored(): Partial<Preference> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
