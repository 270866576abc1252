import type { Mapping, MappingPreview } from "../../../../api.ts";
import type { Field } from "./way.ts";

type Place = Pick<Field, "of" | "name">;

/** What a real record makes of one field: what it will say, what does not fit and what was cut; `value` is null while no record is there. */
export interface Told {
  readonly value: string | null;
  readonly problems: readonly string[];
  readonly eased: readonly string[];
}

/** What is known of a field: by a preview, and before the first by what was wrong when the mapping was read. */
export function toldOf(preview: MappingPreview | undefined, flaws: Mapping["flaws"], { of, name }: Place): Told {
  const filled = preview?.[of] ?? null;
  const found = preview === undefined ? flaws : [...preview.flaws, ...(filled?.flaws ?? [])];
  return {
    value: filled === null ? null : (filled.values[name] ?? ""),
    problems: problemsOf(found, { of, name }),
    eased: problemsOf(filled?.eased ?? [], { of, name }),
  };
}

/** How many fields have something that does not fit. */
export function faultCount(preview: MappingPreview | undefined, flaws: Mapping["flaws"]): number {
  const found =
    preview === undefined ? flaws : [...preview.flaws, ...flawsOf(preview.worklog), ...flawsOf(preview.task)];
  return new Set(found.map(({ of, field }) => `${of}.${field}`)).size;
}

function flawsOf(filled: { readonly flaws: Mapping["flaws"] } | null): Mapping["flaws"] {
  return filled?.flaws ?? [];
}

function problemsOf(flaws: Mapping["flaws"], { of, name }: Place): string[] {
  const own = flaws.filter((flaw) => flaw.of === of && flaw.field === name);
  return [...new Set(own.map(({ problem }) => problem))];
}
