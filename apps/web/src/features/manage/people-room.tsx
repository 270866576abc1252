import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { lazy, Suspense } from "react";
import type { Session } from "../../api.ts";
import { goTo, hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { useTitle } from "../../title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type Pane, Panes } from "./pane.tsx";
import { OvertimeCard } from "./people/overtime-card.tsx";
import { OvertimeList } from "./people/overtime-list.tsx";
import { PartBar } from "./people/part-bar.tsx";
import { editsTerms, firstPart, isList, type ListPart, type PeoplePart, partsOf } from "./people/parts.ts";
import { RatesList, TermsList } from "./people/people-lists.tsx";
import { personTermsQuery } from "./people/people-queries.ts";
import type { PersonPlace } from "./people/person-place.ts";
import { RatesPane } from "./people/rates-pane.tsx";
import { TermsPane } from "./people/terms-pane.tsx";
import { useWords } from "./people/words.ts";
import { useOpenFrom, useWorkDate } from "./work-date.ts";
import "./people/people.css";

const AccountsPart = lazy(() =>
  import("./accounts/accounts-part.tsx").then(({ AccountsPart }) => ({ default: AccountsPart })),
);
const PositionsPart = lazy(() =>
  import("./positions/positions-part.tsx").then(({ PositionsPart }) => ({ default: PositionsPart })),
);
const TokensPart = lazy(() => import("./tokens/tokens-part.tsx").then(({ TokensPart }) => ({ default: TokensPart })));

/**
 * 人员, `#/manage/people/rates/zhao001`: terms of work, overtime, for finance rates; `…/accounts`, `…/positions`, `…/tokens`: whom
 * other systems mean, and what people do.
 */
export function PeopleRoom({ rest: [asked, ...rest] }: { rest: readonly string[] }) {
  const m = useWords();
  const session = useSession();
  const today = useWorkDate();
  useTitle(m["people.title"]);
  if (session === null || today === null) return <Skeleton heights={[2.75, 3.5, 3.5, 3.5]} />;
  const { roles } = session.person;
  const shown = partsOf(roles);
  const part = shown.find((one) => one === asked) ?? firstPart(roles);
  const open = { parts: shown, today, roles };
  if (isList(part)) return <Part key={part} part={part} person={rest[0] ?? null} {...open} />;
  return (
    <>
      <PartBar parts={shown} shown={part} />
      <Suspense fallback={<Skeleton heights={[4, 3.5, 3.5, 3.5]} />}>
        {part === "accounts" && <AccountsPart rest={rest} isAdmin={roles.includes("admin")} />}
        {part === "positions" && <PositionsPart rest={rest} />}
        {part === "tokens" && <TokensPart />}
      </Suspense>
    </>
  );
}

interface PartProps {
  readonly part: ListPart;
  readonly parts: readonly PeoplePart[];
  readonly person: string | null;
  readonly today: WorkDate;
  readonly roles: Session["person"]["roles"];
}

function Part({ part, parts, person, today, roles }: PartProps) {
  const m = useWords();
  const openFrom = useOpenFrom(today);
  const name = useQuery({ ...personTermsQuery(person ?? ""), enabled: person !== null }).data?.person.name;
  const isEditable = part === "rates" || editsTerms(roles);
  const show = (id: string | null) =>
    goTo(hashOf("manage", "people", part, ...(id === null ? [] : [id])), { replace: true });
  const place: PersonPlace | null = person === null ? null : { id: person, today, openFrom, isEditable };
  const list = { today, chosen: person, onChoose: show };
  return (
    <>
      <PartBar parts={parts} shown={part} />
      <Panes
        pane={
          place && paneOf(place, { part, name: name ?? m["people.title"], seesOvertime: parts.includes("overtime") })
        }
        idle={m[isEditable ? "people.idleEdit" : "people.idle"]}
        onClose={() => show(null)}
      >
        {part === "terms" && <TermsList {...list} />}
        {part === "rates" && <RatesList {...list} />}
        {part === "overtime" && <OvertimeList thisMonth={today.slice(0, 7)} chosen={person} onChoose={show} />}
      </Panes>
    </>
  );
}

interface Opened {
  readonly part: ListPart;
  readonly name: string;
  readonly seesOvertime: boolean;
}

function paneOf(place: PersonPlace, { part, name, seesOvertime }: Opened): Pane {
  if (part === "rates") return { title: name, body: <RatesPane key={place.id} place={place} /> };
  const card = seesOvertime && <OvertimeCard person={place.id} month={place.today.slice(0, 7)} isRunning />;
  return {
    title: name,
    body: (
      <TermsPane key={place.id} place={place}>
        {card}
      </TermsPane>
    ),
  };
}
