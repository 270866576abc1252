import { useState } from "react";
import { isMonth } from "../../export-choice.ts";
import { Icon } from "../../ui/icon.tsx";
import { Segments } from "../../ui/segments.tsx";
import { useWords, type Words } from "./cost-words.ts";
import { besides, holdsMonth, type MonthRange, ownRange, quarterOf, rangeAround } from "./month-range.ts";

interface MonthRangeBarProps {
  readonly range: MonthRange;
  /** `2026-09`, this month. */
  readonly now: string;
  readonly onChange: (range: MonthRange) => void;
}

/** Which months are shown, and the ways to those before and after. */
export function MonthRangeBar({ range, now, onChange }: MonthRangeBarProps) {
  const m = useWords();
  const kinds = {
    month: m["cost.month"],
    quarter: m["cost.quarter"],
    year: m["cost.year"],
    own: m["cost.own"],
  };
  const anchor = holdsMonth(range, now) ? now : range.from;
  const choose = (kind: MonthRange["kind"]) =>
    onChange(kind === "own" ? ownRange(range.from, range.to) : rangeAround(anchor, kind));
  return (
    <div className="cost-range">
      <div className="cost-steps">
        <button type="button" className="td-plain" onClick={() => onChange(besides(range, -1))}>
          <Icon name="left" />
          <span className="td-hidden">{m["cost.before"]}</span>
        </button>
        <h2 aria-live="polite">{rangeName(m, range)}</h2>
        <button type="button" className="td-plain" onClick={() => onChange(besides(range, 1))}>
          <Icon name="right" />
          <span className="td-hidden">{m["cost.after"]}</span>
        </button>
      </div>
      <Segments label={m["cost.range"]} options={kinds} value={range.kind} onChange={choose} />
      {range.kind === "own" && <Own key={`${range.from}${range.to}`} range={range} onChange={onChange} />}
    </div>
  );
}

function Own({ range, onChange }: Pick<MonthRangeBarProps, "range" | "onChange">) {
  const m = useWords();
  const [ends, setEnds] = useState({ from: range.from, to: range.to });
  const change = (next: typeof ends) => {
    setEnds(next);
    if (isMonth(next.from) && isMonth(next.to)) onChange(ownRange(next.from, next.to));
  };
  return (
    <div className="cost-own">
      <label>
        {m["cost.from"]}
        <input type="month" value={ends.from} onChange={(e) => change({ ...ends, from: e.target.value })} />
      </label>
      <label>
        {m["cost.to"]}
        <input type="month" value={ends.to} onChange={(e) => change({ ...ends, to: e.target.value })} />
      </label>
      <p className="td-small td-weak">{m["cost.tooLong"]}</p>
    </div>
  );
}

/** `2026年9月`, `2026年第 3 季度`, `2026年`, `2026年1月–2026年9月`. */
function rangeName(m: Words, { kind, from, to }: MonthRange): string {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  if (kind === "year") return m["cost.yearOf"](year);
  if (kind === "quarter") return m["cost.quarterOf"](year, quarterOf(from));
  const first = m["cost.monthOf"](year, month);
  if (kind === "month" || from === to) return first;
  return `${first}–${m["cost.monthOf"](Number(to.slice(0, 4)), Number(to.slice(5, 7)))}`;
}
