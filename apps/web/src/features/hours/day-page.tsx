import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { Answered } from "../../ui/answered.tsx";
import { DayView } from "./day-view.tsx";
import { dayQuery } from "./queries.ts";

interface DayPageProps {
  readonly date: WorkDate;
  /** Whose day; null is one's own. */
  readonly person: string | null;
}

/** One day: why is it so, and how to mend it. */
export function DayPage({ date, person }: DayPageProps) {
  const day = useQuery(dayQuery(date, person));
  return (
    <Answered query={day} skeleton={[1.25, 3, 3.5, 3, 3, 3, 3, 3, 3]} asOf={({ now }) => now}>
      {(answer) => <DayView answer={answer} person={person} />}
    </Answered>
  );
}
