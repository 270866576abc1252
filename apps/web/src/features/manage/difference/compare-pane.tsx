import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import { thousands } from "../../../money.ts";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../date-field.tsx";
import { MutationState } from "../mutation-state.tsx";
import type { useCompare } from "./queries.ts";
import { daysOf, faultOf, firstCompared, usualRange } from "./range.ts";
import { useWords, whyNot } from "./words.ts";

interface ComparePaneProps {
  readonly today: WorkDate;
  /** How many people are compared; null until it is known. */
  readonly people: number | null;
  readonly comparing: ReturnType<typeof useCompare>;
}

/** Which days to compare at once, and what that costs, before it begins. */
export function ComparePane({ today, people, comparing }: ComparePaneProps) {
  const m = useWords();
  const isOnline = useOnline();
  const [range, setRange] = useState(() => usualRange(today));
  const fault = faultOf(today, range);
  if (comparing.isSuccess) return <p role="status">{m["difference.started"]}</p>;
  return (
    <div className="form">
      <div className="difference-dates">
        <DateField
          {...{ label: m["difference.from"], value: range.from, first: firstCompared(today), hint: null }}
          onChange={(from) => setRange({ ...range, from })}
        />
        <DateField
          {...{ label: m["difference.to"], value: range.to, first: firstCompared(today), hint: null }}
          onChange={(to) => setRange({ ...range, to })}
        />
      </div>
      <p className={fault === null ? "td-small td-second" : "td-small form-fault"}>
        {m[`difference.${fault ?? "rangeHint"}`]}
      </p>
      {people !== null && <p>{m["difference.cost"](thousands(people))}</p>}
      <p className="td-small td-second">{m["difference.costWhy"]}</p>
      {!isOnline && <p className="td-small form-fault">{m["difference.offline"]}</p>}
      <MutationState {...comparing} why={(error) => whyNot(m, error)} />
      <Button
        block
        kind="primary"
        disabled={fault !== null || !isOnline || comparing.isPending}
        onClick={() => comparing.mutate(range)}
      >
        {m["difference.start"](daysOf(range))}
      </Button>
    </div>
  );
}
