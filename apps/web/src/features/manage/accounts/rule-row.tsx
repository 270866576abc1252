import type { AccountRule } from "../../../api.ts";
import { Icon } from "../../../ui/icon.tsx";
import { dropped, moved } from "./rule-draft.ts";
import { useWords } from "./words.ts";

interface RuleRowProps {
  readonly rule: AccountRule;
  readonly rules: readonly AccountRule[];
  readonly at: number;
  /** Null for those who may only read. */
  readonly onChange: ((rules: readonly AccountRule[]) => void) | null;
}

/** One rule at its place, with the ways up, down and out. */
export function RuleRow({ rule, rules, at, onChange }: RuleRowProps) {
  const m = useWords();
  const name = m[`account.rule.${rule.kind}`];
  const full = rule.kind === "own" ? `${name} ${rule.pattern}` : name;
  return (
    <li className="accounts-rule">
      <span className="accounts-rule-place">{at + 1}</span>
      <span>
        <b>{name}</b>
        {rule.kind === "own" && <code>{rule.pattern}</code>}
        <span className="td-small td-second">
          {rule.kind === "own"
            ? m["account.rule.own.what"](m[`account.rule.${rule.as}`])
            : m[`account.rule.${rule.kind}.what`]}
        </span>
      </span>
      {onChange && (
        <span className="accounts-rule-acts">
          <button
            type="button"
            className="td-plain"
            disabled={at === 0}
            aria-label={m["account.rule.up"](full)}
            onClick={() => onChange(moved(rules, at, -1))}
          >
            <span className="accounts-up">
              <Icon name="down" />
            </span>
          </button>
          <button
            type="button"
            className="td-plain"
            disabled={at === rules.length - 1}
            aria-label={m["account.rule.down"](full)}
            onClick={() => onChange(moved(rules, at, 1))}
          >
            <Icon name="down" />
          </button>
          <button
            type="button"
            className="td-plain"
            aria-label={m["account.rule.drop"](full)}
            onClick={() => onChange(dropped(rules, at))}
          >
            <Icon name="close" />
          </button>
        </span>
      )}
    </li>
  );
}
