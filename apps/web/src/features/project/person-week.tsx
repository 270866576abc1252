import { useQuery } from "@tanstack/react-query";
import type { PersonBrief, Project, Workday } from "../../api.ts";
import { shortDate, weekday } from "../../format.ts";
import { datesOf } from "../../period.ts";
import { useSession } from "../../session.ts";
import { Answered } from "../../ui/answered.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Length } from "../../ui/length.tsx";
import { daysOfWeek } from "./iso-week.ts";
import { personDaysQuery } from "./project-queries.ts";
import { hashOfPersonDay } from "./project-tally.ts";
import { useWords } from "./project-words.ts";

interface PersonWeekProps {
  readonly project: Project;
  readonly person: PersonBrief;
  /** `2026-W38` */
  readonly week: string;
}

/** Somebody's days of a week on one project; each opens to the day with its punches. */
export function PersonWeek({ project, person, week }: PersonWeekProps) {
  const m = useWords();
  const me = useSession()?.person.id;
  const days = daysOfWeek(week);
  const query = useQuery(personDaysQuery(person.id, days));
  return (
    <Answered query={query} skeleton={[3, 3, 3, 3, 3]}>
      {({ workdays }) => {
        const minutes = new Map(workdays.map((day) => [day.date, minutesOn(day, project.id)]));
        return (
          <>
            <p className="td-small td-second">{m["report.onProject"]}</p>
            <ul>
              {datesOf(days).map((date) => (
                <li key={date}>
                  <a className="report-day" href={hashOfPersonDay(date, person.id, me)}>
                    <span>{`${shortDate(date)} ${weekday(date, m.lang)}`}</span>
                    {minutes.get(date) ? (
                      <b>
                        <Length minutes={minutes.get(date) ?? 0} />
                      </b>
                    ) : (
                      <span className="td-weak">–</span>
                    )}
                    <Icon name="right" />
                  </a>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Answered>
  );
}

function minutesOn({ allocations }: Workday, project: string): number {
  const own = allocations.filter((one) => one.project === project);
  return own.reduce((sum, { minutes }) => sum + minutes, 0);
}
