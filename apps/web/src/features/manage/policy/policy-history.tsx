import type { WorkDate } from "@today/core/time/date";
import type { Policy } from "../../../api.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { fullDate } from "../date-text.ts";
import { heldOn, inputOf } from "./policy-draft.ts";
import { changesOf } from "./policy-text.ts";
import { useWords } from "./words.ts";

interface PolicyHistoryProps {
  readonly policies: readonly Policy[];
  readonly today: WorkDate;
  readonly chosen: Policy | null;
  readonly onChoose: (policy: Policy) => void;
}

/** The policies of all times, the newest first, each with what it changed. */
export function PolicyHistory({ policies, today, chosen, onChoose }: PolicyHistoryProps) {
  const m = useWords();
  const now = heldOn(policies, today).held;
  return (
    <section className="td-card" aria-labelledby="policy-history">
      <h2 id="policy-history" className="policy-title">
        {m["policy.history"]}
      </h2>
      <ul className="policy-history">
        {policies
          .map((_, index) => policies.length - 1 - index)
          .map((index) => {
            const policy = policies[index];
            if (policy === undefined) return null;
            const before = policies[index - 1];
            const { startsOn } = policy;
            return (
              <li key={startsOn ?? ""}>
                <button
                  type="button"
                  className="td-plain policy-entry"
                  aria-current={policy === chosen || undefined}
                  onClick={() => onChoose(policy)}
                >
                  <span>
                    {startsOn === null ? m["policy.default"] : m["policy.since"](fullDate(startsOn, m.lang))}{" "}
                    {policy === now && <Tag tone="blue">{m["policy.now"]}</Tag>}
                    {startsOn !== null && startsOn > today && <Tag>{m["policy.ahead"]}</Tag>}
                    {before &&
                      changesOf(m, inputOf(before), inputOf(policy)).map((change) => (
                        <span key={change} className="td-small td-second policy-changed">
                          {change}
                        </span>
                      ))}
                  </span>
                  <Icon name="right" />
                </button>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
