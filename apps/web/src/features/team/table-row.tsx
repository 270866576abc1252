import type { Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import { memo } from "react";
import type { TeamMember } from "../../api.ts";
import { DayLine } from "../../ui/day-line.tsx";
import { drawDay } from "../../ui/drawn-day.ts";
import { Length } from "../../ui/length.tsx";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { PlaceIcon } from "./place-icon.tsx";

/** What all rows of the table share. */
export interface TableLine {
  readonly axis: Interval;
  readonly projects: ProjectsById;
  readonly striped: ReadonlySet<string>;
  readonly now: Minutes;
  readonly chosen: string | null;
  readonly onChoose: (person: string) => void;
}

/** One person: name, crew, place, line, and what counted. */
export const TableRow = memo(function TableRow({ member, line }: { member: TeamMember; line: TableLine }) {
  const { person, place, workday, group } = member;
  const drawn = workday === null ? null : drawDay(workday, line.now);
  const isChosen = person.id === line.chosen;
  return (
    <tr className="team-table-row" data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className="team-table-name"
          data-person={person.id}
          aria-pressed={isChosen}
          onFocus={() => line.onChoose(person.id)}
          onClick={() => line.onChoose(person.id)}
        >
          {person.name}
        </button>
      </th>
      <td className="td-small td-second">{person.title ?? group}</td>
      <td>
        <PlaceIcon place={place} />
      </td>
      <td>
        {drawn && (
          <DayLine
            parts={drawn.parts}
            axis={line.axis}
            projects={line.projects}
            striped={line.striped}
            label={person.name}
            height={20}
          />
        )}
      </td>
      <td>
        <b>{workday && <Length minutes={workday.counted} />}</b>
      </td>
    </tr>
  );
});
