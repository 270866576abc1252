import { useId, useState } from "react";
import { Button } from "../../../../ui/button.tsx";
import { PersonSearch } from "../../accounts/person-search.tsx";
import { useWorkDate } from "../../work-date.ts";
import { latest, type Sample } from "./sample.ts";
import { useMappingWords } from "./words.ts";
import "../../accounts/accounts.css";

/** Whose hours of which day are looked at. */
export function SampleForm({ sample, onChoose }: { sample: Sample; onChoose: (sample: Sample) => void }) {
  const m = useMappingWords();
  const id = useId();
  const today = useWorkDate();
  const [{ person, date }, setChosen] = useState(sample);
  return (
    <div className="form">
      <div className="form-field">
        <label htmlFor={id} className="td-small td-second">
          {m["mapping.sample.day"]}
        </label>
        <input
          id={id}
          type="date"
          max={today ?? undefined}
          value={date ?? ""}
          aria-describedby={`${id}-about`}
          onChange={({ target }) => setChosen({ person, date: target.value === "" ? null : target.value })}
        />
        <p id={`${id}-about`} className="td-small td-weak">
          {m["mapping.sample.anyDay"]}
        </p>
      </div>
      <div className="mapping-who">
        <span className="td-small td-second">{m["mapping.sample.who"]}</span>
        {person === null ? (
          <PersonSearch isHeld={false} onChoose={(chosen) => setChosen({ person: chosen, date })} />
        ) : (
          <div className="target-kept">
            <b>{person.name}</b>
            <button type="button" className="target-act td-plain" onClick={() => setChosen({ person: null, date })}>
              {m["mapping.sample.anybody"]}
            </button>
          </div>
        )}
      </div>
      <div className="form-foot">
        <Button block kind="primary" onClick={() => onChoose({ person, date })}>
          {m["mapping.sample.show"]}
        </Button>
        {(sample.person !== null || sample.date !== null) && (
          <Button block kind="quiet" onClick={() => onChoose(latest)}>
            {m["mapping.sample.latest"]}
          </Button>
        )}
      </div>
    </div>
  );
}
