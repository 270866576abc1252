import { type KeyboardEvent, useEffect, useState } from "react";
import type { TeamMember } from "../../api.ts";
import { goTo, hashOf } from "../../route.ts";
import { Axis } from "../../ui/axis.tsx";
import { axisOfDays } from "../../ui/drawn-day.ts";
import { placeOf } from "../../ui/line-layout.ts";
import { projectsById, stripedIds } from "../../ui/project-mark.tsx";
import type { TeamGroups } from "./groups.ts";
import type { TeamDay } from "./person-view.tsx";
import { TableGroup } from "./table-group.tsx";
import { type TableLine, TableRow } from "./table-row.tsx";
import { useWords } from "./words.ts";

interface TeamTableProps {
  readonly groups: TeamGroups;
  /** Whom a search found, in any place. */
  readonly found: readonly TeamMember[];
  readonly day: TeamDay;
  readonly chosen: string | null;
  readonly onChoose: (person: string) => void;
}

/** Everybody's line on one axis with one now-line, by project. ↑ and ↓ choose, Enter opens, / searches. */
export function TeamTable({ groups, found, day, chosen, onChoose }: TeamTableProps) {
  const m = useWords();
  const { team, now, isSearch } = day;
  const workdays = team.members.flatMap(({ workday }) => workday ?? []);
  const axis = axisOfDays(workdays);
  const projects = projectsById(team.projects);
  const line: TableLine = { axis, projects, striped: stripedIds(team.projects), now, chosen, onChoose };
  const rest = [
    { title: m["team.onLeave"], members: groups.onLeave },
    { title: m["team.off"], members: groups.off },
  ].filter(({ members }) => members.length > 0);
  useSearchKey();
  const isRunning = axis.start <= now && now <= axis.end && workdays.some(({ over }) => !over);
  return (
    <div className="td-card team-table-box">
      <table className="team-table" onKeyDown={(event) => onKey(event, team.date)}>
        <thead>
          <tr>
            <th scope="col">{m["team.name"]}</th>
            <th scope="col">{m["team.group"]}</th>
            <th scope="col">
              <span className="td-hidden">{m["team.where"]}</span>
            </th>
            <th scope="col">
              <span className="td-hidden">{m["team.line"]}</span>
              <Axis axis={axis} />
            </th>
            <th scope="col">{m["number.counted"]}</th>
          </tr>
        </thead>
        {isSearch && found.length === 0 && (
          <tbody>
            <tr>
              <td colSpan={5}>{m["team.notFound"]}</td>
            </tr>
          </tbody>
        )}
        {groups.projects.map((group) => (
          <TableGroup key={group.project?.id ?? ""} group={group} line={line} isOpen={isSearch} />
        ))}
        {rest.map(({ title, members }) => (
          <Rest key={title} title={title} members={members} line={line} isOpen={isSearch} />
        ))}
      </table>
      {isRunning && (
        <div className="team-now" aria-hidden="true">
          <span style={{ left: `${placeOf(now, axis)}%` }} />
        </div>
      )}
    </div>
  );
}

interface RestProps {
  readonly title: string;
  readonly members: readonly TeamMember[];
  readonly line: TableLine;
  readonly isOpen: boolean;
}

function Rest({ title, members, line, isOpen }: RestProps) {
  const m = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <tbody>
      <tr className="team-table-group">
        <th colSpan={5} scope="rowgroup">
          <button
            type="button"
            className="td-plain"
            aria-expanded={isShown || isOpen}
            onClick={() => setShown(!isShown)}
          >
            <b>{title}</b>
            <span className="td-second">{m["team.people"](members.length)}</span>
          </button>
        </th>
      </tr>
      {(isShown || isOpen) && members.map((member) => <TableRow key={member.person.id} member={member} line={line} />)}
    </tbody>
  );
}

/** Moves among the people's buttons; Enter opens the day of the one that has the focus. */
function onKey(event: KeyboardEvent<HTMLElement>, date: string): void {
  const here = event.target instanceof HTMLElement ? event.target : null;
  const person = here?.dataset.person;
  if (here === null || person === undefined) return;
  if (event.key === "Enter") {
    event.preventDefault();
    goTo(hashOf("hours", date, "of", person));
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-person]")];
  const next = buttons.indexOf(here) + (event.key === "ArrowDown" ? 1 : -1);
  buttons[next]?.focus();
}

/** `/` goes to the search, ↓ from there to the first person. */
function useSearchKey(): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key === "/" && !isTyping) {
        event.preventDefault();
        document.querySelector<HTMLElement>(".team-search input")?.focus();
      }
      if (event.key === "ArrowDown" && isTyping) document.querySelector<HTMLElement>("[data-person]")?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
