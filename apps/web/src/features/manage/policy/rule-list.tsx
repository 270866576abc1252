import type { PolicyInput } from "../../../api.ts";
import { ruleEffects, ruleNames, ruleValue } from "./policy-text.ts";
import { useWords } from "./words.ts";

/** All rules of a policy: what each is set to, and what follows in a sentence. */
export function RuleList({ policy }: { policy: PolicyInput }) {
  const m = useWords();
  return (
    <dl className="policy-rules">
      {ruleNames.map((name) => (
        <div key={name}>
          <dt className="td-second">{m[`policy.${name}`]}</dt>
          <dd>
            <b>{ruleValue(m, name, policy)}</b>
            {ruleEffects(m, name, policy).map((effect) => (
              <span key={effect} className="td-small td-second">
                {effect}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
