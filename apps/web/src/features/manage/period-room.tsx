import { useQuery } from "@tanstack/react-query";
import type { Periods } from "../../api.ts";
import { useSession } from "../../session.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { periodToOpen } from "./period/acts.ts";
import { Checking } from "./period/checking.tsx";
import { PeriodHead, type View } from "./period/head.tsx";
import { periodQuery, periodsQuery } from "./period/queries.ts";
import { SheetView } from "./period/sheet-view.tsx";
import { periodName } from "./period/text.ts";
import { useWords } from "./period/words.ts";
import "./period/period.css";
import "./period/check.css";

/** 月结, `#/manage/period/2026-08`, its summary `…/sheet`: what has to be mended before a period is closed, and closing it. */
export function PeriodRoom({ rest: [id, asked] }: { rest: readonly string[] }) {
  const m = useWords();
  const query = useQuery(periodsQuery);
  useTitle(m["period.title"]);
  return (
    <Answered query={query} skeleton={[3.5, 8, 12]} asOf={({ now }) => now}>
      {(list) => <Shown list={list} id={id ?? null} view={asked === "sheet" ? "sheet" : "checks"} />}
    </Answered>
  );
}

function Shown({ list, id, view }: { list: Periods; id: string | null; view: View }) {
  const m = useWords();
  const shown = id === null ? periodToOpen(list) : (list.periods.find((period) => period.id === id) ?? null);
  if (shown === null) return <EmptyState>{m["shell.nothingHere"]}</EmptyState>;
  return (
    <>
      <PeriodHead periods={list.periods} shown={shown} view={view} />
      <OnePeriod key={shown.id} id={shown.id} view={view} />
    </>
  );
}

function OnePeriod({ id, view }: { id: string; view: View }) {
  const m = useWords();
  const me = useSession()?.person ?? null;
  const query = useQuery(periodQuery(id));
  if (me === null) return null;
  return (
    <div className="td-body period-body">
      <Answered query={query} skeleton={[9, 3, 12, 12]} asOf={({ now }) => now}>
        {(answer) => {
          const isEmpty = answer.figures.people === 0 && answer.period.state === "open" && answer.graces.length === 0;
          if (isEmpty) return <EmptyState>{m["period.empty"](periodName(m, answer.period))}</EmptyState>;
          return view === "sheet" ? <SheetView answer={answer} me={me} /> : <Checking answer={answer} me={me} />;
        }}
      </Answered>
    </div>
  );
}
