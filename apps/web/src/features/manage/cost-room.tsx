import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { CostList } from "./cost-list.tsx";
import { CostProject } from "./cost-project.tsx";
import { costTodayQuery } from "./cost-queries.ts";
import { useWords } from "./cost-words.ts";
import { type MonthRange, rangeAround } from "./month-range.ts";
import "./cost.css";

/** 成本, `#/manage/cost` and `#/manage/cost/{project}`: hours and money of each project, for finance only. */
export function CostRoom({ rest: [project] }: { rest: readonly string[] }) {
  const m = useWords();
  useTitle(m["manage.cost"]);
  const today = useQuery(costTodayQuery);
  const [chosen, setChosen] = useState<MonthRange | null>(null);
  if (today.data === undefined) {
    return (
      <Answered query={today} skeleton={[2.75, 4, 12]}>
        {() => null}
      </Answered>
    );
  }
  const range = chosen ?? rangeAround(today.data.slice(0, 7), "month");
  const shown = { today: today.data, range, onRange: setChosen };
  return project === undefined ? <CostList {...shown} /> : <CostProject key={project} id={project} {...shown} />;
}
