import { useQuery } from "@tanstack/react-query";
import { monthlyMinutes } from "@today/core/terms";
import type { WorkDate } from "@today/core/time/date";
import { type ReactNode, useState } from "react";
import type { Terms } from "../../../api.ts";
import { monthApi } from "../../../api-month.ts";
import { duration } from "../../../format.ts";
import { Answered } from "../../../ui/answered.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { fullDate } from "../date-text.ts";
import { entryOn, saidFor } from "./dated.ts";
import { useDatedActs } from "./dated-acts.ts";
import { DatedFrame } from "./dated-frame.tsx";
import { DatedList } from "./dated-list.tsx";
import { personTermsQuery } from "./people-queries.ts";
import type { PersonPlace } from "./person-place.ts";
import { inputOf, termsText } from "./terms-draft.ts";
import { TermsForm } from "./terms-form.tsx";
import { useWords } from "./words.ts";

/** Under what terms somebody works since when; HR and the admin say it anew from a date. */
export function TermsPane({ place, children }: { place: PersonPlace; children?: ReactNode }) {
  const m = useWords();
  const query = useQuery(personTermsQuery(place.id));
  return (
    <Answered query={query} skeleton={[3.5, 3.5]}>
      {(found) =>
        found === null ? (
          <EmptyState>{m["people.none"]}</EmptyState>
        ) : (
          <>
            <p className="td-small td-second people-who">
              {[found.department, found.person.title, found.active ? null : m["people.left"]]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <TermsEditing name={found.person.name} terms={found.terms} place={place} overtime={children} />
          </>
        )
      }
    </Answered>
  );
}

interface TermsEditingProps {
  readonly name: string;
  readonly terms: readonly Terms[];
  readonly place: PersonPlace;
  /** The month's overtime, for those who may see it; it tells the standard month too. */
  readonly overtime: ReactNode;
}

function TermsEditing({ name, terms, place, overtime }: TermsEditingProps) {
  const m = useWords();
  const { id, today, openFrom, isEditable } = place;
  const acts = useDatedActs();
  const [isAdding, setAdding] = useState(false);
  const now = entryOn(terms, today);
  const put = (startsOn: WorkDate, entry: Omit<Terms, "startsOn">) => () =>
    monthApi.setTerms(id, startsOn, inputOf(entry));
  const drop = (startsOn: WorkDate) => () => monthApi.removeTerms(id, startsOn);
  const save = (startsOn: WorkDate, next: Omit<Terms, "startsOn">) => {
    const before = saidFor(terms, startsOn);
    acts.act({
      text: m["people.said"](name, m["people.saveTerms"](fullDate(startsOn, m.lang), termsText(m, next))),
      write: put(startsOn, next),
      undo: before === null ? drop(startsOn) : put(startsOn, before),
      onDone: () => setAdding(false),
    });
  };
  const remove = (entry: Terms) => {
    if (entry.startsOn === null) return;
    const text = m["people.takenBack"](name, termsText(m, entry));
    acts.act({ text, write: drop(entry.startsOn), undo: put(entry.startsOn, entry) });
  };
  if (isAdding && now !== null)
    return <TermsForm {...{ terms, place, acts }} before={now} onSave={save} onCancel={() => setAdding(false)} />;
  return (
    <DatedFrame acts={acts} add={isEditable ? m["people.addTerms"] : null} onAdd={() => setAdding(true)}>
      {overtime}
      <DatedList
        entries={terms}
        today={today}
        openFrom={openFrom}
        textOf={(entry) => termsText(m, entry)}
        onRemove={isEditable && !acts.change.isPending ? remove : null}
      />
      {!overtime && now !== null && now.system !== "irregular" && (
        <p className="td-small td-weak">
          {m["people.month"](duration(monthlyMinutes(now.dailyMinutes)), duration(now.dailyMinutes))}
        </p>
      )}
    </DatedFrame>
  );
}
