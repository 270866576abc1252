import type { Connection } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import { CopyBox } from "./copy-box.tsx";
import { causeAndAct, shortCode } from "./problem-text.ts";
import { whenText } from "./run-text.ts";
import { useWords } from "./words.ts";

/** 现在的问题: what stands in the way until a call succeeds again, each with what to do. */
export function ProblemsCard({ problems }: { problems: Connection["problems"] }) {
  const m = useWords();
  if (problems.length === 0) return null;
  return (
    <section className="td-card connection-card" aria-label={m["link.now"]}>
      <h2 className="connection-sub">{m["link.now"]}</h2>
      <ul className="connection-list">
        {problems.map(({ code, path, since, times, dingtalkCode, missing, address }) => (
          <li key={`${code} ${path}`} className="connection-batch">
            <b className="connection-problem">{saying(m, code, dingtalkCode)}</b>
            <span className="td-small td-second">{m["link.since"](whenText(since), thousands(times))}</span>
            <code className="td-small td-weak">{path}</code>
            {missing.map((scope) => (
              <CopyBox key={scope} label={m["connection.value.scope"]} value={scope} />
            ))}
            {address !== null && <CopyBox label={m["connection.value.address"]} value={address} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function saying(m: ReturnType<typeof useWords>, code: string, dingtalkCode: string): string {
  const [cause, act] = causeAndAct("run", code, m.lang);
  return m["connection.said"](cause, shortCode(dingtalkCode), act);
}
