import { useQuery } from "@tanstack/react-query";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { TeamSegments } from "../../ui/team-segments.tsx";
import { ApprovalsView } from "./approvals-view.tsx";
import { approvalsQuery } from "./queries.ts";
import { useWords } from "./words.ts";
import "./approvals.css";
import "./evidence.css";

/** 审批, `#/team/approvals`: what needs the reader, exceptions only. */
export function ApprovalsPage(_: { rest: readonly string[] }) {
  const m = useWords();
  const query = useQuery(approvalsQuery);
  useTitle(m["approvals.title"]);
  return (
    <div className="td-page">
      <div className="td-head approvals-segments">
        <TeamSegments shown="approvals" />
      </div>
      <Answered query={query} skeleton={[3.25, 14, 11]} asOf={({ now }) => now}>
        {(answer) => <ApprovalsView answer={answer} />}
      </Answered>
    </div>
  );
}
