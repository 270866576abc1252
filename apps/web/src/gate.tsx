import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import type { Session } from "./api.ts";
import { problemSentence, useMessage } from "./message.ts";
import { dropPhoneCache, keepSession, keptSession } from "./phone-cache.ts";
import { ApiProblem, codeOf } from "./problem.ts";
import { forgetUnsent } from "./sending.ts";
import { sessionQuery } from "./session.ts";
import { loginAddress } from "./sign-in-address.ts";
import { useTitle } from "./title.ts";
import { Button } from "./ui/button.tsx";
import "./gate.css";

/** Lets in whoever has a session; without a network, whoever had one on this phone. */
export function Gate({ waiting, children }: { waiting: ReactNode; children: (session: Session) => ReactNode }) {
  const { data, error, refetch, isFetchedAfterMount } = useQuery(sessionQuery);
  const isOut = error instanceof ApiProblem && error.status === 401;
  useEffect(() => {
    if (isOut) dropPhoneCache();
    else if (data !== undefined && isFetchedAfterMount) receive(data);
  }, [isOut, data, isFetchedAfterMount]);
  if (isOut && codeOf(error) === "session-missing") return <Outside />;
  if (data !== undefined && !isOut) return children(data);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  return waiting;
}

/** On a phone that somebody else used before, nothing of theirs is shown or sent. */
function receive(session: Session): void {
  const before = keptSession();
  if (before !== null && before.person.id !== session.person.id) {
    dropPhoneCache();
    forgetUnsent();
  }
  keepSession(session);
}

function Outside() {
  const m = useMessage();
  const problem = new URLSearchParams(location.search).get("login");
  useTitle(m["shell.name"]);
  return (
    <main className="td-gate">
      <h1 className="td-figure">{m["shell.outsideTitle"]}</h1>
      <p className="td-gate-path">{m["shell.outsidePath"]}</p>
      <p className="td-second">{m["shell.outsideWhy"]}</p>
      {problem !== null && <p role="alert">{problemSentence(m, new ApiProblem(problem, 401))}</p>}
      <Button kind="primary" onClick={() => location.assign(loginAddress(location.hash))}>
        {m["shell.signIn"]}
      </Button>
      <p className="td-small td-weak">
        {m["shell.outsideAddress"]}
        <br />
        <span className="td-gate-address">{location.href}</span>
      </p>
    </main>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const m = useMessage();
  return (
    <main className="td-gate">
      <h1 className="td-figure">{m["shell.failedTitle"]}</h1>
      <p className="td-second">{problemSentence(m, error)}</p>
      <Button kind="primary" onClick={onRetry}>
        {m["shell.retry"]}
      </Button>
      <details className="td-small td-weak">
        <summary>{m["shell.details"]}</summary>
        {codeOf(error)}
      </details>
    </main>
  );
}
