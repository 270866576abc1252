/** What hours or tasks of ours have to say, as text: `{ "project.code": "SITE-12", "hours": "7.5", "task.title": "" }`; what is missing is empty. */
export type MappingRecord = Readonly<Record<string, string>>;

/** Whether a field or a source belongs to hours or to tasks. */
export type MappedThing = "worklog" | "task";

const ofProject = ["project.name", "project.short", "project.code", "project.mark"] as const;
const ofWorklog = ["person.name", "person.number", "person.title", "person.position"] as const;

/** The names a template may use between braces, `{project.code}`; dates are `2026-09-14`, hours decimals, codes the words of the core. */
export const mappingSources: Readonly<Record<MappedThing, readonly string[]>> = {
  worklog: [
    ...ofProject,
    ...ofWorklog,
    ...["date", "minutes", "hours", "place", "place.code", "overtime", "overtime.code", "task.title"],
  ],
  task: [
    ...ofProject,
    ...["title", "description", "deadline", "start", "asker.name", "assignee.name", "assignee.account"],
  ],
};

const named = /\{([^{}]*)\}/gu;
const separator = /^[\s·|/,;:，、；：–-]*$/u;

/** The names in a template that are no sources of hours or tasks, `["colour"]` for `{colour}`. */
export function unknownSources(template: string, of: MappedThing): string[] {
  const names = [...template.matchAll(named)].map(([, name = ""]) => name.trim());
  return [...new Set(names.filter((name) => !mappingSources[of].includes(name)))];
}

/** A template filled in: `"{project.code} · {place}"` gives `"SITE-12 · 现场"`, and `"SITE-12"` where no place is known. */
export function fillTemplate(template: string, of: MappedThing, record: MappingRecord): string {
  let filled = "";
  let between = "";
  // What is split at a group has the texts at even places and the names between them at odd ones.
  for (const [at, part] of template.split(named).entries()) {
    if (at % 2 === 0) {
      between += part;
      continue;
    }
    const value = valueOfSource(part.trim(), of, record);
    const isSeparator = separator.test(between);
    if (value !== "") filled += isSeparator && filled === "" ? value : between + value;
    if (value !== "" || isSeparator) between = "";
  }
  return (filled + between).trim();
}

function valueOfSource(source: string, of: MappedThing, record: MappingRecord): string {
  const isKnown = mappingSources[of].includes(source) && Object.hasOwn(record, source);
  return isKnown ? (record[source] ?? "") : "";
}
