import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Answered } from "../../ui/answered.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { peopleQuery } from "./project-queries.ts";
import { useWords } from "./project-words.ts";

interface PersonFinderProps {
  /** The ids of those who are members already. */
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (id: string, name: string) => void;
}

/** Anybody of the company, found by name or number, to be added. */
export function PersonFinder({ taken, onAdd }: PersonFinderProps) {
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
                {found.map(({ id, name, title }) => (
                  <li key={id} className="project-person">
                    <span className="project-person-text">
                      <b>{name}</b>
                      {title !== null && <span className="td-small td-second">{title}</span>}
                    </span>
                    {taken.has(id) ? (
                      <span className="td-small td-weak">{m["project.isMember"]}</span>
                    ) : (
                      <button type="button" className="td-plain project-act" onClick={() => onAdd(id, name)}>
                        {m["project.add"]}
                        <span className="td-hidden">{name}</span>
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </div>
  );
}

const pauseMs = 250;

/** What was typed, once the fingers rest. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
