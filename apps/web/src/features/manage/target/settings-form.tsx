import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Connectors, Target, TargetChange } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { CheckField } from "../check-field.tsx";
import { DateField } from "../date-field.tsx";
import { MutationState } from "../mutation-state.tsx";
import { OptionList } from "../option-list.tsx";
import { ConnectionFields } from "./connection-fields.tsx";
import { NameField } from "./name-field.tsx";
import { connectorsQuery, useChange } from "./queries.ts";
import { RoundingField } from "./rounding-field.tsx";
import { changedSettings, type Draft, isElsewhere } from "./setting-draft.ts";
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

type Rules = Pick<Target, "name" | "approvedOnly" | "pace" | "rounding" | "startsOn">;

function Form({ target, onSaved, products }: SettingsFormProps & { products: Connectors }) {
  const m = useWords();
  const isOnline = useOnline();
  const change = useChange(target.id);
  const [rules, setRules] = useState<Rules>(target);
  const [draft, setDraft] = useState<Draft>(target.settings);
  const form = products.connectors.find(({ kind }) => kind === target.kind)?.form ?? [];
  const settings = changedSettings(form, target.settings, draft);
  const wanted = isElsewhere(form, target.settings, draft)
    ? target.secrets.filter((secret) => settings[secret] === undefined)
    : [];
  const wish = wishOf(target, { ...rules, name: rules.name.trim() }, settings);
  const set = (part: Partial<Rules>) => setRules({ ...rules, ...part });
  const isSound = rules.name.trim() !== "" && wanted.length === 0;
  return (
    <div className="form">
      <NameField value={rules.name} onChange={(name) => set({ name })} />
      <DateField
        label={m["target.set.startsOn"]}
        value={rules.startsOn}
        first={null}
        hint={m["target.set.startsOnHint"]}
        onChange={(startsOn) => set({ startsOn })}
      />
      <CheckField
        name={m["target.set.approvedOnly"]}
        effect={m["target.set.approvedOnlyWhat"]}
        value={rules.approvedOnly}
        onChange={(approvedOnly) => set({ approvedOnly })}
      />
      <OptionList
        label={m["target.set.pace"]}
        options={(["night", "at-once"] as const).map((value) => ({
          ...{ value, name: m[`target.set.pace.${value}`], effect: m[`target.set.pace.${value}What`] },
        }))}
        value={rules.pace}
        onChange={(pace) => set({ pace })}
      />
      <RoundingField options={products.roundings} value={rules.rounding} onChange={(rounding) => set({ rounding })} />
      <ConnectionFields {...{ target, form, draft, wanted, error: change.error }} onChange={setDraft} />
      <div className="form-foot">
        {!isOnline && <p className="td-small form-fault">{m["target.offline"]}</p>}
        {wanted.length > 0 && <p className="td-small form-fault">{m["target.set.elsewhere"]}</p>}
        <MutationState {...change} why={(error) => whyNot(m, error)} />
        <Button
          block
          kind="primary"
          disabled={!isOnline || change.isPending || wish === null || !isSound}
          onClick={() => wish && change.mutate(wish, { onSuccess: onSaved })}
        >
          {m[wish === null ? "target.set.unchanged" : "target.set.save"]}
        </Button>
      </div>
    </div>
  );
}

/** What is not as it was; null for nothing. */
function wishOf(target: Target, rules: Rules, settings: Record<string, string>): TargetChange | null {
  const names = ["name", "approvedOnly", "pace", "rounding", "startsOn"] as const;
  const changed = names.filter((name) => rules[name] !== target[name]);
  const hasSettings = Object.keys(settings).length > 0;
  if (changed.length === 0 && !hasSettings) return null;
  return {
    version: target.version,
    ...(Object.fromEntries(changed.map((name) => [name, rules[name]])) as Partial<TargetChange>),
    ...(hasSettings ? { settings } : {}),
  };
}
