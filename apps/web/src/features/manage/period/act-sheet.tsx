import { useState } from "react";
import type { PeriodDetail } from "../../../api.ts";
import { longDate } from "../../../format.ts";
import { useOnline } from "../../../online.ts";
import { type Reason, reasonText } from "../../../reason.ts";
import { Button } from "../../../ui/button.tsx";
import { ReasonField } from "../../../ui/reason-field.tsx";
import { Sheet } from "../../../ui/sheet.tsx";
import { type ActName, isOver, openCount } from "./acts.ts";
import { bigDuration, countText, periodName } from "./text.ts";
import { useWords, type Words } from "./words.ts";

type Asked = Exclude<ActName, "withdraw">;

interface ActSheetProps {
  /** What is about to be done; null while the sheet is closed. */
  readonly act: ActName | null;
  readonly answer: PeriodDetail;
  readonly onClose: () => void;
  readonly onAct: (act: ActName, reason: string) => void;
}

/** What an act means, in words, before it is done; some want a reason. */
export function ActSheet({ act, answer, onClose, onAct }: ActSheetProps) {
  const m = useWords();
  const asked = act === "withdraw" ? null : act;
  const title = asked === null ? "" : m[`period.title.${asked}`](periodName(m, answer.period));
  return (
    <Sheet isOpen={asked !== null} title={title} onClose={onClose}>
      {asked && <ActForm key={asked} act={asked} answer={answer} onAct={onAct} />}
    </Sheet>
  );
}

function ActForm({ act, answer, onAct }: Pick<ActSheetProps, "answer" | "onAct"> & { readonly act: Asked }) {
  const m = useWords();
  const isOnline = useOnline();
  const [reason, setReason] = useState<Reason>({ chip: null, text: "" });
  const usual = usualReasons(m, act);
  const text = reasonText(reason, m["ask.reasonComma"]);
  const { period, now, figures } = answer;
  return (
    <div className="period-form">
      <p>{m[`period.why.${act}`]}</p>
      {act === "begin" && !isOver(period, now) && <p>{m["period.why.beginEarly"](longDate(period.last, m.lang))}</p>}
      {(act === "close" || act === "closeOpen") && (
        <p className="period-sum">{m["period.sum"](bigDuration(figures.counted), countText(figures.people))}</p>
      )}
      {act === "closeOpen" && <OpenList answer={answer} />}
      {usual !== null && <ReasonField value={reason} usual={usual} onChange={setReason} />}
      {!isOnline && <p className="td-small period-offline">{m["period.offline"]}</p>}
      <Button
        kind="primary"
        tall
        block
        disabled={!isOnline || (usual !== null && text === "")}
        onClick={() => onAct(act, text)}
      >
        {actText(m, act, answer)}
      </Button>
    </div>
  );
}

/** What a button of an act says; the one that leaves things open says how many. */
export function actText(m: Words, act: ActName, answer: PeriodDetail): string {
  return act === "closeOpen" ? m["period.act.closeOpen"](countText(openCount(answer))) : m[`period.act.${act}`];
}

function OpenList({ answer: { checks } }: Pick<ActSheetProps, "answer">) {
  const m = useWords();
  return (
    <ul className="period-open-list">
      {checks
        .filter(({ kind, count }) => kind !== "not-settled" && count > 0)
        .map(({ kind, count }) => (
          <li key={kind}>
            <span>{m[`period.check.${kind}`]}</span> <b>{countText(count)}</b>
          </li>
        ))}
    </ul>
  );
}

/** The usual reasons of an act; null where none is asked for. */
function usualReasons(m: Words, act: Asked): string[] | null {
  if (act === "closeOpen") return [m["period.reason.agreed"], m["period.reason.next"], m["period.reason.pay"]];
  if (act === "ask") return [m["period.reason.missing"], m["period.reason.wrong"]];
  return act === "agree" ? [m["period.reason.fix"]] : null;
}
