import { useId, useState } from "react";
import type { ApiKeys, NewApiKey } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { newId } from "../../../../phone-world.ts";
import { Button } from "../../../../ui/button.tsx";
import { Segments } from "../../../../ui/segments.tsx";
import { CheckField } from "../../check-field.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { type Scope, toggled } from "./key-text.ts";
import { useMakeKey } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

interface KeyFormProps {
  readonly scopes: ApiKeys["scopes"];
  readonly onMade: (key: NewApiKey) => void;
  readonly onCancel: () => void;
}

const lengths = { "90": 90, "365": 365, none: null } as const;

/** A new key: for which program, what it may do, and for how long. */
export function KeyForm({ scopes, onMade, onCancel }: KeyFormProps) {
  const m = useWords();
  const isOnline = useOnline();
  const make = useMakeKey();
  // One id for all tries, so that a repeat after a lost answer makes no second one.
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Scope[]>([]);
  const [length, setLength] = useState<keyof typeof lengths>("365");
  const plain = name.trim();
  const missing = plain === "" ? "nameFault" : chosen.length === 0 ? "needsScope" : null;
  const send = () =>
    make.mutate({ id, name: plain, scopes: [...chosen], days: lengths[length] }, { onSuccess: onMade });
  return (
    <div className="form">
      <NameField value={name} onChange={setName} />
      <ScopeBoxes scopes={scopes} chosen={chosen} onChange={setChosen} />
      <div className="form-options">
        <span className="td-small td-second">{m["apiKey.days"]}</span>
        <Segments
          label={m["apiKey.days"]}
          options={{ "90": m["apiKey.days.90"], "365": m["apiKey.days.365"], none: m["apiKey.days.none"] }}
          value={length}
          onChange={setLength}
        />
      </div>
      <div className="form-foot">
        <MutationState {...make} why={(error) => whyNot(m, error)} />
        {missing !== null && <p className="td-small td-second">{m[`apiKey.${missing}`]}</p>}
        {!isOnline && <p className="td-small form-fault">{m["apiKey.offline"]}</p>}
        <Button block kind="primary" disabled={missing !== null || !isOnline || make.isPending} onClick={send}>
          {m["apiKey.make"]}
        </Button>
        <Button block kind="quiet" onClick={onCancel}>
          {m["apiKey.cancel"]}
        </Button>
      </div>
    </div>
  );
}

function NameField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const m = useWords();
  const hint = useId();
  return (
    <label className="form-field">
      <span className="td-small td-second">{m["apiKey.name"]}</span>
      <input
        type="text"
        value={value}
        maxLength={64}
        autoComplete="off"
        aria-describedby={hint}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={hint} className="td-small td-weak">
        {m["apiKey.nameHint"]}
      </span>
    </label>
  );
}

interface ScopeBoxesProps {
  readonly scopes: ApiKeys["scopes"];
  readonly chosen: readonly Scope[];
  readonly onChange: (scopes: Scope[]) => void;
}

function ScopeBoxes({ scopes, chosen, onChange }: ScopeBoxesProps) {
  const m = useWords();
  const order = scopes.map(({ name }) => name);
  return (
    <fieldset className="form-options">
      <legend className="td-small td-second">{m["apiKey.scopes"]}</legend>
      {scopes.map((scope) => (
        <CheckField
          key={scope.name}
          name={scope[m.lang]}
          effect={scope.name}
          value={chosen.includes(scope.name)}
          onChange={() => onChange(toggled(chosen, scope.name, order))}
        />
      ))}
    </fieldset>
  );
}
