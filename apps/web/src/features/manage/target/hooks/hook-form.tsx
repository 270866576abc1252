import { useState } from "react";
import type { Hook, Hooks, NewHook } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { newId } from "../../../../phone-world.ts";
import { Button } from "../../../../ui/button.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { OptionList } from "../../option-list.tsx";
import { EventBoxes } from "./event-boxes.tsx";
import { changeOf, draftOf, emptyDraft, inputOf, missingIn } from "./hook-draft.ts";
import { HookFields } from "./hook-fields.tsx";
import { useChangeHook, useMakeHook } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

interface HookFormProps {
  /** The hook that is changed; without it one is made. */
  readonly hook?: Hook;
  readonly types: Hooks["types"];
  readonly onMade?: (hook: NewHook) => void;
  /** Nothing more is to be done here. */
  readonly onDone: () => void;
}

const kinds = ["webhook", "zapier", "ifttt"] as const;

/** A hook in a sheet: where to, and what of. */
export function HookForm({ hook, types, onMade, onDone }: HookFormProps) {
  const m = useWords();
  const isOnline = useOnline();
  const make = useMakeHook();
  const change = useChangeHook(hook?.id ?? "");
  // One id for all tries, so that a repeat after a lost answer makes no second one.
  const [id] = useState(newId);
  const [draft, setDraft] = useState(() => (hook === undefined ? emptyDraft : draftOf(hook)));
  const doing = hook === undefined ? make : change;
  const missing = missingIn(draft, hook === undefined);
  const send = () => {
    if (hook === undefined) make.mutate(inputOf(draft, id), { onSuccess: (made) => onMade?.(made) });
    else change.mutate(changeOf(draft, hook.version), { onSuccess: onDone });
  };
  return (
    <div className="form">
      {hook === undefined && (
        <OptionList
          label={m["hook.kind"]}
          options={kinds.map((value) => ({
            ...{ value, name: m[`hook.kind.${value}`], effect: m[`hook.kind.${value}.what`] },
          }))}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
        />
      )}
      <HookFields draft={draft} host={hook?.host ?? null} onChange={setDraft} />
      <EventBoxes types={types} chosen={draft.events} onChange={(events) => setDraft({ ...draft, events })} />
      <div className="form-foot">
        <MutationState {...doing} why={(error) => whyNot(m, error)} />
        {missing !== null && <p className="td-small td-second">{m[`hook.${missing}`]}</p>}
        {!isOnline && <p className="td-small form-fault">{m["hook.offline"]}</p>}
        <Button block kind="primary" disabled={missing !== null || !isOnline || doing.isPending} onClick={send}>
          {m[hook === undefined ? "hook.make" : "hook.save"]}
        </Button>
        <Button block kind="quiet" onClick={onDone}>
          {m["hook.cancel"]}
        </Button>
      </div>
    </div>
  );
}
