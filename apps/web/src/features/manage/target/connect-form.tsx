import { useEffect, useRef } from "react";
import { CheckCard } from "./check-card.tsx";
import { ConnectButtons } from "./connect-buttons.tsx";
import { NameField } from "./name-field.tsx";
import { type Product, shownFields } from "./setting-draft.ts";
import { SettingInput } from "./setting-input.tsx";
import { useConnecting } from "./use-connecting.ts";
import { faultOf, faultyField } from "./use-trying.ts";
import { useWords } from "./words.ts";

/** Connects a product, `#/manage/target/new/redmine`: its own form, a try, and then it is there, paused. */
export function ConnectForm({ product: { form, ...product } }: { product: Product }) {
  const m = useWords();
  const connecting = useConnecting({ form, ...product });
  const { draft, works, change, sending } = connecting;
  const { check, asking, offers } = connecting.trying;
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // What has to be mended may be off the screen.
    if (check?.works === false) place.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [check]);
  const told = { form, check, error: asking.error ?? sending.error };
  return (
    <form ref={place} className="td-card form target-form" onSubmit={(event) => event.preventDefault()}>
      {shownFields(form, works).map((field) => (
        <SettingInput
          key={field.name}
          {...{ field, offers }}
          value={draft[field.name] ?? ""}
          fault={faultOf(field, told)}
          onChange={(value) => change(field, value)}
        />
      ))}
      {!works && shownFields(form, false).length < form.length && (
        <p className="td-small td-weak">{m["target.afterCheck"]}</p>
      )}
      <NameField value={connecting.name} onChange={connecting.setName} />
      <div className="form-foot">
        {check !== null && faultyField(told) === null && <CheckCard check={check} />}
        <ConnectButtons connecting={connecting} />
      </div>
    </form>
  );
}
