import { useMessage } from "../message.ts";
import { hashOf } from "../route.ts";
import { leadsPeople, useSession } from "../session.ts";
import { useTodo } from "../todo.ts";
import { Badge } from "./badge.tsx";
import "./segments.css";
import "./team-segments.css";

const segments = ["today", "approvals", "projects"] as const;

/** The parts of 团队, each at its own address; 审批 says how many things wait. Nothing for finance, who has the projects alone. */
export function TeamSegments({ shown }: { shown: (typeof segments)[number] }) {
  const m = useMessage();
  const todo = useTodo();
  const session = useSession();
  if (session !== null && !leadsPeople(session)) return null;
  return (
    <nav className="td-segments td-team-segments" aria-label={m["shell.team.segments"]}>
      {segments.map((segment) => (
        <a
          key={segment}
          href={segment === "today" ? hashOf("team") : hashOf("team", segment)}
          className="td-segment"
          aria-current={segment === shown ? "page" : undefined}
        >
          {m[`shell.team.${segment}`]}
          {segment === "approvals" && <Badge count={todo} />}
        </a>
      ))}
    </nav>
  );
}
