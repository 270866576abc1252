import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { Terms } from "../../../api.ts";
import { duration } from "../../../format.ts";
import { Segments } from "../../../ui/segments.tsx";
import { DateField } from "../date-field.tsx";
import { fullDate } from "../date-text.ts";
import { OptionList } from "../option-list.tsx";
import { Stepper } from "../stepper.tsx";
import { entryOn, offeredStart } from "./dated.ts";
import type { DatedActs } from "./dated-acts.ts";
import { FormFoot } from "./dated-frame.tsx";
import type { PersonPlace } from "./person-place.ts";
import { areSame, daily, termsText, withSystem } from "./terms-draft.ts";
import { useWords } from "./words.ts";

const systems = ["standard", "comprehensive", "irregular"] as const;

interface TermsFormProps {
  /** In order of their dates; what holds on the chosen one is where the draft begins. */
  readonly terms: readonly Terms[];
  /** What holds where nothing else was said. */
  readonly before: Terms;
  readonly place: PersonPlace;
  readonly acts: DatedActs;
  readonly onSave: (startsOn: WorkDate, terms: Omit<Terms, "startsOn">) => void;
  readonly onCancel: () => void;
}

/** Other terms of work from a date on. */
export function TermsForm({ terms, before, place: { today, openFrom }, acts, onSave, onCancel }: TermsFormProps) {
  const m = useWords();
  const [startsOn, setStartsOn] = useState(() => offeredStart(today, openFrom));
  const [edited, setDraft] = useState<Omit<Terms, "startsOn"> | null>(null);
  const held = entryOn(terms, startsOn) ?? before;
  const draft = edited ?? held;
  const options = systems.map((value) => ({
    ...{ value, name: m[`people.system.${value}`], effect: m[`people.system.${value}.then`] },
  }));
  const cycles = {
    ...{ week: m["people.cycle.week"], month: m["people.cycle.month"] },
    ...{ quarter: m["people.cycle.quarter"], year: m["people.cycle.year"] },
  };
  const isOpen = openFrom === null || startsOn >= openFrom;
  return (
    <div className="form">
      <DateField
        label={m["people.dated"]}
        value={startsOn}
        first={openFrom}
        hint={openFrom === null ? null : m["people.lockedFrom"](fullDate(openFrom, m.lang))}
        onChange={setStartsOn}
      />
      <OptionList
        label={m["people.system"]}
        options={options}
        value={draft.system}
        onChange={(system) => setDraft(withSystem(draft, system))}
      />
      {draft.cycle !== null && (
        <Segments
          label={m["people.cycle"]}
          options={cycles}
          value={draft.cycle}
          onChange={(cycle) => setDraft({ ...draft, cycle })}
        />
      )}
      <Stepper
        label={m[draft.system === "irregular" ? "people.dailyIrregular" : "people.daily"]}
        value={draft.dailyMinutes}
        least={daily.least}
        most={daily.most}
        steps={[daily.step]}
        text={duration(draft.dailyMinutes)}
        onChange={(dailyMinutes) => setDraft({ ...draft, dailyMinutes })}
      />
      <FormFoot
        acts={acts}
        save={m["people.saveTerms"](fullDate(startsOn, m.lang), termsText(m, draft))}
        isReady={isOpen && !areSame(draft, held)}
        onSave={() => onSave(startsOn, draft)}
        onCancel={onCancel}
      />
    </div>
  );
}
