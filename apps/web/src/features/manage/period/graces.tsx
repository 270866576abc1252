import type { PeriodDetail } from "../../../api.ts";
import { shortDate } from "../../../format.ts";
import { Button } from "../../../ui/button.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import type { ListContext } from "./context.ts";
import type { Grace, useGranting } from "./granting.ts";
import { useWords } from "./words.ts";

interface GracesProps {
  readonly answer: PeriodDetail;
  readonly list: Pick<ListContext, "isHr" | "canAct">;
  readonly granting: ReturnType<typeof useGranting>;
  /** Opens the form, for somebody or for whoever is found there. */
  readonly onGive: (to: Grace | "nobody") => void;
}

/** Who may still change their days while only approvers may. */
export function Graces(props: GracesProps) {
  const m = useWords();
  const { answer, list, granting, onGive } = props;
  const { graces, period } = answer;
  if (period.state === "closed") return null;
  return (
    <section className="td-card period-graces" aria-label={m["period.grace"]}>
      <h2 className="period-card-title">{m["period.grace"]}</h2>
      <p className="td-small td-second">{graces.length === 0 ? m["period.graceNone"] : m["period.graceWhat"]}</p>
      {graces.length > 0 && (
        <ul>
          {graces.map((grace) => (
            <GraceRow key={grace.person.id} grace={grace} {...props} />
          ))}
        </ul>
      )}
      {granting.saving && <SaveState of={granting.saving} />}
      {list.isHr && (
        <Button disabled={!list.canAct} onClick={() => onGive("nobody")}>
          {m["period.graceGive"]}
        </Button>
      )}
    </section>
  );
}

function GraceRow({ grace, list, granting, onGive }: GracesProps & { readonly grace: Grace }) {
  const m = useWords();
  const { person, until, reason } = grace;
  const whose = <span className="td-hidden"> {person.name}</span>;
  return (
    <li className="period-grace">
      <span>
        <b>{person.name}</b>
        <span className="td-small td-second">{m["period.graceRow"](shortDate(until), reason)}</span>
      </span>
      {list.isHr && (
        <span className="period-grace-acts">
          <Button kind="quiet" disabled={!list.canAct} onClick={() => onGive(grace)}>
            {m["period.changeGrace"]}
            {whose}
          </Button>
          <Button kind="quiet" disabled={!list.canAct} onClick={() => granting.end(person.id)}>
            {m["period.endGrace"]}
            {whose}
          </Button>
        </span>
      )}
    </li>
  );
}
