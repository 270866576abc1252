import { CheckField } from "../check-field.tsx";
import { DateField } from "../date-field.tsx";
import { OptionList } from "../option-list.tsx";
import { NameField } from "./name-field.tsx";
import { RoundingField } from "./rounding-field.tsx";
import type { useSettings } from "./use-settings.ts";
import { useWords } from "./words.ts";

type Rules = ReturnType<typeof useSettings>["rules"];

interface RuleFieldsProps {
  readonly rules: Rules;
  readonly roundings: readonly string[];
  readonly onChange: (part: Partial<Rules>) => void;
}

/** What of the hours goes there, when, and how it is rounded. */
export function RuleFields({ rules, roundings, onChange }: RuleFieldsProps) {
  const m = useWords();
  return (
    <>
      <NameField value={rules.name} onChange={(name) => onChange({ name })} />
      <DateField
        label={m["target.set.startsOn"]}
        value={rules.startsOn}
        first={null}
        hint={m["target.set.startsOnHint"]}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <CheckField
        name={m["target.set.approvedOnly"]}
        effect={m["target.set.approvedOnlyWhat"]}
        value={rules.approvedOnly}
        onChange={(approvedOnly) => onChange({ approvedOnly })}
      />
      <OptionList
        label={m["target.set.pace"]}
        options={(["night", "at-once"] as const).map((value) => ({
          ...{ value, name: m[`target.set.pace.${value}`], effect: m[`target.set.pace.${value}What`] },
        }))}
        value={rules.pace}
        onChange={(pace) => onChange({ pace })}
      />
      <RoundingField options={roundings} value={rules.rounding} onChange={(rounding) => onChange({ rounding })} />
    </>
  );
}
