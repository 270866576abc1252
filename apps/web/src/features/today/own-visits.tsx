import { useQuery } from "@tanstack/react-query";
import { hashOf } from "../../route.ts";
import { Icon } from "../../ui/icon.tsx";
import { dayVisitsQuery, useVisitWords } from "../../visits.ts";

/** My check-ins of today in one line, which leads to the day; nothing while there are none or they cannot be had. */
export function OwnVisits({ today, person }: { readonly today: string; readonly person: string }) {
  const m = useVisitWords();
  const visits = useQuery(dayVisitsQuery(today, person)).data ?? [];
  const last = visits.at(-1);
  if (last === undefined) return null;
  const facts = [last.at.slice(11, 16), last.place || m["visit.noPlace"], last.remark].filter(Boolean);
  return (
    <a className="td-card td-small td-today-alert" href={hashOf("hours", today)}>
      <Icon name="pin" size="1.5rem" />
      <span>
        <b className="td-second">{m["visit.today"](visits.length)}</b>
        <span className="td-second">{facts.join(" · ")}</span>
      </span>
    </a>
  );
}
