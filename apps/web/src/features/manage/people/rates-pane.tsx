import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { PersonRates, RateInput, Terms } from "../../../api.ts";
import { monthApi } from "../../../api-month.ts";
import { yuan } from "../../../money.ts";
import { Answered } from "../../../ui/answered.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { fullDate } from "../date-text.ts";
import { saidFor } from "./dated.ts";
import { useDatedActs } from "./dated-acts.ts";
import { DatedFrame } from "./dated-frame.tsx";
import { DatedList } from "./dated-list.tsx";
import { personRatesQuery, personTermsQuery } from "./people-queries.ts";
import type { PersonPlace } from "./person-place.ts";
import { RateForm } from "./rate-form.tsx";
import { useWords } from "./words.ts";

/** What an hour of somebody costs since when; finance says it anew from a date. */
export function RatesPane({ place }: { place: PersonPlace }) {
  const m = useWords();
  const query = useQuery(personRatesQuery(place.id));
  const terms = useQuery(personTermsQuery(place.id)).data?.terms;
  return (
    <Answered query={query} skeleton={[3.5, 3.5]}>
      {(found) =>
        found === null ? (
          <EmptyState>{m["people.none"]}</EmptyState>
        ) : (
          <RatesEditing of={found} terms={terms ?? null} place={place} />
        )
      }
    </Answered>
  );
}

interface RatesEditingProps {
  readonly of: PersonRates;
  /** For a month's pay; null until they are known. */
  readonly terms: readonly Terms[] | null;
  readonly place: PersonPlace;
}

function RatesEditing({ of: { person, rates, dailyMinutes }, terms, place }: RatesEditingProps) {
  const m = useWords();
  const acts = useDatedActs();
  const [isAdding, setAdding] = useState(false);
  const put = (startsOn: WorkDate, input: RateInput) => () => monthApi.setRate(place.id, startsOn, input);
  const drop = (startsOn: WorkDate) => () => monthApi.removeRate(place.id, startsOn);
  const textOf = ({ fenPerHour }: { fenPerHour: number }) => m["rate.hour"](yuan(fenPerHour));
  const save = (startsOn: WorkDate, { input, fenPerHour }: { input: RateInput; fenPerHour: number }) => {
    const before = saidFor(rates, startsOn);
    acts.act({
      text: m["people.said"](person.name, m["rate.save"](fullDate(startsOn, m.lang), textOf({ fenPerHour }))),
      write: put(startsOn, input),
      undo: before === null ? drop(startsOn) : put(startsOn, { fenPerHour: before.fenPerHour }),
      onDone: () => setAdding(false),
    });
  };
  const remove = ({ startsOn, fenPerHour }: PersonRates["rates"][number]) =>
    acts.act({
      text: m["people.takenBack"](person.name, textOf({ fenPerHour })),
      write: drop(startsOn),
      undo: put(startsOn, { fenPerHour }),
    });
  if (isAdding) {
    const known = { terms: terms ?? [], dailyMinutes };
    return <RateForm known={known} place={place} acts={acts} onSave={save} onCancel={() => setAdding(false)} />;
  }
  return (
    <DatedFrame acts={acts} add={m["rate.add"]} onAdd={() => setAdding(true)}>
      <p className="td-small td-weak people-locked">
        <Icon name="shield" /> {m["rate.hidden"]}
      </p>
      {rates.length === 0 ? (
        <EmptyState>{m["rate.none"]}</EmptyState>
      ) : (
        <DatedList
          entries={rates}
          today={place.today}
          openFrom={place.openFrom}
          textOf={textOf}
          onRemove={acts.change.isPending ? null : remove}
        />
      )}
    </DatedFrame>
  );
}
