import { useState } from "react";
import { Icon } from "../../ui/icon.tsx";
import { Length } from "../../ui/length.tsx";
import { ProjectMark, slotStyle } from "../../ui/project-mark.tsx";
import type { ProjectGroup } from "./groups.ts";
import { type TableLine, TableRow } from "./table-row.tsx";
import { useWords } from "./words.ts";

interface TableGroupProps {
  readonly group: ProjectGroup;
  readonly line: TableLine;
  /** A search shows all it found. */
  readonly isOpen: boolean;
}

const rowsShown = 5;

/** A project's people under its colour and sum; the first five until the others are asked for. */
export function TableGroup({ group, line, isOpen }: TableGroupProps) {
  const m = useWords();
  const [isWhole, setWhole] = useState(false);
  const { project, members, minutes } = group;
  const shown = isWhole || isOpen ? members : members.slice(0, rowsShown);
  return (
    <tbody style={project ? slotStyle(project.color) : undefined}>
      <tr className="team-table-group" data-project={project !== null || undefined}>
        <th colSpan={4} scope="rowgroup">
          <span className="team-table-project">
            {project && <ProjectMark project={project} striped={line.striped.has(project.id)} />}
            <b>{project?.name ?? m["team.noProject"]}</b>
            <span className="td-second">{m["team.people"](members.length)}</span>
          </span>
        </th>
        <td>
          <b>
            <Length minutes={minutes} />
          </b>
        </td>
      </tr>
      {shown.map((member) => (
        <TableRow key={member.person.id} member={member} line={line} />
      ))}
      {members.length > rowsShown && !isOpen && (
        <tr className="team-table-more">
          <td colSpan={5}>
            <button type="button" className="td-plain" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? m["team.fewer"] : m["team.morePeople"](members.length - rowsShown)}
              <Icon name="down" />
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
