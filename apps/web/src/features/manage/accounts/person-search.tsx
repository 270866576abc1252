import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonBrief } from "../../../api.ts";
import { useSettled } from "../../../settled.ts";
import { Answered } from "../../../ui/answered.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { foundPeopleQuery } from "./queries.ts";
import { useWords } from "./words.ts";

interface ChoiceProps {
  readonly isHeld: boolean;
  readonly onChoose: (person: PersonBrief) => void;
}

/** Anybody of the company, found by name or number; one tap chooses. */
export function PersonSearch(props: ChoiceProps) {
  const m = useWords();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const found = useQuery(foundPeopleQuery(q));
  return (
    <div className="accounts-finder">
      <SearchField label={m["account.search.person"]} value={typed} onChange={setTyped} />
      {q !== "" && (
        <Answered query={found} skeleton={[3, 3]}>
          {(people) =>
            people.length === 0 ? (
              <p className="td-small td-second">{m["account.noPerson"]}</p>
            ) : (
              <PersonChoice {...props} people={people} />
            )
          }
        </Answered>
      )}
    </div>
  );
}

/** A few people; one tap chooses. */
export function PersonChoice({ people, isHeld, onChoose }: ChoiceProps & { people: readonly PersonBrief[] }) {
  const m = useWords();
  return (
    <ul className="accounts-people">
      {people.map((person) => (
        <li key={person.id}>
          <button type="button" className="accounts-person" disabled={isHeld} onClick={() => onChoose(person)}>
            <span>
              <b>{person.name}</b>
              {person.title !== null && <span className="td-small td-second">{person.title}</span>}
            </span>
            <span className="accounts-this">{m["account.thisOne"]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
