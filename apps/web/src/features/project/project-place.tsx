import type { ProjectHours } from "../../api.ts";
import { duration } from "../../format.ts";
import { Length } from "../../ui/length.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { overtimeKinds, places } from "./project-tally.ts";
import { useWords } from "./project-words.ts";

type Places = ProjectHours["place"];

/** Minutes by place in one bar; pattern tells them apart, not hue. `of` are the minutes of the whole width. */
export function PlaceBar({ place, of }: { place: Places; of: number }) {
  return (
    <span className="project-bar" aria-hidden="true">
      {places.map((name) =>
        place[name] > 0 ? (
          <span
            key={name}
            className="project-place"
            data-place={name}
            style={{ width: `${(place[name] / of) * 100}%` }}
          />
        ) : null,
      )}
    </span>
  );
}

/** Where a project's hours were worked, with figures. */
export function PlaceCard({ hours }: { hours: ProjectHours }) {
  const m = useWords();
  return (
    <section className="td-card" aria-labelledby="project-where" style={slotStyle(hours.project.color)}>
      <h2 id="project-where" className="project-title">
        {m["project.where"]}
      </h2>
      <PlaceBar place={hours.place} of={hours.minutes} />
      <dl className="project-legend">
        {places.map((name) => (
          <div key={name}>
            <dt>
              <span className="project-place" data-place={name} aria-hidden="true" />
              {m[`project.place.${name}`]}
            </dt>
            <dd>
              <Length minutes={hours.place[name]} />
            </dd>
          </div>
        ))}
      </dl>
      {hours.place.mobile > 0 && <p className="td-small td-weak">{m["project.mobileNote"]}</p>}
    </section>
  );
}

/** How much of it was overtime, each kind apart; nothing where there was none. */
export function OvertimeCard({ hours: { overtime } }: { hours: ProjectHours }) {
  const m = useWords();
  const kinds = overtimeKinds.filter((kind) => overtime[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <section className="td-card" aria-labelledby="project-overtime">
      <h2 id="project-overtime" className="project-title">
        {m["project.overtime"]}
      </h2>
      <dl className="project-kinds">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt className="td-small td-second">{m[`project.overtime.${kind}`]}</dt>
            <dd>{duration(overtime[kind])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
