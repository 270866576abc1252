import { OptionList } from "../option-list.tsx";
import { Counted, type FieldsProps } from "./count-fields.tsx";
import { privacyOf, withPrivacy } from "./policy-draft.ts";
import { useWords } from "./words.ts";

/** How long places and hours are kept, and whether people are told or asked. */
export function PrivacyFields({ draft, onChange }: FieldsProps) {
  const m = useWords();
  const { coordinateDays, hourMonths, basis, location } = privacyOf(draft);
  const set = (change: Parameters<typeof withPrivacy>[1]) => onChange(withPrivacy(draft, change));
  return (
    <>
      <Counted
        label={m["policy.coordinateDays"]}
        value={coordinateDays}
        range={[7, 365, 1, 30]}
        text={m["policy.days"](coordinateDays)}
        effect={m["policy.coordinateDays.then"](coordinateDays)}
        onChange={(days) => set({ coordinateDays: days })}
      />
      <Counted
        label={m["policy.hourMonths"]}
        value={hourMonths}
        range={[24, 600, 1, 12]}
        text={m["policy.months"](hourMonths)}
        effect={m["policy.hourMonths.then"]}
        onChange={(months) => set({ hourMonths: months })}
      />
      <OptionList
        label={m["policy.basis"]}
        options={(["notice", "consent"] as const).map((value) => ({
          ...{ value, name: m[`policy.basis.${value}`], effect: m[`policy.basis.${value}.then`] },
        }))}
        value={basis}
        onChange={(value) => set({ basis: value })}
      />
      {basis === "notice" && (
        <OptionList
          label={m["policy.location"]}
          options={(["optional", "required"] as const).map((value) => ({
            ...{ value, name: m[`policy.location.${value}`], effect: m[`policy.location.${value}.then`] },
          }))}
          value={location}
          onChange={(value) => set({ location: value })}
        />
      )}
    </>
  );
}
