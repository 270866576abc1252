import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountRule, AccountRules } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { MutationState } from "../mutation-state.tsx";
import { rulesQuery, useSetRules } from "./queries.ts";
import { areSame } from "./rule-draft.ts";
import { RuleRow } from "./rule-row.tsx";
import { RuleShelf } from "./rule-shelf.tsx";
import { useWords, whyNot } from "./words.ts";
import "../form.css";

/** By what accounts find their people, in order; admins change it and save it as a whole. */
export function RulesPage({ isAdmin }: { isAdmin: boolean }) {
  const m = useWords();
  const query = useQuery(rulesQuery);
  const save = useSetRules();
  return (
    <>
      <p className="td-small td-second">
        {m["account.rules.intro"]}
        {!isAdmin && ` ${m["account.rules.read"]}`}
      </p>
      <Answered query={query} skeleton={[4, 4, 4, 4, 4]}>
        {(held) => <Rules key={held.version} held={held} isAdmin={isAdmin} save={save} />}
      </Answered>
    </>
  );
}

interface RulesProps {
  readonly held: AccountRules;
  readonly isAdmin: boolean;
  readonly save: ReturnType<typeof useSetRules>;
}

function Rules({ held, isAdmin, save }: RulesProps) {
  const m = useWords();
  const isOnline = useOnline();
  const [edited, setDraft] = useState<readonly AccountRule[] | null>(null);
  const rules = edited ?? held.rules;
  const isChanged = !areSame(rules, held.rules);
  return (
    <>
      {rules.length === 0 ? (
        <EmptyState>{m["account.rule.none"]}</EmptyState>
      ) : (
        <ol className="td-card people-list accounts-list">
          {rules.map((rule, at) => (
            <RuleRow key={JSON.stringify(rule)} {...{ rule, rules, at }} onChange={isAdmin ? setDraft : null} />
          ))}
        </ol>
      )}
      {isAdmin && <RuleShelf rules={rules} onChange={setDraft} />}
      <MutationState {...save} why={(error) => whyNot(m, error)} />
      {save.isSuccess && !isChanged && (
        <p className="td-small td-second" role="status">
          {m["account.rules.saved"]}
        </p>
      )}
      {isChanged && (
        <div className="form-foot accounts-foot">
          {!isOnline && <p className="td-small form-fault">{m["account.offline"]}</p>}
          <Button
            block
            kind="primary"
            disabled={!isOnline || save.isPending}
            onClick={() => save.mutate({ version: held.version, rules: [...rules] })}
          >
            {m["account.rules.save"]}
          </Button>
          <Button block kind="quiet" disabled={save.isPending} onClick={() => setDraft(null)}>
            {m["account.rules.reset"]}
          </Button>
        </div>
      )}
    </>
  );
}
