import { useEffect, useRef, useState } from "react";
import { useOnline } from "../../../online.ts";
import { newId } from "../../../phone-world.ts";
import { goTo, hashOf } from "../../../route.ts";
import { Button } from "../../../ui/button.tsx";
import { MutationState } from "../mutation-state.tsx";
import { CheckCard } from "./check-card.tsx";
import { NameField } from "./name-field.tsx";
import { useConnect } from "./queries.ts";
import { type Draft, missingFields, type Product, shownFields } from "./setting-draft.ts";
import { SettingInput } from "./setting-input.tsx";
import { faultOf, faultyField, useTrying } from "./use-trying.ts";
import { useWords, whyNot } from "./words.ts";

/** Connects a product, `#/manage/target/new/redmine`: its own form, a try, and then it is there, paused. */
export function ConnectForm({ product }: { product: Product }) {
  const m = useWords();
  const isOnline = useOnline();
  // One id for all tries, so that a repeat after a lost answer connects nothing twice.
  const [id] = useState(newId);
  const [name, setName] = useState(product.title[m.lang]);
  const [draft, setDraft] = useState<Draft>({});
  const { asking, check, offers } = useTrying(product, draft);
  const connecting = useConnect();
  const { form } = product;
  const works = check?.works ?? false;
  const missing = missingFields(form, draft, []);
  const labels = form.filter((field) => missing.includes(field.name)).map(({ label }) => label[m.lang]);
  const plain = name.trim();
  const change = (field: (typeof form)[number], value: string) => {
    const next = { ...draft, [field.name]: value };
    setDraft(next);
    // A choice changes what there is to know of a connection that works.
    if (works && field.kind === "choice") asking.mutate(next);
  };
  const connect = () =>
    connecting.mutate(
      { id, kind: product.kind, name: plain, settings: { ...draft } },
      { onSuccess: () => goTo(hashOf("manage", "target", id), { replace: true }) },
    );
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // What has to be mended may be off the screen.
    if (check?.works === false) place.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [check]);
  const told = { form, check, error: asking.error ?? connecting.error };
  const isBusy = asking.isPending || connecting.isPending;
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
      <NameField value={name} onChange={setName} />
      <div className="form-foot">
        {check !== null && faultyField(told) === null && <CheckCard check={check} />}
        {!isOnline && <p className="td-small form-fault">{m["target.offline"]}</p>}
        {labels.length > 0 && (
          <p className="td-small td-second">{m["target.missing"](labels.join(m.lang === "zh" ? "、" : ", "))}</p>
        )}
        {asking.isPending && (
          <p className="td-small td-second" role="status">
            {m["target.trying"]}
          </p>
        )}
        <MutationState isPending={false} error={asking.error} why={(error) => whyNot(m, error)} />
        <MutationState {...connecting} why={(error) => whyNot(m, error)} />
        {works && (
          <Button block kind="primary" disabled={!isOnline || isBusy || plain === ""} onClick={connect}>
            {m["target.connectNow"]}
          </Button>
        )}
        <Button
          block
          kind={works ? "quiet" : "primary"}
          disabled={!isOnline || isBusy || missing.length > 0}
          onClick={() => asking.mutate(draft)}
        >
          {m[check === null ? "target.try" : "target.tryAgain"]}
        </Button>
      </div>
    </form>
  );
}
