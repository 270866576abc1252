import { useState } from "react";
import type { AccountRule } from "../../../api.ts";
import { Button } from "../../../ui/button.tsx";
import { OwnRuleForm } from "./own-rule-form.tsx";
import { hasRoom, unusedKinds } from "./rule-draft.ts";
import { useWords } from "./words.ts";

interface RuleShelfProps {
  readonly rules: readonly AccountRule[];
  readonly onChange: (rules: readonly AccountRule[]) => void;
}

/** What can be added: the kinds that are not used, and a rule of one's own. */
export function RuleShelf({ rules, onChange }: RuleShelfProps) {
  const m = useWords();
  const [isWriting, setWriting] = useState(false);
  const unused = unusedKinds(rules);
  if (!hasRoom(rules)) return null;
  if (isWriting) {
    return (
      <OwnRuleForm
        onAdd={(rule) => {
          onChange([...rules, rule]);
          setWriting(false);
        }}
        onCancel={() => setWriting(false)}
      />
    );
  }
  return (
    <section aria-label={m["account.rule.add"]}>
      {unused.length > 0 && <p className="td-small td-second">{m["account.rule.add"]}</p>}
      <div className="accounts-more">
        {unused.map((kind) => (
          <Button key={kind} icon="plus" onClick={() => onChange([...rules, { kind }])}>
            {m[`account.rule.${kind}`]}
          </Button>
        ))}
        <Button kind="tint" icon="plus" onClick={() => setWriting(true)}>
          {m["account.rule.addOwn"]}
        </Button>
      </div>
    </section>
  );
}
