import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { DayDetail, Today } from "../../api.ts";
import { useSession } from "../../session.ts";
import { answererQuery, personQuery } from "./queries.ts";
import { useWords } from "./words.ts";

/** Who corrects which day, and who has a look at it. */
export interface Correcting {
  readonly detail: DayDetail;
  readonly today: WorkDate;
  readonly isOwn: boolean;
  /** Whether the reader may change anything about the day at all. */
  readonly mayCorrect: boolean;
  /** `发给王建国`, of somebody else's day `替赵磊保存`. */
  readonly sendLabel: string;
  /** Whose day it is, when it is not the reader's. */
  readonly name: string | null;
}

/** How the reader stands to a day of theirs or of `person`. */
export function useCorrecting(detail: DayDetail & { readonly now: string }, person: string | null): Correcting {
  const m = useWords();
  const session = useSession();
  const roles = session?.person.roles ?? [];
  const isOwn = person === null;
  const { data: who } = useQuery({ ...personQuery(person ?? ""), enabled: !isOwn });
  const asked = useQueryClient()
    .getQueryData<Today>(["today"])
    ?.questions.find(({ date }) => date === detail.workday.date);
  const answerer = useAnswererName(isOwn ? projectOf(detail) : null);
  const to = asked?.answerer?.name ?? answerer;
  const name = isOwn ? null : (who?.name ?? m["hours.noSuchPerson"]);
  return {
    ...{ detail, isOwn, name, today: detail.now.slice(0, 10) },
    mayCorrect: isOwn || roles.includes("manager") || roles.includes("hr"),
    sendLabel: name === null ? m["ask.sendTo"](to) : m["correct.saveFor"](name),
  };
}

/** Who answers about a project: its first manager by name who is not the reader, where there is none HR. */
export function useAnswererName(project: string | null): string {
  const m = useWords();
  const me = useSession()?.person.id;
  const { data } = useQuery({ ...answererQuery(project), enabled: project !== null });
  if (data === undefined) return m["ask.manager"];
  const others = data.filter(({ id }) => id !== me).map(({ name }) => name);
  return others.toSorted()[0] ?? m["ask.hr"];
}

/** The project whose manager would answer, as far as the day tells. */
function projectOf({ workday, bookable, requests }: DayDetail): string | null {
  const asked = requests.find(({ effect }) => effect.project !== null)?.effect.project;
  const most = workday.allocations.toSorted((a, b) => b.minutes - a.minutes)[0]?.project;
  return asked ?? most ?? (bookable.length === 1 ? (bookable[0] ?? null) : null);
}
