import { useState } from "react";
import type { Target, TargetChange } from "../../../api.ts";
import { ApiProblem } from "../../../problem.ts";
import { useChange } from "./queries.ts";
import { changedSettings, type Draft, isElsewhere, type SettingField } from "./setting-draft.ts";

type Rules = Pick<Target, "name" | "approvedOnly" | "pace" | "rounding" | "startsOn" | "states" | "todo">;

const names = ["name", "approvedOnly", "pace", "rounding", "startsOn", "states", "todo"] as const;

/** The settings of a target while they are changed: what is to be sent, and which secrets have to come along. */
export function useSettings(target: Target, form: readonly SettingField[]) {
  const saving = useChange(target.id);
  const [rules, setRules] = useState<Rules>(target);
  const [draft, setDraft] = useState<Draft>(target.settings);
  const settings = changedSettings(form, target.settings, draft);
  const wanted = isElsewhere(form, target.settings, draft)
    ? target.secrets.filter((secret) => settings[secret] === undefined)
    : [];
  const wish = changeOf(target, { ...rules, name: rules.name.trim() }, settings);
  const set = (part: Partial<Rules>) => setRules({ ...rules, ...part });
  const isSound = rules.name.trim() !== "" && wanted.length === 0;
  const save = (onSaved: () => void) => {
    if (wish === null) return;
    const onError = (error: Error) => {
      if (!(error instanceof ApiProblem) || error.code !== "version-conflict") return;
      const now = error.current as Target;
      setRules(now);
      setDraft(now.settings);
    };
    saving.mutate(wish, { onSuccess: onSaved, onError });
  };
  return { rules, set, draft, setDraft, wanted, wish, isSound, saving, save };
}

/** What is not as it was, as a change is sent; null for nothing. */
function changeOf(target: Target, rules: Rules, settings: Record<string, string>): TargetChange | null {
  const changed = names.filter((name) => JSON.stringify(rules[name]) !== JSON.stringify(target[name]));
  const hasSettings = Object.keys(settings).length > 0;
  if (changed.length === 0 && !hasSettings) return null;
  return {
    version: target.version,
    ...(Object.fromEntries(changed.map((name) => [name, rules[name]])) as Partial<TargetChange>),
    ...(hasSettings ? { settings } : {}),
  };
}
