import { useWords } from "./words.ts";
import "./chips.css";

interface ChipsProps {
  /** Equal parts: 1 is the whole day for one project. */
  readonly onDivide: (count: 1 | 2 | 3) => void;
  /** Null where the day is over. */
  readonly onFromNow: (() => void) | null;
}

/** The usual ways to divide a day, one touch each. */
export function Chips({ onDivide, onFromNow }: ChipsProps) {
  const m = useWords();
  const chips = [
    { name: m["split.all"], act: () => onDivide(1) },
    { name: m["split.halves"], act: () => onDivide(2) },
    { name: m["split.thirds"], act: () => onDivide(3) },
    ...(onFromNow === null ? [] : [{ name: m["split.fromNow"], act: onFromNow }]),
  ];
  return (
    <ul className="td-split-chips" aria-label={m["split.chips"]}>
      {chips.map(({ name, act }) => (
        <li key={name}>
          <button type="button" onClick={act}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
