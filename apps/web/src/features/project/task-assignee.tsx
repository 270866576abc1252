import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonBrief } from "../../api.ts";
import { useSettled } from "../../settled.ts";
import { Answered } from "../../ui/answered.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { peopleQuery } from "./project-queries.ts";
import { useTaskWords } from "./task-words.ts";

interface TaskAssigneeProps {
  readonly assignee: PersonBrief | null;
  readonly onChange: (assignee: PersonBrief | null) => void;
}

/** Who is to do a task: anybody of the company by name or number, or nobody yet. */
export function TaskAssignee({ assignee, onChange }: TaskAssigneeProps) {
  const m = useTaskWords();
  return (
    <fieldset className="project-assignee">
      <legend>{m["task.assignee"]}</legend>
      {assignee === null ? (
        <Finder onChange={onChange} />
      ) : (
        <div className="project-person">
          <Name person={assignee} />
          <button type="button" className="td-plain project-act" onClick={() => onChange(null)}>
            {m["task.assignee.drop"]}
          </button>
        </div>
      )}
    </fieldset>
  );
}

function Finder({ onChange }: Pick<TaskAssigneeProps, "onChange">) {
  const m = useTaskWords();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const query = useQuery(peopleQuery(q));
  return (
    <>
      <SearchField label={m["task.assignee.find"]} value={typed} onChange={setTyped} />
      {q !== "" && (
        <Answered query={query} skeleton={[3]}>
          {(people) =>
            people.length === 0 ? (
              <p className="td-small td-second">{m["task.assignee.none"]}</p>
            ) : (
              <ul className="project-people">
                {people.map((person) => (
                  <li key={person.id} className="project-person">
                    <Name person={person} />
                    <button type="button" className="td-plain project-act" onClick={() => onChange(person)}>
                      {m["task.assignee.choose"]}
                      <span className="td-hidden">{person.name}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </>
  );
}

function Name({ person: { name, title } }: { person: PersonBrief }) {
  return (
    <span className="project-person-text">
      <b>{name}</b>
      {title !== null && <span className="td-small td-second">{title}</span>}
    </span>
  );
}
