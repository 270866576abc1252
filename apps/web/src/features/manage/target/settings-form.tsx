import { useQuery } from "@tanstack/react-query";
import type { Connectors, Target } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { MutationState } from "../mutation-state.tsx";
import { ConnectionFields } from "./connection-fields.tsx";
import { connectorsQuery } from "./queries.ts";
import { RuleFields } from "./rule-fields.tsx";
import { StateFields } from "./state-fields.tsx";
import { useSettings } from "./use-settings.ts";
import { useWords, whyNot } from "./words.ts";
import "../form.css";

interface SettingsFormProps {
  readonly target: Target;
  readonly onSaved: () => void;
}

/** Everything an admin decides of a target, in its sheet. */
export function SettingsForm(props: SettingsFormProps) {
  const query = useQuery(connectorsQuery);
  return (
    <Answered query={query} skeleton={[4, 4, 6, 4]}>
      {(products) => <Form {...props} products={products} />}
    </Answered>
  );
}

function Form({ target, onSaved, products }: SettingsFormProps & { products: Connectors }) {
  const m = useWords();
  const isOnline = useOnline();
  const form = products.connectors.find(({ kind }) => kind === target.kind)?.form ?? [];
  const { rules, set, draft, setDraft, wanted, wish, isSound, saving, save } = useSettings(target, form);
  return (
    <div className="form">
      <RuleFields rules={rules} roundings={products.roundings} onChange={set} />
      {target.abilities.status && (
        <StateFields target={target} states={rules.states} todo={rules.todo} onChange={set} />
      )}
      <ConnectionFields {...{ target, form, draft, wanted, error: saving.error }} onChange={setDraft} />
      <div className="form-foot">
        {!isOnline && <p className="td-small form-fault">{m["target.offline"]}</p>}
        {wanted.length > 0 && <p className="td-small form-fault">{m["target.set.elsewhere"]}</p>}
        <MutationState {...saving} why={(error) => whyNot(m, error)} />
        <Button
          block
          kind="primary"
          disabled={!isOnline || saving.isPending || wish === null || !isSound}
          onClick={() => save(onSaved)}
        >
          {m[wish === null ? "target.set.unchanged" : "target.set.save"]}
        </Button>
      </div>
    </div>
  );
}
