import type { PolicyInput } from "../../../api.ts";
import { duration } from "../../../format.ts";
import { OptionList } from "../option-list.tsx";
import { Stepper } from "../stepper.tsx";
import { breaksOf } from "./policy-draft.ts";
import { useWords } from "./words.ts";

/** A draft of all rules, and where a change of it goes. */
export interface FieldsProps {
  readonly draft: PolicyInput;
  readonly onChange: (draft: PolicyInput) => void;
}

/** How a day's minutes are counted: overtime, breaks, long days. */
export function CountFields({ draft, onChange }: FieldsProps) {
  const m = useWords();
  const overtime = (["approved", "all", "none"] as const).map((value) => ({
    ...{ value, name: m[`policy.overtime.${value}`], effect: m[`policy.overtime.${value}.then`] },
  }));
  return (
    <>
      <OptionList
        label={m["policy.overtime"]}
        options={overtime}
        value={draft.overtime}
        onChange={(value) => onChange({ ...draft, overtime: value })}
      />
      <BreakFields draft={draft} onChange={onChange} />
      <Counted
        label={m["policy.longDay"]}
        value={draft.longDay}
        range={[480, 1440, 30]}
        text={duration(draft.longDay)}
        effect={m["policy.longDay.then"](duration(draft.longDay))}
        onChange={(longDay) => onChange({ ...draft, longDay })}
      />
    </>
  );
}

function BreakFields({ draft, onChange }: FieldsProps) {
  const m = useWords();
  const { breaks } = draft;
  const shown = breaksOf("length", breaks);
  const byLength = shown.rule === "length" ? m["policy.breaks.length.then"](duration(shown.after), shown.minutes) : "";
  return (
    <>
      <OptionList
        label={m["policy.breaks"]}
        options={[
          { value: "shift", name: m["policy.breaks.shift"], effect: m["policy.breaks.shift.then"] },
          { value: "length", name: m["policy.breaks.length"], effect: byLength },
        ]}
        value={breaks.rule}
        onChange={(rule) => onChange({ ...draft, breaks: breaksOf(rule, breaks) })}
      />
      {breaks.rule === "length" && (
        <>
          <Counted
            label={m["policy.breaks.after"]}
            value={breaks.after}
            range={[60, 720, 30]}
            text={duration(breaks.after)}
            onChange={(after) => onChange({ ...draft, breaks: { ...breaks, after } })}
          />
          <Counted
            label={m["policy.breaks.minutes"]}
            value={breaks.minutes}
            range={[15, 240, 15]}
            text={m["policy.minutes"](breaks.minutes)}
            onChange={(minutes) => onChange({ ...draft, breaks: { ...breaks, minutes } })}
          />
        </>
      )}
    </>
  );
}

interface CountedProps {
  readonly label: string;
  readonly value: number;
  /** Least, most, and one or two steps. */
  readonly range: readonly [least: number, most: number, ...steps: number[]];
  readonly text: string;
  readonly effect?: string;
  readonly onChange: (value: number) => void;
}

/** A number with what follows from it. */
export function Counted({ label, value, range: [least, most, ...steps], text, effect, onChange }: CountedProps) {
  return (
    <div>
      <Stepper {...{ label, value, least, most, steps, text, onChange }} />
      {effect !== undefined && <p className="td-small td-second policy-effect">{effect}</p>}
    </div>
  );
}
