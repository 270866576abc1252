import { useQuery } from "@tanstack/react-query";
import { useSession } from "../../session.ts";
import { VisitList } from "../../ui/visit-list.tsx";
import { dayVisitsQuery, useVisitWords } from "../../visits.ts";

interface DayVisitsProps {
  readonly date: string;
  /** Whose day; null is one's own. */
  readonly person: string | null;
}

/** The check-ins of a day; nothing where there are none. */
export function DayVisits({ date, person }: DayVisitsProps) {
  const m = useVisitWords();
  const me = useSession()?.person.id ?? "";
  const whose = person ?? me;
  const { data: visits = [] } = useQuery({ ...dayVisitsQuery(date, whose), enabled: whose !== "" });
  if (visits.length === 0) return null;
  return (
    <section className="td-card hours-marks" aria-labelledby="hours-visits">
      <h2 id="hours-visits">{m["visit.title"]}</h2>
      <VisitList visits={visits} />
    </section>
  );
}
