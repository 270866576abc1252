import { ProjectMark } from "../../../ui/project-mark.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import type { Row } from "./check.ts";
import type { ListContext } from "./context.ts";
import { RowActs } from "./row-acts.tsx";
import { dayText, lengthText, whatText } from "./row-text.ts";
import { useWords } from "./words.ts";

interface RowProps {
  readonly row: Row;
  readonly list: ListContext;
}

/** Who, which day, what is the matter and how long, and the buttons that mend it; once mended, what was done. */
export function CheckRow({ row, list }: RowProps) {
  const mend = list.mends.get(row.key);
  return (
    <li className="period-row" data-mended={mend?.saving.state === "saved" || undefined}>
      <RowText row={row} list={list} />
      {mend ? (
        <p className="period-mended">
          <span>{mend.text}</span> <SaveState of={mend.saving} />
        </p>
      ) : (
        list.isHr && <RowActs row={row} list={list} />
      )}
    </li>
  );
}

function RowText({ row, list }: RowProps) {
  const m = useWords();
  const { person, items } = row;
  const [item] = items;
  const length = lengthText(row);
  const project = list.projects.get(item?.project ?? "");
  const what = whatText(m, row);
  return (
    <div className="period-row-text">
      <p className="period-line">
        <span>
          <b>{person.name}</b>{" "}
          <span className="td-second">
            {row.kind === "grace-running" ? m["period.until"](dayText(m, row)) : dayText(m, row)}
          </span>
        </span>
        {length && <b>{length}</b>}
      </p>
      {(what !== "" || project) && (
        <p className="period-line td-small td-second">
          <span>{what}</span>
          {project && (
            <span className="period-project">
              <ProjectMark project={project} />
              {project.shortName}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
