import type { ProjectApprovals } from "../../../api.ts";
import type { FieldName, Mapping, Question } from "./fields.ts";
import type { Words } from "./words.ts";

export type Approval = ProjectApprovals["approvals"][number];
export type Misfit = Approval["misfits"][number];

const longest = { name: 120, code: 32, shortName: 8 };

/** What a form says, for the eye: lists such as `["2026-10-01","2027-03-31"]` lose their brackets. */
export function saidText(text: string): string {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list) || !list.every((one) => typeof one === "string")) return text;
    return list.join(list.every((one) => /^\d{4}-\d{2}-\d{2}/.test(one)) ? " – " : "、");
  } catch {
    return text;
  }
}

/** Why something does not fit, in one sentence with the form's own words: `「项目编号」“GL3A”已经有项目在用`. */
export function misfitText(m: Words, { field, label, said, reason }: Misfit): string {
  const name = label === "" ? m[`projectForm.field.${field}`] : m["projectForm.quote"](label);
  if (reason !== "too-long") return m[`projectForm.why.${reason}`](name, saidText(said));
  return m["projectForm.why.too-long"](name, field in longest ? longest[field as keyof typeof longest] : longest.name);
}

/** What an approval calls its project; null where it says nothing. */
export function nameOf({ said }: Pick<Approval, "said">): string | null {
  return said.find(({ field }) => field === "name")?.text.trim() || null;
}

/** One thing a form would say by a mapping; null where the approval was not read that far. */
export interface Previewed {
  readonly field: FieldName;
  readonly text: string | null;
}

/** How an approval reads by a mapping, as far as its fields are known by their labels. */
export function previewOf(mapping: Mapping, questions: readonly Question[], { said }: Approval): Previewed[] {
  return (Object.entries(mapping) as [FieldName, string][]).map(([field, id]) => {
    const label = questions.find((one) => one.id === id)?.label;
    const found = said.find((one) => one.label === label);
    return { field, text: found === undefined ? null : saidText(found.text) };
  });
}
