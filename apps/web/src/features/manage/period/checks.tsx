import type { PeriodDetail } from "../../../api.ts";
import { ErrorLine } from "../../../ui/error-line.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import { openCount } from "./acts.ts";
import { type Check, dividedChecks, rowsOf } from "./check.ts";
import { CheckCard } from "./check-card.tsx";
import type { ListContext } from "./context.ts";
import { goneCount } from "./gone.ts";
import { countText } from "./text.ts";
import { useWords } from "./words.ts";

interface ChecksProps {
  readonly answer: PeriodDetail;
  readonly list: ListContext;
  /** What of the last answer was not done. */
  readonly partly: string | null;
}

/** What is left before the period can be closed; everything that is well is one line. */
export function Checks({ answer, list, partly }: ChecksProps) {
  const m = useWords();
  const mended = [...list.mends.values()];
  const { found, fine } = dividedChecks(answer.checks);
  const shown = answer.checks.filter(
    (check) => found.includes(check) || mended.some(({ row }) => row.kind === check.kind),
  );
  const left = openCount(answer) - answer.checks.reduce((sum, check) => sum + goneCount(rowsOf(check), list), 0);
  const isReady = answer.period.state === "open-for-approvers" && answer.closable;
  return (
    <section className="period-checks" aria-label={m["period.checks"]}>
      <div className="period-left">
        <h2 className="td-figure">
          {left > 0 ? m["period.left"](countText(left)) : m[isReady ? "period.leftNone" : "period.leftNothing"]}
        </h2>
        {list.saving && !shown.some(({ kind }) => kind === list.answered) && <SaveState of={list.saving} />}
      </div>
      {partly !== null && <ErrorLine>{partly}</ErrorLine>}
      {shown.map((check) => (
        <CheckCard key={check.kind} check={check} list={list} />
      ))}
      {fine.length > 0 && <FineLine checks={fine} />}
    </section>
  );
}

function FineLine({ checks }: { checks: readonly Check[] }) {
  const m = useWords();
  return (
    <details className="period-fine">
      <summary>
        <Icon name="check-circle" />
        <span>{m["period.fine"](checks.length)}</span>
        <Icon name="down" />
      </summary>
      <ul aria-label={m["period.fineWhat"]}>
        {checks.map(({ kind }) => (
          <li key={kind} className="td-small td-second">
            {m[`period.check.${kind}`]}
          </li>
        ))}
      </ul>
    </details>
  );
}
