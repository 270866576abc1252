import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonBrief } from "../../api.ts";
import { useSettled } from "../../settled.ts";
import { Answered } from "../../ui/answered.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { peopleQuery } from "./project-queries.ts";
import { useWords } from "./project-words.ts";

interface PersonFinderProps {
  /** The ids of those who are members already. */
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (id: string, name: string) => void;
  /** Takes back who was added a moment ago. */
  readonly onUndo: (id: string) => void;
}

/** Anybody of the company, found by name or number, to be added. */
export function PersonFinder(props: PersonFinderProps) {
  const m = useWords();
  const [typed, setTyped] = useState("");
  const query = useSettled(typed.trim());
  const people = useQuery(peopleQuery(query));
  return (
    <div className="project-finder">
      <SearchField label={m["project.findPerson"]} value={typed} onChange={setTyped} />
      {query !== "" && (
        <Answered query={people} skeleton={[3, 3]}>
          {(found) =>
            found.length === 0 ? (
              <p className="project-none">{m["project.noPerson"]}</p>
            ) : (
              <ul className="project-people">
                {found.map((person) => (
                  <Found key={person.id} person={person} {...props} />
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </div>
  );
}

function Found({ person, taken, onAdd, onUndo }: PersonFinderProps & { person: PersonBrief }) {
  const m = useWords();
  const [wasAdded, setAdded] = useState(false);
  const { id, name, title } = person;
  const isTaken = taken.has(id);
  const act = () => {
    setAdded(!isTaken);
    if (isTaken) onUndo(id);
    else onAdd(id, name);
  };
  return (
    <li className="project-person">
      <span className="project-person-text">
        <b>{name}</b>
        {title !== null && <span className="td-small td-second">{title}</span>}
      </span>
      {isTaken && <span className="td-small td-weak">{m[wasAdded ? "project.justAdded" : "project.isMember"]}</span>}
      {(!isTaken || wasAdded) && (
        <button type="button" className="td-plain project-act" onClick={act}>
          {m[isTaken ? "undo.undo" : "project.add"]}
          <span className="td-hidden">{name}</span>
        </button>
      )}
    </li>
  );
}
