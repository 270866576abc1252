import { useMessage } from "../../message.ts";
import { useTitle } from "../../title.ts";
import { TeamSegments } from "../../ui/team-segments.tsx";

/** 审批, `#/team/approvals`: what needs the reader, and nothing else. */
export function ApprovalsPage(_: { rest: readonly string[] }) {
  const m = useMessage();
  useTitle(m["shell.team.approvals"]);
  return (
    <div className="td-page">
      <div className="td-head">
        <TeamSegments shown="approvals" />
      </div>
    </div>
  );
}
