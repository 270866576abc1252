import { Length } from "../../ui/length.tsx";
import type { Totals } from "./totals.ts";
import { useWords } from "./words.ts";

/** 出勤, 认可的加班, 计入: always these, always in this order. */
export function ThreeNumbers({ of, onOpen }: { of: Totals; onOpen?: () => void }) {
  const m = useWords();
  const numbers = (
    <>
      <Figure minutes={of.attended} label={m["number.attended"]} />
      <Figure minutes={of.overtimeApproved} label={m["number.overtime"]} />
      <Figure minutes={of.counted} label={m["number.counted"]} isMain />
    </>
  );
  return (
    <div className="hours-numbers-box">
      {onOpen === undefined ? (
        <div className="hours-numbers">{numbers}</div>
      ) : (
        <button type="button" className="hours-numbers" onClick={onOpen}>
          {numbers}
          <span className="td-hidden">{m["hours.totals"]}</span>
        </button>
      )}
    </div>
  );
}

function Figure({ minutes, label, isMain }: { minutes: number; label: string; isMain?: boolean }) {
  return (
    <span className="hours-number" data-main={isMain || undefined}>
      <b className="td-figure">
        <Length minutes={minutes} />
      </b>
      <span className="td-small td-second">{label}</span>
    </span>
  );
}
