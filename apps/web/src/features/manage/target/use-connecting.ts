import { useState } from "react";
import { useMessage } from "../../../message.ts";
import { newId } from "../../../phone-world.ts";
import { goTo, hashOf } from "../../../route.ts";
import { useConnect } from "./queries.ts";
import { type Draft, missingFields, type Product, type SettingField } from "./setting-draft.ts";
import { useTrying } from "./use-trying.ts";

/** A product that is being connected: what is typed, what a try told, and the way to it. */
export function useConnecting(product: Product) {
  const { lang } = useMessage();
  // One id for all tries, so that a repeat after a lost answer connects nothing twice.
  const [id] = useState(newId);
  const [name, setName] = useState(product.title[lang]);
  const [draft, setDraft] = useState<Draft>({});
  const trying = useTrying(product, draft);
  const sending = useConnect();
  const works = trying.check?.works ?? false;
  const change = (field: SettingField, value: string) => {
    const next = { ...draft, [field.name]: value };
    setDraft(next);
    // A choice changes what there is to know of a connection that works.
    if (works && field.kind === "choice") trying.asking.mutate(next);
  };
  const send = () =>
    sending.mutate(
      { id, kind: product.kind, name: name.trim(), settings: { ...draft } },
      { onSuccess: () => goTo(hashOf("manage", "target", id), { replace: true }) },
    );
  const missing = product.form.filter((field) => missingFields(product.form, draft, []).includes(field.name));
  return { name, setName, draft, change, trying, works, sending, send, missing };
}

export type Connecting = ReturnType<typeof useConnecting>;
