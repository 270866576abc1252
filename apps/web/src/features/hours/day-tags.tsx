import type { Workday } from "../../api.ts";
import { duration } from "../../format.ts";
import { Tag } from "../../ui/tag.tsx";
import { WarningTag } from "../../ui/warning-tag.tsx";
import { useWords } from "./words.ts";

/** The tags of a day: what looks odd, and approved overtime. 进行中 stands at the hours instead. */
export function DayTags({ workday }: { workday: Workday }) {
  const m = useWords();
  const details = workday.details.filter(({ name }) => name !== "running");
  if (details.length === 0 && workday.overtimeApproved === 0) return null;
  return (
    <div className="hours-tags">
      {details.map((detail) => (
        <WarningTag key={detail.name} of={detail} />
      ))}
      {workday.overtimeApproved > 0 && (
        <Tag tone="blue">{m["hours.overtimeTag"](duration(workday.overtimeApproved))}</Tag>
      )}
    </div>
  );
}
