import type { ReactNode } from "react";
import type { ProjectReport } from "../../api.ts";
import { hoursOfParts } from "../../hour-sums.ts";
import { hashOf } from "../../route.ts";
import { Hours } from "../../ui/hours.tsx";
import { PlaceBar, PlaceSign, places } from "../../ui/place-bar.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { type Figure, figureName } from "./figure.ts";
import { overtimeKinds } from "./project-tally.ts";
import { useWords } from "./project-words.ts";

interface CardProps {
  readonly report: ProjectReport;
  readonly onFigure: (figure: Figure) => void;
}

/** Where a project's hours were worked: a bar, and each place with its hours. */
export function PlaceCard({ report, onFigure }: CardProps) {
  const m = useWords();
  const hours = hoursOfParts(places.map((name) => report.places[name]));
  return (
    <section className="td-card" aria-labelledby="report-where" style={slotStyle(report.project.color)}>
      <h2 id="report-where" className="project-title">
        {m["report.where"]}
      </h2>
      <PlaceBar place={report.places} of={Math.max(1, report.used)} />
      <ul className="report-legend">
        {places.map((name, n) => (
          <li key={name}>
            <FigureButton figure={{ of: "place", place: name }} onFigure={onFigure}>
              <PlaceSign place={name} />
              <span>{m[`report.place.${name}`]}</span>
              <b>
                <Hours minutes={report.places[name]} shown={hours[n] ?? ""} />
              </b>
            </FigureButton>
          </li>
        ))}
      </ul>
      {report.places.mobile > 0 && <p className="td-small td-weak">{m["report.mobileNote"]}</p>}
    </section>
  );
}

/** Overtime by the factor it is paid with, apart from regular hours. */
export function KindsCard({ report, onFigure }: CardProps) {
  const m = useWords();
  const names = ["regular", ...overtimeKinds] as const;
  const hours = hoursOfParts(names.map((name) => report.kinds[name]));
  return (
    <section className="td-card" aria-labelledby="report-kinds">
      <h2 id="report-kinds" className="project-title">
        {m["report.kinds"]}
      </h2>
      <ul className="report-kinds">
        {names.map((name, n) => (
          <li key={name} data-kind={name}>
            <FigureButton
              figure={name === "regular" ? { of: "regular" } : { of: "overtime", kind: name }}
              onFigure={onFigure}
            >
              <span className="td-small td-second">{m[`report.kind.${name}`]}</span>
              <b>
                <Hours minutes={report.kinds[name]} shown={hours[n] ?? ""} />
              </b>
            </FigureButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const states = ["approved", "waiting", "rejected"] as const;

/** What of the hours is approved, waits, or went back; `answers` are those who can clear what waits. */
export function StatesCard({ report, answers }: { report: ProjectReport; answers: boolean }) {
  const m = useWords();
  const hours = hoursOfParts(states.map((name) => report.states[name]));
  const waits = report.states.waiting > 0 && answers;
  return (
    <section className="td-card" aria-labelledby="report-states">
      <h2 id="report-states" className="project-title">
        {m["report.states"]}
      </h2>
      <dl className="report-states">
        {states.map((name, n) => (
          <div key={name}>
            <dt className="td-small td-second">{m[`report.state.${name}`]}</dt>
            <dd>
              <Hours minutes={report.states[name]} shown={hours[n] ?? ""} />
            </dd>
          </div>
        ))}
      </dl>
      {waits && (
        <a className="report-way" href={hashOf("team", "approvals")}>
          {m["report.toApprovals"]}
        </a>
      )}
      <p className="td-small td-weak">{m["report.statesNote"]}</p>
    </section>
  );
}

interface FigureButtonProps {
  readonly figure: Figure;
  readonly onFigure: (figure: Figure) => void;
  readonly children: ReactNode;
}

/** A figure that opens to its days. */
export function FigureButton({ figure, onFigure, children }: FigureButtonProps) {
  const m = useWords();
  return (
    <button type="button" className="report-figure" onClick={() => onFigure(figure)}>
      {children}
      <span className="td-hidden">{m["report.openDays"](figureName(m, figure))}</span>
    </button>
  );
}
