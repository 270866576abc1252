import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { Policy, PolicyInput } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../date-field.tsx";
import { fullDate } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { CompanyFields } from "./company-fields.tsx";
import { CountFields } from "./count-fields.tsx";
import { heldOn, inputOf, offeredStart } from "./policy-draft.ts";
import { changesOf } from "./policy-text.ts";
import { PrivacyFields } from "./privacy-fields.tsx";
import type { useSetPolicy } from "./use-policy.ts";
import { useWords, whyNot } from "./words.ts";

interface PolicyFormProps {
  readonly policies: readonly Policy[];
  /** What holds where nothing else was said. */
  readonly before: Policy;
  readonly today: WorkDate;
  readonly openFrom: WorkDate | null;
  readonly change: ReturnType<typeof useSetPolicy>;
  readonly onSave: (startsOn: WorkDate, input: PolicyInput) => void;
}

/** All rules from a date on, as a whole; at its end stands what that changes. */
export function PolicyForm({ policies, before, today, openFrom, change, onSave }: PolicyFormProps) {
  const m = useWords();
  const isOnline = useOnline();
  const [startsOn, setStartsOn] = useState(() => offeredStart(today, openFrom));
  const [edited, setDraft] = useState<PolicyInput | null>(null);
  const held = inputOf(heldOn(policies, startsOn).held ?? before);
  const draft = edited ?? held;
  const changes = changesOf(m, held, draft);
  const isOpen = openFrom === null || startsOn >= openFrom;
  const hint =
    openFrom === null || startsOn > openFrom
      ? m["policy.dated.then"]
      : m["policy.lockedFrom"](fullDate(openFrom, m.lang));
  return (
    <div className="form">
      <DateField label={m["policy.dated"]} value={startsOn} first={openFrom} hint={hint} onChange={setStartsOn} />
      <CountFields draft={draft} onChange={setDraft} />
      <CompanyFields draft={draft} onChange={setDraft} />
      <PrivacyFields draft={draft} onChange={setDraft} />
      <div className="form-foot">
        <Changes of={changes} />
        <MutationState {...change} why={(error) => whyNot(m, error)} />
        {!isOnline && <p className="td-small form-fault">{m["policy.offline"]}</p>}
        <Button
          block
          kind="primary"
          disabled={!isOpen || !isOnline || change.isPending || changes.length === 0}
          onClick={() => onSave(startsOn, draft)}
        >
          {m["policy.save"](fullDate(startsOn, m.lang))}
        </Button>
      </div>
    </div>
  );
}

function Changes({ of }: { of: readonly string[] }) {
  const m = useWords();
  if (of.length === 0) return <p className="td-small td-weak">{m["policy.unchanged"]}</p>;
  return (
    <ul className="td-small" aria-label={m["policy.changed"]}>
      {of.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
