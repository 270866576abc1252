import { Icon } from "../../../ui/icon.tsx";
import { instantText } from "../date-text.ts";
import { useWords } from "./words.ts";
import type { YearDay } from "./year-days.ts";

/** What a day is, what the notice says of it, where that comes from, and who said otherwise. */
export function DayFacts({ day, source }: { day: YearDay; source: string }) {
  const m = useWords();
  const { kind, given, isNamed, override } = day;
  const givenName = m[`calendar.kind.${given}`];
  const facts: [string, string][] = [
    [m["calendar.now"], m[`calendar.kind.${kind}`]],
    [m["calendar.published"], isNamed ? givenName : m["calendar.notNamed"](givenName)],
    [m["calendar.sourceName"], source],
  ];
  if (override !== null) {
    facts.push([
      m["calendar.changed"],
      [override.reason, m["calendar.by"](override.by.name, instantText(override.at))].join(" · "),
    ]);
  }
  return (
    <>
      <dl className="calendar-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="td-small td-second">{m[`calendar.then.${kind}`]}</p>
    </>
  );
}

/** Why a day stays as it is. */
export function Locked({ children }: { children: string }) {
  return (
    <p className="calendar-locked">
      <Icon name="lock" />
      <span>{children}</span>
    </p>
  );
}
