import type { Period } from "../../../api.ts";
import { goTo, hashOf } from "../../../route.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { periodName } from "./text.ts";
import { useWords } from "./words.ts";

/** What is shown of a period: what is left to check, or what it comes to. */
export type View = "checks" | "sheet";

interface HeadProps {
  /** Newest first. */
  readonly periods: readonly Period[];
  readonly shown: Period;
  readonly view: View;
}

/** The address of a period, `#/manage/period/2026-08/sheet`. */
function periodHash(id: string, view: View): string {
  return view === "checks" ? hashOf("manage", "period", id) : hashOf("manage", "period", id, view);
}

/** Which period, those beside it, and what is shown of it. */
export function PeriodHead({ periods, shown, view }: HeadProps) {
  const m = useWords();
  const at = periods.findIndex(({ id }) => id === shown.id);
  const show = (id: string, of: View = view) => goTo(periodHash(id, of), { replace: true });
  return (
    <div className="td-head period-head">
      <h1 className="td-hidden">{m["period.title"]}</h1>
      <div className="period-switch">
        <Step icon="left" label={m["period.before"]} to={periods[at + 1]} onShow={show} />
        <select aria-label={m["period.which"]} value={shown.id} onChange={({ target }) => show(target.value)}>
          {periods.map((period) => (
            <option key={period.id} value={period.id}>
              {periodName(m, period)}
            </option>
          ))}
        </select>
        <Step icon="right" label={m["period.after"]} to={periods[at - 1]} onShow={show} />
      </div>
      <Segments
        label={m["period.views"]}
        options={{ checks: m["period.checks"], sheet: m["period.sheet"] }}
        value={view}
        onChange={(next) => show(shown.id, next)}
      />
    </div>
  );
}

interface StepProps {
  readonly icon: "left" | "right";
  readonly label: string;
  readonly to: Period | undefined;
  readonly onShow: (id: string) => void;
}

function Step({ icon, label, to, onShow }: StepProps) {
  return (
    <button type="button" className="td-plain" disabled={to === undefined} onClick={() => to && onShow(to.id)}>
      <Icon name={icon} />
      <span className="td-hidden">{label}</span>
    </button>
  );
}
