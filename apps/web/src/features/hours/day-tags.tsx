import type { Workday } from "../../api.ts";
import { duration } from "../../format.ts";
import { Tag } from "../../ui/tag.tsx";
import { WarningTag } from "../../ui/warning-tag.tsx";
import { signed } from "./adjustment-list.tsx";
import { useWords } from "./words.ts";

const asked = { "missing-out": "correct.outWaits", "missing-in": "correct.inWaits" } as const;

/** The tags of a day: what looks odd or waits, approved overtime, what was booked after the close. 进行中 stands at the hours instead. */
export function DayTags({ workday }: { workday: Workday }) {
  const m = useWords();
  const { pending, adjusted } = workday;
  const waits = pending > 0;
  const details = workday.details.filter(({ name }) => name !== "running" && !(waits && name in asked));
  const punches = workday.details.flatMap(({ name }) =>
    waits && (name === "missing-out" || name === "missing-in") ? [name] : [],
  );
  if (details.length === 0 && workday.overtimeApproved === 0 && !waits && adjusted === 0) return null;
  return (
    <div className="hours-tags">
      {details.map((detail) => (
        <WarningTag key={detail.name} of={detail} />
      ))}
      {workday.overtimeApproved > 0 && (
        <Tag tone="blue">{m["hours.overtimeTag"](duration(workday.overtimeApproved))}</Tag>
      )}
      {punches.map((name) => (
        <Tag key={name}>{m[asked[name]]}</Tag>
      ))}
      {waits && <Tag>{m["correct.pending"](signed(pending))}</Tag>}
      {adjusted !== 0 && <Tag>{m["correct.adjusted"](signed(adjusted))}</Tag>}
    </div>
  );
}
