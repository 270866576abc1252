import type { TargetCheck } from "../../../api.ts";
import { problemText } from "../../../target-problem.ts";
import { Icon } from "../../../ui/icon.tsx";
import { ProblemCode } from "./problem-code.tsx";
import { useWords } from "./words.ts";

/** What a product told when it was asked who we are: the account and what to know, or why it did not work where no field shows it. */
export function CheckCard({ check }: { check: TargetCheck }) {
  const m = useWords();
  const { works, account, problems, problem } = check;
  if (!works) {
    if (problem === null) return null;
    return (
      <div className="target-told" data-state="broken" role="alert">
        <Icon name="cross-circle" size="1.5rem" />
        <div>
          <p>{problemText(m, problem)}</p>
          <ProblemCode code={problem} />
        </div>
      </div>
    );
  }
  return (
    <div className="target-told" data-state="ok" role="status">
      <Icon name="check-circle" size="1.5rem" />
      <div>
        <p>
          <b>{account === null ? m["target.triedPlain"] : m["target.tried"](account)}</b>
        </p>
        <p className="td-small td-second">{m["target.connectNote"]}</p>
        {problems.length > 0 && (
          <>
            <p className="td-small td-second">{m["target.mind"]}</p>
            <ul className="target-minds">
              {problems.map((one) => (
                <li key={one}>{problemText(m, one)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
