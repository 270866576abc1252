import type { ReactNode } from "react";
import { askQueue } from "../../asking.ts";
import { clockTime, timeSpan } from "../../format.ts";
import { problemSentence } from "../../message.ts";
import { ApiProblem } from "../../problem.ts";
import { Icon } from "../../ui/icon.tsx";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import type { ShownRequest } from "./day-requests.ts";
import { useWords, type Words } from "./words.ts";

interface RequestListProps {
  readonly shown: readonly ShownRequest[];
  readonly projects: ProjectsById;
  /** Takes a waiting one back; nobody but the person may. */
  readonly onWithdraw: ((id: string) => void) | null;
  /** Explains one that came back. */
  readonly onAgain: ((request: ShownRequest) => void) | null;
}

/** What was asked about the day and waits, came back, or is still on this phone. */
export function RequestList({ shown, ...acts }: RequestListProps) {
  const m = useWords();
  if (shown.length === 0) return null;
  return (
    <section className="td-card hours-asked" aria-label={m["correct.requests"]}>
      {shown.map((one) => (
        <RequestRow key={one.id} request={one} {...acts} />
      ))}
    </section>
  );
}

type RowProps = Omit<RequestListProps, "shown"> & { readonly request: ShownRequest };

function RequestRow({ request, projects, onWithdraw, onAgain }: RowProps) {
  const m = useWords();
  const { id, state } = request;
  const isBack = state === "returned" || state === "refused";
  return (
    <div className="hours-ask" data-back={isBack || undefined}>
      <Icon name={isBack ? "alert" : "clock"} size="1.5rem" />
      <span>
        <b>{requestText(m, request, projects)}</b>
        <span className="td-small td-second">{request.reason}</span>
        <Stand request={request} />
      </span>
      {state !== "returned" && onWithdraw && <Act onClick={() => onWithdraw(id)}>{m["ask.withdraw"]}</Act>}
      {(state === "returned" || request.why === "reason-missing") && onAgain && (
        <Act onClick={() => onAgain(request)}>{m["ask.again"]}</Act>
      )}
    </div>
  );
}

function Stand({ request: { state, why, answerer, bookedIn } }: { request: ShownRequest }) {
  const m = useWords();
  switch (state) {
    case "sending":
      return <SaveState of={{ state: "saving" }} />;
    case "unsent":
      return <SaveState of={{ state: "waiting" }} />;
    case "refused": {
      if (why === "reason-missing") return <SaveState of={{ state: "failed", why: m["problem.reason-missing"] }} />;
      const sentence = problemSentence(m, new ApiProblem(why ?? "internal", 422));
      return <SaveState of={{ state: "failed", why: sentence, onRetry: () => askQueue.retry() }} />;
    }
    case "returned":
      return (
        <span className="td-small hours-back">{why === null ? m["ask.returnedBare"] : m["ask.returned"](why)}</span>
      );
    case "waiting": {
      const facts = [m["ask.awaits"](answerer ?? m["ask.hr"])];
      if (bookedIn !== null) facts.push(m["correct.bookedIn"](Number(bookedIn.slice(5, 7))));
      return <span className="td-small td-weak">{facts.join(" · ")}</span>;
    }
  }
}

function Act({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="td-plain hours-mend" onClick={onClick}>
      {children}
    </button>
  );
}

/** `补下班卡 18:00`, `报加班 18:00–20:00`, `换项目 智慧水务`. */
function requestText(m: Words, { kind, at, until, project }: ShownRequest, projects: ProjectsById): string {
  const what = m[`correct.kind.${kind}`];
  const name = project === null ? "" : ` ${projects.get(project)?.shortName ?? ""}`;
  if (kind === "pick") return `${what}${name}`;
  if (at === null) return what;
  return `${what} ${until === null ? clockTime(at, m.lang) : timeSpan(at, until, m.lang)}`;
}
