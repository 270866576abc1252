import { Segments } from "../../../ui/segments.tsx";
import { CheckField } from "../check-field.tsx";
import { Counted, type FieldsProps } from "./count-fields.tsx";
import { withRules } from "./policy-draft.ts";
import { useWords } from "./words.ts";

const longestBack = 92;
const noNotices = { leave: true, overtime: false, budget: false };

/** What passes by itself, how far back one may go, what is closed together, what leaves the house. */
export function CompanyFields({ draft, onChange }: FieldsProps) {
  const m = useWords();
  const { tolerance, backDays, overtimeBackDays, period, lieu, onlyApproved, notices = noNotices } = draft.rules;
  const set = (rules: Parameters<typeof withRules>[1]) => onChange(withRules(draft, rules));
  const yes = (isOn: boolean) => (isOn ? "yes" : "no");
  return (
    <>
      <Counted
        label={`${m["policy.tolerance"]} · ${m["policy.tolerance.minutes"]}`}
        value={tolerance.minutes}
        range={[0, 480, 5, 30]}
        text={m["policy.plusMinus"](tolerance.minutes)}
        effect={m["policy.tolerance.minutes.then"](tolerance.minutes)}
        onChange={(minutes) => set({ tolerance: { ...tolerance, minutes } })}
      />
      <Counted
        label={`${m["policy.tolerance"]} · ${m["policy.tolerance.days"]}`}
        value={tolerance.lateDays}
        range={[0, 31, 1]}
        text={m["policy.days"](tolerance.lateDays)}
        effect={m["policy.tolerance.days.then"](tolerance.lateDays)}
        onChange={(lateDays) => set({ tolerance: { ...tolerance, lateDays } })}
      />
      <Counted
        label={m["policy.backDays"]}
        value={backDays}
        range={[0, longestBack, 1, 7]}
        text={m["policy.days"](backDays)}
        effect={m["policy.backDays.then"](backDays)}
        onChange={(days) => set({ backDays: days })}
      />
      <Counted
        label={m["policy.overtimeBackDays"]}
        value={overtimeBackDays}
        range={[0, longestBack, 1, 7]}
        text={m["policy.days"](overtimeBackDays)}
        effect={m["policy.overtimeBackDays.then"](overtimeBackDays)}
        onChange={(days) => set({ overtimeBackDays: days })}
      />
      <div>
        <p className="td-small td-second policy-label" aria-hidden="true">
          {m["policy.period"]}
        </p>
        <Segments
          label={m["policy.period"]}
          options={{ month: m["policy.period.month"], week: m["policy.period.week"] }}
          value={period}
          onChange={(value) => set({ period: value })}
        />
        <p className="td-small td-second policy-effect">{m[`policy.period.${period}.then`]}</p>
      </div>
      <CheckField
        name={m["policy.lieuAs"]}
        effect={m[`policy.lieu.${yes(lieu)}.then`]}
        value={lieu}
        onChange={(value) => set({ lieu: value })}
      />
      <CheckField
        name={m["policy.onlyApprovedAs"]}
        effect={m[`policy.onlyApproved.${yes(onlyApproved)}.then`]}
        value={onlyApproved}
        onChange={(value) => set({ onlyApproved: value })}
      />
      {(["leave", "overtime", "budget"] as const).map((kind) => (
        <CheckField
          key={kind}
          name={m[`policy.notices.${kind}`]}
          effect={m[`policy.notices.${kind}.then`]}
          value={notices[kind]}
          onChange={(value) => set({ notices: { ...notices, [kind]: value } })}
        />
      ))}
    </>
  );
}
