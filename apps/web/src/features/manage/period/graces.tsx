import type { PeriodDetail } from "../../../api.ts";
import { shortDate } from "../../../format.ts";
import { Button } from "../../../ui/button.tsx";
import { SaveState, type Saving } from "../../../ui/save-state.tsx";
import type { Grace } from "./granting.ts";
import { useWords } from "./words.ts";

interface GracesProps {
  readonly answer: PeriodDetail;
  /** HR, online. */
  readonly canAct: boolean;
  readonly isHr: boolean;
  readonly saving: Saving | null;
  /** Opens the form, for somebody or for whoever is found there. */
  readonly onGive: (to: Grace | null) => void;
  readonly onEnd: (person: string) => void;
}

/** Who may still change their days while only approvers may. */
export function Graces({ answer, canAct, isHr, saving, onGive, onEnd }: GracesProps) {
  const m = useWords();
  const { graces, period } = answer;
  if (period.state === "closed") return null;
  return (
    <section className="td-card period-graces" aria-label={m["period.grace"]}>
      <h2 className="period-card-title">{m["period.grace"]}</h2>
      <p className="td-small td-second">{graces.length === 0 ? m["period.graceNone"] : m["period.graceWhat"]}</p>
      {graces.length > 0 && (
        <ul>
          {graces.map((grace) => (
            <li key={grace.person.id} className="period-grace">
              <span>
                <b>{grace.person.name}</b>
                <span className="td-small td-second">{m["period.graceRow"](shortDate(grace.until), grace.reason)}</span>
              </span>
              {isHr && (
                <span className="period-grace-acts">
                  <Button kind="quiet" disabled={!canAct} onClick={() => onGive(grace)}>
                    {m["period.changeGrace"]}
                    <span className="td-hidden"> {grace.person.name}</span>
                  </Button>
                  <Button kind="quiet" disabled={!canAct} onClick={() => onEnd(grace.person.id)}>
                    {m["period.endGrace"]}
                    <span className="td-hidden"> {grace.person.name}</span>
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {saving && <SaveState of={saving} />}
      {isHr && (
        <Button disabled={!canAct} onClick={() => onGive(null)}>
          {m["period.graceGive"]}
        </Button>
      )}
    </section>
  );
}
