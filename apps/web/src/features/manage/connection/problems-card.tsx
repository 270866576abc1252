import type { Connection } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import { CopyBox } from "./copy-box.tsx";
import { causeAndAct, shortCode } from "./problem-text.ts";
import { whenText } from "./run-text.ts";
import { useWords, type Words } from "./words.ts";

/** 现在的问题: what stands in the way until a call succeeds again, each with what to do. */
export function ProblemsCard({ problems }: { problems: Connection["problems"] }) {
  const m = useWords();
  if (problems.length === 0) return null;
  return (
    <section className="td-card connection-card" aria-label={m["link.now"]}>
      <h2 className="connection-sub">{m["link.now"]}</h2>
      <ul className="connection-list">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.path}`} className="connection-batch">
            <b className="connection-problem">{saying(m, problem)}</b>
            <span className="td-small td-second">
              {m["link.since"](whenText(problem.since), thousands(problem.times))}
            </span>
            <code className="td-small td-weak">{problem.path}</code>
            {problem.missing.map((scope) => (
              <CopyBox key={scope} label={m["connection.value.scope"]} value={scope} />
            ))}
            {problem.address !== null && <CopyBox label={m["connection.value.address"]} value={problem.address} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function saying(m: Words, { code, dingtalkCode, missing, address }: Connection["problems"][number]): string {
  // What stands below the sentence is spoken of as on its step.
  const place = missing.length > 0 ? "scopes" : address === null ? "run" : "address";
  const [cause, act] = causeAndAct(place, code, m.lang);
  return m["connection.said"](cause, shortCode(dingtalkCode), act);
}
