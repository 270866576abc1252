import type { DayKind } from "@today/core/time/date";
import { useState } from "react";
import type { CalendarYear } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { type Reason, reasonText } from "../../../reason.ts";
import { Button } from "../../../ui/button.tsx";
import { ReasonField } from "../../../ui/reason-field.tsx";
import { fullDate } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { OptionList } from "../option-list.tsx";
import { DayFacts, Locked } from "./day-facts.tsx";
import { HistoryList } from "./history-list.tsx";
import type { useSetDay } from "./use-calendar.ts";
import { useWords, whyNot } from "./words.ts";
import { kindsFor, saidOf, wishFor, type YearDay } from "./year-days.ts";

interface DayPaneProps {
  readonly view: CalendarYear;
  readonly day: YearDay;
  readonly change: ReturnType<typeof useSetDay>;
  /** Told what the day became. */
  readonly onSaved: (kind: DayKind) => void;
}

/** One day: why it is what it is, and for the admin another kind with a reason. */
export function DayPane({ view, day, change, onSaved }: DayPaneProps) {
  const m = useWords();
  const history = view.history.filter(({ date }) => date === day.date);
  return (
    <div className="form">
      <DayFacts day={day} source={view.source ?? ""} />
      <Access view={view} day={day} change={change} onSaved={onSaved} />
      {history.length > 0 && (
        <section>
          <h3 className="calendar-sub">{m["calendar.history"]}</h3>
          <HistoryList changes={history} view={view} isOneDay />
        </section>
      )}
    </div>
  );
}

function Access(props: DayPaneProps) {
  const m = useWords();
  const isOnline = useOnline();
  const { view, day } = props;
  if (day.isClosed && view.openFrom !== null)
    return <Locked>{m["calendar.closed"](fullDate(view.openFrom, m.lang))}</Locked>;
  if (!view.editable) return <Locked>{m["calendar.onlyAdmin"]}</Locked>;
  return <Editing key={`${day.date}${day.kind}`} {...props} isOnline={isOnline} />;
}

function Editing({ day, change, isOnline, onSaved }: DayPaneProps & { isOnline: boolean }) {
  const m = useWords();
  const [kind, setKind] = useState(day.kind);
  const [reason, setReason] = useState<Reason>({ chip: null, text: "" });
  const why = reasonText(reason, m["ask.reasonComma"]);
  const save = (next: DayKind, because: string) =>
    change.mutate({ date: day.date, kind: wishFor(day, next), reason: because }, { onSuccess: () => onSaved(next) });
  const options = kindsFor(day).map((value) => ({
    ...{ value, name: m[`calendar.kind.${value}`], effect: m[`calendar.then.${value}`] },
  }));
  const isBusy = change.isPending || !isOnline;
  const isSame = kind === day.kind;
  return (
    <>
      <OptionList label={m["calendar.change"]} options={options} value={kind} onChange={setKind} />
      {!isSame && <ReasonField value={reason} usual={m["calendar.reasons"]} onChange={setReason} />}
      <div className="form-foot">
        {!isSame && <p className="td-small td-weak">{m["calendar.settles"]}</p>}
        <MutationState {...change} why={(error) => whyNot(m, error)} />
        {!isOnline && <p className="td-small form-fault">{m["calendar.offline"]}</p>}
        <Button block kind="primary" disabled={isBusy || isSame || why === ""} onClick={() => save(kind, why)}>
          {isSame ? m["calendar.saveSame"] : m["calendar.save"](m[`calendar.kind.${kind}`])}
        </Button>
        {day.override !== null && isSame && (
          <Button block kind="quiet" disabled={isBusy} onClick={() => save(day.given, m["calendar.takenBack"])}>
            {m["calendar.takeBack"](m[`calendar.kind.${day.given}`])}
          </Button>
        )}
      </div>
    </>
  );
}

/** A wish that brings a day back to what it was, with the reason it had. */
export function undoOf(m: ReturnType<typeof useWords>, day: YearDay) {
  return { date: day.date, kind: saidOf(day), reason: day.override?.reason ?? m["calendar.undone"] };
}
