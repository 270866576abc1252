import { useState } from "react";
import type { PeriodDetail, Session } from "../../../api.ts";
import { shortDate } from "../../../format.ts";
import { useOnline } from "../../../online.ts";
import type { Stamped } from "../../../server-time.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import { ActSheet, actText } from "./act-sheet.tsx";
import { type ActName, type Acts, actsOf, isOver } from "./acts.ts";
import { useMoving } from "./moving.ts";
import { whenText } from "./text.ts";
import { useWords } from "./words.ts";

interface StateProps {
  readonly answer: PeriodDetail & Stamped;
  readonly me: Session["person"];
}

/** Where the period stands, since when by whom, and what can be done with it. */
export function StateCard({ answer, me }: StateProps) {
  const m = useWords();
  const isOnline = useOnline();
  const { move, saving } = useMoving(answer);
  const [asking, setAsking] = useState<ActName | null>(null);
  const { period } = answer;
  const acts = actsOf(answer, me);
  const canAct = acts.first !== null || acts.others.length > 0;
  return (
    <section className="td-card period-state" aria-label={m[`period.state.${period.state}`]}>
      <h2 className="period-state-name" data-state={period.state}>
        <Icon name={period.state === "closed" ? "lock" : "calendar"} size="1.5rem" />
        <b>{m[`period.state.${period.state}`]}</b>
      </h2>
      <Since period={period} />
      <p>{m[`period.means.${period.state}`]}</p>
      <Reopening period={period} me={me} />
      <Hint answer={answer} me={me} isOnline={isOnline} canAct={canAct} />
      {canAct && (
        <ActButtons
          answer={answer}
          acts={acts}
          isBusy={!isOnline || saving?.state === "saving"}
          onAct={(act) => (act === "withdraw" ? move(act, "") : setAsking(act))}
        />
      )}
      {saving && <SaveState of={saving} />}
      <ActSheet
        act={asking}
        answer={answer}
        onClose={() => setAsking(null)}
        onAct={(act, reason) => {
          setAsking(null);
          move(act, reason);
        }}
      />
    </section>
  );
}

interface ActButtonsProps extends Pick<StateProps, "answer"> {
  readonly acts: Acts;
  readonly isBusy: boolean;
  readonly onAct: (act: ActName) => void;
}

function ActButtons({ answer, acts: { first, others }, isBusy, onAct }: ActButtonsProps) {
  const m = useWords();
  return (
    <div className="period-acts">
      {[...(first === null ? [] : [first]), ...others].map((act) => (
        <Button key={act} kind={act === first ? "primary" : "outline"} disabled={isBusy} onClick={() => onAct(act)}>
          {actText(m, act, answer)}
        </Button>
      ))}
    </div>
  );
}

function Since({ period: { state, changedAt, changedBy } }: Pick<PeriodDetail, "period">) {
  const m = useWords();
  if (changedAt === null || changedBy === null) return null;
  return (
    <p className="td-small td-second">
      {m[state === "closed" ? "period.closedSince" : "period.since"](whenText(changedAt), changedBy.name)}
    </p>
  );
}

function Reopening({ period: { reopening }, me }: Pick<PeriodDetail, "period"> & Pick<StateProps, "me">) {
  const m = useWords();
  if (reopening === null) return null;
  const { by, at, reason } = reopening;
  return (
    <div className="period-note">
      <p>{m["period.asked"](by.name, whenText(at))}</p>
      <p className="td-small td-second">{m["period.askedWhy"](reason)}</p>
      {by.id === me.id && <p className="td-small td-second">{m["period.askedOwn"]}</p>}
    </div>
  );
}

interface HintProps extends StateProps {
  readonly isOnline: boolean;
  readonly canAct: boolean;
}

/** Why something cannot be done now, in words. */
function Hint({ answer, me, isOnline, canAct }: HintProps) {
  const m = useWords();
  const { period, now } = answer;
  const isMover = me.roles.includes("hr");
  if (!isMover && period.state !== "closed") return <p className="td-small td-second">{m["period.readOnly"]}</p>;
  if (!isOnline && canAct) {
    const text = m[period.state === "closed" ? "period.offlineClosed" : "period.offline"];
    return <p className="td-small period-offline">{text}</p>;
  }
  if (period.state === "closed" || isOver(period, now)) return null;
  return <p className="td-small td-second">{m["period.notOver"](shortDate(period.last))}</p>;
}
