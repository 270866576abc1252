import type { Team, TeamMember } from "../../api.ts";
import { longDate } from "../../format.ts";
import { hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { othersBasisText } from "../../ui/basis.ts";
import { DayLine } from "../../ui/day-line.tsx";
import { axisOf } from "../../ui/day-parts.ts";
import { drawDay, edgeTicks } from "../../ui/drawn-day.ts";
import { Length } from "../../ui/length.tsx";
import { ProjectMark, type ProjectsById, projectsById } from "../../ui/project-mark.tsx";
import { Verdict } from "../../ui/verdict.tsx";
import { WarningTag } from "../../ui/warning-tag.tsx";
import { stateText } from "./people-rows.tsx";
import { type PersonPart, personParts } from "./person-parts.ts";
import { useWords } from "./words.ts";

/** The day that a person is seen on. */
export interface TeamDay {
  readonly team: Team;
  /** Minute of that day's line. */
  readonly now: number;
  readonly isSearch: boolean;
}

interface PersonViewProps {
  readonly member: TeamMember;
  readonly day: TeamDay;
  /** The sheet says the name already. */
  readonly isSheet?: boolean;
}

const verdicts = { onsite: "inside", mobile: "outside", unknown: "unknown" } as const;

/** A person's day in short: line, parts with their reason, where, and the way to the whole day. */
export function PersonView({ member, day, isSheet = false }: PersonViewProps) {
  const m = useWords();
  const me = useSession()?.person.id;
  const { person, place, workday } = member;
  const { date } = day.team;
  const projects = projectsById(day.team.projects);
  const href = person.id === me ? hashOf("hours", date) : hashOf("hours", date, "of", person.id);
  return (
    <section className={isSheet ? "team-detail" : "td-card team-detail"} aria-label={person.name}>
      {!isSheet && <h2>{person.name}</h2>}
      <p className="td-small td-second">{stateText(m, member)}</p>
      {workday && <Line member={member} now={day.now} projects={projects} label={longDate(date, m.lang)} />}
      <ul className="team-parts">
        {(workday ? personParts(workday) : []).map((part) => (
          <Part key={`${part.part.project}${part.part.other}`} part={part} projects={projects} />
        ))}
      </ul>
      {(place === "onsite" || place === "mobile" || place === "unknown") && (
        <Verdict of={{ verdict: verdicts[place], distance: null, accuracy: null }} />
      )}
      {workday && (
        <div className="team-tags">
          {workday.details
            .filter(({ name }) => name !== "running")
            .map((detail) => (
              <WarningTag key={detail.name} of={detail} />
            ))}
        </div>
      )}
      <p className="team-ways">
        <a className="team-open" href={href}>
          {m["team.openDay"]}
        </a>
        {person.id !== me && (
          <a className="team-open" href={hashOf("hours", date, "of", person.id, "correct")}>
            {m["team.correct"]}
          </a>
        )}
      </p>
    </section>
  );
}

interface LineProps {
  readonly member: TeamMember;
  readonly now: number;
  readonly projects: ProjectsById;
  readonly label: string;
}

function Line({ member: { workday }, now, projects, label }: LineProps) {
  if (workday === null) return null;
  const drawn = drawDay(workday, now);
  if (drawn.parts.length === 0) return null;
  const axis = axisOf(drawn.parts, null, drawn.now);
  return (
    <DayLine
      parts={drawn.parts}
      axis={axis}
      projects={projects}
      label={label}
      ticks={edgeTicks(axis, workday.shift)}
      now={drawn.now}
    />
  );
}

function Part({ part: { part, minutes }, projects }: { part: PersonPart; projects: ProjectsById }) {
  const m = useWords();
  const project = part.project === null ? undefined : projects.get(part.project);
  const name =
    project?.shortName ?? (part.other === true || part.project !== null ? m["line.other"] : m["line.unassigned"]);
  return (
    <li className="team-part">
      {project ? <ProjectMark project={project} /> : <span className="td-mark team-no-mark" aria-hidden="true" />}
      <span className="team-person-text">
        <b>{name}</b>
        {part.other !== true && <span className="td-small td-second">{othersBasisText(m, part)}</span>}
      </span>
      <b>
        <Length minutes={minutes} />
      </b>
    </li>
  );
}
