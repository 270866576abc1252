import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { Project } from "../../api.ts";
import { shortDate, weekday } from "../../format.ts";
import { monthOf, type Period, rangeOf } from "../../period.ts";
import { useSession } from "../../session.ts";
import { Answered } from "../../ui/answered.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Length } from "../../ui/length.tsx";
import { type Figure, minutesOf } from "./figure.ts";
import { ProjectPeriod } from "./project-period.tsx";
import { projectHoursQuery } from "./project-queries.ts";
import { hashOfPersonDay, inOrder, seesDays } from "./project-tally.ts";
import { useWords } from "./project-words.ts";

interface DaysProps {
  readonly project: Project;
  readonly figure: Figure;
}

/** A figure day by day, from this month backwards; a day opens to its people, and a person's day to its punches. */
export function FigureDays({ today, ...props }: DaysProps & { today: WorkDate }) {
  const [period, setPeriod] = useState<Period>(() => monthOf(today));
  const query = useQuery(projectHoursQuery(props.project.id, period, "day"));
  return (
    <div className="report-days">
      <ProjectPeriod period={period} today={today} onChange={setPeriod} />
      <Answered query={query} skeleton={[3, 3, 3, 3, 3]}>
        {(hours) => {
          const days = inOrder(hours).map((row) => ({ date: row.key, minutes: minutesOf(props.figure, row) }));
          return <Days key={period.first} {...props} days={days.filter(({ minutes }) => minutes !== 0).reverse()} />;
        }}
      </Answered>
    </div>
  );
}

interface Day {
  readonly date: WorkDate;
  readonly minutes: number;
}

function Days({ days, ...props }: DaysProps & { days: readonly Day[] }) {
  const m = useWords();
  const [open, setOpen] = useState<WorkDate | null>(null);
  if (days.length === 0) return <p className="project-none">{m["report.noDays"]}</p>;
  return (
    <ul>
      {days.map(({ date, minutes }) => (
        <li key={date}>
          <button
            type="button"
            className="report-day"
            aria-expanded={open === date}
            onClick={() => setOpen(open === date ? null : date)}
          >
            <span>{`${shortDate(date)} ${weekday(date, m.lang)}`}</span>
            <b>
              <Length minutes={minutes} />
            </b>
            <Icon name="down" />
          </button>
          {open === date && <PeopleOfDay {...props} date={date} />}
        </li>
      ))}
    </ul>
  );
}

/** Who made a figure on a day; each opens to their day with its punches, for those who may see it. */
export function PeopleOfDay({ project, figure, date }: DaysProps & { date: WorkDate }) {
  const m = useWords();
  const session = useSession();
  const query = useQuery(projectHoursQuery(project.id, rangeOf(date, date), "person"));
  const isOpen = session !== null && seesDays(session, project);
  return (
    <Answered query={query} skeleton={[2.75, 2.75]}>
      {(hours) => (
        <ul className="report-day-people" aria-label={m["report.peopleOfDay"](shortDate(date))}>
          {inOrder(hours)
            .map((row) => ({ ...row, minutes: minutesOf(figure, row) }))
            .filter(({ minutes }) => minutes !== 0)
            .map(({ key, name, minutes }) => (
              <li key={key}>
                <PersonDay
                  name={name ?? m["project.gone"]}
                  minutes={minutes}
                  href={isOpen ? hashOfPersonDay(date, key, session.person.id) : null}
                />
              </li>
            ))}
        </ul>
      )}
    </Answered>
  );
}

function PersonDay({ name, minutes, href }: { name: string; minutes: number; href: string | null }) {
  const inside = (
    <>
      <span>{name}</span>
      <b>
        <Length minutes={minutes} />
      </b>
      {href !== null && <Icon name="right" />}
    </>
  );
  return href === null ? (
    <span className="report-day">{inside}</span>
  ) : (
    <a className="report-day" href={href}>
      {inside}
    </a>
  );
}
