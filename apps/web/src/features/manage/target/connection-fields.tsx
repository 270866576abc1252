import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Target } from "../../../api.ts";
import { offersQuery } from "./queries.ts";
import type { Draft, SettingField } from "./setting-draft.ts";
import { SettingInput } from "./setting-input.tsx";
import { faultOf } from "./use-trying.ts";
import { useWords } from "./words.ts";

interface ConnectionFieldsProps {
  readonly target: Target;
  readonly form: readonly SettingField[];
  readonly draft: Draft;
  /** Secrets that have to be given again. */
  readonly wanted: readonly string[];
  readonly error: Error | null;
  readonly onChange: (draft: Draft) => void;
}

/** How a product is reached; of what is kept secret only that it is there, until another is given. */
export function ConnectionFields({ target, form, draft, wanted, error, onChange }: ConnectionFieldsProps) {
  const m = useWords();
  const offers = useQuery(offersQuery(target.id)).data?.offers ?? {};
  const [opened, setOpened] = useState<readonly string[]>([]);
  const isKept = ({ name, kind }: SettingField) =>
    kind === "secret" && target.secrets.includes(name) && !opened.includes(name) && !wanted.includes(name);
  return (
    <fieldset className="form-options target-fields">
      <legend className="td-small td-second">{m["target.set.connection"]}</legend>
      {form.map((field) =>
        isKept(field) ? (
          <div key={field.name} className="target-kept">
            <span className="target-row-text">
              <b>{field.label[m.lang]}</b>
              <span className="td-small td-second">{m["target.set.kept"]}</span>
            </span>
            <button type="button" className="td-plain target-act" onClick={() => setOpened([...opened, field.name])}>
              {m["target.set.replace"]}
              <span className="td-hidden">{field.label[m.lang]}</span>
            </button>
          </div>
        ) : (
          <SettingInput
            key={field.name}
            {...{ field, offers }}
            value={draft[field.name] ?? ""}
            fault={faultOf(field, { form, check: null, error })}
            onChange={(value) => onChange({ ...draft, [field.name]: value })}
          />
        ),
      )}
    </fieldset>
  );
}
