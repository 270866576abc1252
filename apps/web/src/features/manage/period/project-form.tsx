import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DayDetail, ProjectBrief } from "../../../api.ts";
import { duration, longDate } from "../../../format.ts";
import { Answered } from "../../../ui/answered.tsx";
import { ProjectPicker } from "../../../ui/project-picker.tsx";
import { datesOf, type Row } from "./check.ts";
import { Form } from "./form.tsx";
import { fillingOf, sendFillings } from "./mends.ts";
import { personDaysQuery } from "./queries.ts";
import { useReason } from "./reason.ts";
import { useWords } from "./words.ts";

interface ProjectFormProps {
  readonly row: Row;
  readonly onMend: (row: Row, text: string, work: () => Promise<unknown>) => void;
}

/** Puts what is unassigned of somebody's days on one project; what is assigned stays where it is. */
export function ProjectForm({ row, onMend }: ProjectFormProps) {
  const query = useQuery(personDaysQuery(row.person.id, datesOf(row)));
  return (
    <Answered query={query} skeleton={[1.5, 3.5, 3.5, 5]}>
      {(days) => <Choice row={row} days={days} onMend={onMend} />}
    </Answered>
  );
}

function Choice({ row, days, onMend }: ProjectFormProps & { readonly days: readonly DayDetail[] }) {
  const m = useWords();
  const projects = bookableOnAll(days);
  const [only, ...others] = projects;
  const [chosen, setChosen] = useState<ProjectBrief | null>(others.length === 0 ? (only ?? null) : null);
  const reason = useReason([m["period.mend.told"], m["period.mend.phone"], m["ask.reason.forgot"]]);
  if (projects.length === 0) return <p className="period-form">{m["period.mend.noProject"]}</p>;
  const send = () => {
    if (chosen === null) return;
    const fillings = days.map((day) => {
      const about = { personId: row.person.id, date: day.workday.date, reason: reason.text };
      return fillingOf(day, about, chosen.id);
    });
    reason.keep();
    onMend(row, m["period.mend.chosen"](chosen.shortName), () => sendFillings(fillings));
  };
  const what = chosen === null ? m["period.way.project"] : m["period.mend.choose"](chosen.shortName);
  return (
    <Form
      label={m["period.mend.saveFor"](row.person.name, what)}
      reason={reason}
      canSend={chosen !== null}
      onSend={send}
    >
      <ul className="period-open-list">
        {days.map(({ workday }) => (
          <li key={workday.date}>
            <span>{longDate(workday.date, m.lang)}</span> <b>{duration(workday.unassigned)}</b>
          </li>
        ))}
      </ul>
      <h3 className="td-small td-second">{m["period.mend.project"]}</h3>
      <ProjectPicker projects={projects} chosen={chosen?.id ?? null} onChoose={setChosen} />
    </Form>
  );
}

/** The projects that every one of the days may be booked on. */
function bookableOnAll(days: readonly DayDetail[]): ProjectBrief[] {
  const known = new Map(days.flatMap(({ projects }) => projects).map((project) => [project.id, project]));
  return [...known.values()].filter(({ id }) => days.every(({ bookable }) => bookable.includes(id)));
}
