import { useQuery } from "@tanstack/react-query";
import type { Connection } from "../../api.ts";
import { hashOf } from "../../route.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useIsWide } from "../../ui/media.ts";
import { CallsPart } from "./connection/calls-part.tsx";
import { LinksCard } from "./connection/links-card.tsx";
import { MonthCard } from "./connection/month-card.tsx";
import { PlanCard } from "./connection/plan-card.tsx";
import { untold } from "./connection/problem-text.ts";
import { ProblemsCard } from "./connection/problems-card.tsx";
import { connectionQuery } from "./connection/queries.ts";
import { RejectedPart } from "./connection/rejected-part.tsx";
import { RunPart } from "./connection/run-part.tsx";
import { RunsCard, RunsPart } from "./connection/runs-part.tsx";
import { ScopesPart } from "./connection/scopes-part.tsx";
import { StepHead } from "./connection/step-head.tsx";
import { StepList } from "./connection/step-list.tsx";
import { type Checking, useChecking } from "./connection/use-checking.ts";
import { useWords } from "./connection/words.ts";
import "./connection/connection.css";
import "./connection/connection-chart.css";
import "./connection/connection-pages.css";

/** 连接, `#/manage/connection`, `…/calls`, `…/scopes`, `…/rejected`, `…/runs`, `…/runs/{id}`: for admins only. */
export function ConnectionRoom({ rest }: { rest: readonly string[] }) {
  const m = useWords();
  useTitle(m["connection.title"]);
  const query = useQuery(connectionQuery);
  const checking = useChecking();
  return (
    <Answered query={query} skeleton={[7, 9, 16, 9]}>
      {(view) => <Room view={view} checking={checking} rest={rest} />}
    </Answered>
  );
}

interface RoomProps {
  readonly view: Connection;
  readonly checking: Checking;
  readonly rest: readonly string[];
}

/** On a computer the steps stay at the left of what was opened; on a phone a page takes their place. */
function Room({ view, checking, rest }: RoomProps) {
  const isWide = useIsWide();
  const page = pageOf(rest);
  if (!isWide && page !== null) return <Page {...page} />;
  return (
    <>
      <StepHead view={view} checking={checking} />
      <div className="td-body connection-panes">
        <StepList view={view} checking={checking} />
        {page === null ? <Overview view={view} /> : <Page {...page} />}
      </div>
    </>
  );
}

interface PageProps {
  readonly name: "calls" | "scopes" | "rejected" | "runs" | "run";
  readonly id: string;
}

function pageOf([name, id]: readonly string[]): PageProps | null {
  if (name === "calls" || name === "scopes" || name === "rejected") return { name, id: "" };
  if (name !== "runs") return null;
  return id === undefined ? { name, id: "" } : { name: "run", id };
}

const titles = { calls: "link.calls", scopes: "link.scopes", rejected: "link.rejected", runs: "link.allRuns" } as const;

function Page({ name, id }: PageProps) {
  const m = useWords();
  return (
    <div className="connection-page">
      <div className="connection-page-head">
        <a href={name === "run" ? hashOf("manage", "connection", "runs") : hashOf("manage", "connection")}>
          <Icon name="left" />
          {m[name === "run" ? "link.allRuns" : "link.back"]}
        </a>
        {name !== "run" && <h1 className="connection-sub">{m[titles[name]]}</h1>}
      </div>
      {name === "calls" && <CallsPart />}
      {name === "scopes" && <ScopesPart />}
      {name === "rejected" && <RejectedPart />}
      {name === "runs" && <RunsPart />}
      {name === "run" && <RunPart key={id} id={id} />}
    </div>
  );
}

function Overview({ view }: { view: Connection }) {
  return (
    <div className="connection-overview">
      <ProblemsCard problems={untold(view)} />
      <MonthCard calls={view.calls} />
      <PlanCard plan={view.plan} />
      <RunsCard />
      <LinksCard />
    </div>
  );
}
