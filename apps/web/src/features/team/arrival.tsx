import { Fragment, type ReactNode } from "react";
import type { Team } from "../../api.ts";
import { clockTime, minuteOf } from "../../format.ts";
import { useWords } from "./words.ts";

const places = ["onsite", "mobile", "unknown", "missing", "leave"] as const;

/** How many are in of those expected, and one bar of where they are, told apart by pattern. Beside it stands how old that is. */
export function Arrival({ team, children }: { team: Team; children: ReactNode }) {
  const m = useWords();
  const { counts, arrived, expected, firstShiftStart, missingKnown } = team;
  const isEarly =
    firstShiftStart !== null && arrived === 0 && minuteOf(team.now, team.date) < firstShiftStart
      ? firstShiftStart
      : null;
  const rest = expected - arrived - (missingKnown ? counts.missing : 0);
  const shown = places.filter((place) => place !== "missing" || missingKnown);
  return (
    <>
      <div className="td-row">
        <p className="team-hero">
          <span aria-hidden="true">
            <b className="td-hero">{arrived}</b>
            <span className="team-expected">/{expected}</span> <span className="td-second">{m["team.arrived"]}</span>
          </span>
          <span className="td-hidden">{m["team.arrivedOf"](arrived, expected)}</span>
          {isEarly !== null && (
            <span className="td-small td-second">{m["team.startsAt"](clockTime(isEarly, m.lang))}</span>
          )}
        </p>
        {children}
      </div>
      <div className="team-places">
        <div className="team-bar" aria-hidden="true">
          {shown.map((place) => (
            <Fragment key={place}>
              {counts[place] > 0 && <span data-place={place} style={{ flexGrow: counts[place] }} />}
            </Fragment>
          ))}
          {rest > 0 && <span data-place="rest" style={{ flexGrow: rest }} />}
        </div>
        <dl className="team-legend">
          {shown.map((place) => (
            <div key={place}>
              <dt>
                <span className="team-swatch" data-place={place} aria-hidden="true" />
                {m[`team.place.${place}`]}
              </dt>
              <dd>{counts[place]}</dd>
            </div>
          ))}
        </dl>
      </div>
      {!missingKnown && isEarly === null && <p className="td-small td-second">{m["team.maybeLater"]}</p>}
    </>
  );
}
