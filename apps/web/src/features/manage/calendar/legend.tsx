import { useWords } from "./words.ts";
import { letterOf, type YearDay } from "./year-days.ts";

const samples = ["statutory", "rest", "swapped"] as const;

/** What the shapes and letters mean, with how many days of each the year has. */
export function Legend({ days }: { days: readonly YearDay[] }) {
  const m = useWords();
  const lettered = days.map(letterOf);
  const ours = days.filter(({ override }) => override !== null).length;
  return (
    <ul className="year-legend td-small" aria-label={m["calendar.legend"]}>
      {samples.map((name) => (
        <li key={name}>
          <span className="year-sample" data-look={name} aria-hidden="true">
            {m[`calendar.letter.${name}`]}
          </span>
          {m[`calendar.legend.${name}`](lettered.filter((letter) => letter === name).length)}
        </li>
      ))}
      <li>
        <span className="year-sample" data-look="weekend" aria-hidden="true" />
        {m["calendar.legend.weekend"]}
      </li>
      {ours > 0 && (
        <li>
          <span className="year-sample" data-look="workday" data-ours aria-hidden="true" />
          {m["calendar.legend.ours"](ours)}
        </li>
      )}
    </ul>
  );
}
