import type { Connectors, TargetCheck } from "../../../api.ts";

export type Product = Connectors["connectors"][number];
export type SettingField = Product["form"][number];

/** What is typed into the settings of a product, by the name of the field. */
export type Draft = Readonly<Record<string, string>>;
type Offers = TargetCheck["offers"];

/** What a field is filled with: chosen from `choices` where there are any, else typed. */
export function choicesOf({ name, kind, choices }: SettingField, offers: Offers): SettingField["choices"] {
  if (kind !== "choice") return [];
  return choices.length > 0 ? choices : (offers[name] ?? []);
}

/** The fields to show: a choice that the product itself offers only makes sense once it has been asked. */
export function shownFields(form: readonly SettingField[], isAsked: boolean): readonly SettingField[] {
  return form.filter(({ kind, choices }) => isAsked || kind !== "choice" || choices.length > 0);
}

/** The fields that are still to be filled in; a secret that is kept counts as filled. */
export function missingFields(form: readonly SettingField[], draft: Draft, kept: readonly string[]): string[] {
  return form
    .filter(({ name, required }) => required && (draft[name] ?? "").trim() === "" && !kept.includes(name))
    .map(({ name }) => name);
}

/** What of a draft is not as it is kept, as a change is sent: secrets only where one was typed. */
export function changedSettings(form: readonly SettingField[], before: Draft, draft: Draft): Record<string, string> {
  const changed = form.flatMap(({ name, kind }): [string, string][] => {
    const typed = draft[name]?.trim();
    if (typed === undefined || typed === (before[name] ?? "")) return [];
    return kind === "secret" && typed === "" ? [] : [[name, typed]];
  });
  return Object.fromEntries(changed);
}

/** Whether the kept secrets would go to another address, so that they have to be given again. */
export function isElsewhere(form: readonly SettingField[], before: Draft, draft: Draft): boolean {
  const changed = changedSettings(form, before, draft);
  return form.some(({ name, kind }) => kind === "address" && name in changed);
}

/** What a check was made with, for as long as it says something: everything but choices. */
export function checkedPart(form: readonly SettingField[], draft: Draft): string {
  return JSON.stringify(form.filter(({ kind }) => kind !== "choice").map(({ name }) => (draft[name] ?? "").trim()));
}
