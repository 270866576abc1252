import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Mapping } from "../../../../api.ts";
import { changedFields, ruleFor, withRule } from "./rules.ts";
import type { Field, Rule } from "./way.ts";

/** Rules that are changed and not saved, and the version that they were changed from. */
interface Kept {
  readonly base: Pick<Mapping, "version" | "rules">;
  readonly rules: readonly Rule[];
}

/** The rules of a mapping while somebody changes them. They stay while one looks at other pages, until the app is closed. */
export function useDraft(target: string, mapping: Mapping) {
  const client = useQueryClient();
  const key = ["target-mapping-draft", target];
  const [kept, setKept] = useState<Kept | null>(() => client.getQueryData<Kept | null>(key) ?? null);
  const { base, rules } = kept ?? { base: mapping, rules: mapping.rules };
  const keep = (next: Kept | null) => {
    const isSame = next === null || changedFields(next.base.rules, next.rules, mapping.fields).length === 0;
    setKept(isSame ? null : next);
    client.setQueryData(key, isSame ? null : next);
  };
  return {
    rules,
    /** The version that was changed, and the one that holds now. */
    version: base.version,
    held: mapping.version,
    changed: kept === null ? [] : changedFields(base.rules, rules, mapping.fields),
    /** Whether somebody else has saved a version since. */
    isLate: kept !== null && base.version !== mapping.version,
    set: (field: Pick<Field, "of" | "name">, rule: Rule | null) => keep({ base, rules: withRule(rules, field, rule) }),
    restore: (field: Pick<Field, "of" | "name">) =>
      keep({ base, rules: withRule(rules, field, ruleFor(base.rules, field)) }),
    /** Takes the changes over to the version that holds now. */
    rebase: () => keep({ base: mapping, rules }),
    replace: (all: readonly Rule[]) => keep({ base: mapping, rules: all }),
    drop: () => keep(null),
  };
}

/** The rules of a mapping while somebody changes them. */
export type MappingDraft = ReturnType<typeof useDraft>;
