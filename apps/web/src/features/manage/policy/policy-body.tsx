import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { Policies, Policy, PolicyInput } from "../../../api.ts";
import { Button } from "../../../ui/button.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useUndoable } from "../../../undoable.ts";
import { fullDate } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { type Pane, Panes } from "../pane.tsx";
import { useOpenFrom } from "../work-date.ts";
import { heldOn, inputOf } from "./policy-draft.ts";
import { PolicyForm } from "./policy-form.tsx";
import { PolicyHistory } from "./policy-history.tsx";
import { RuleList } from "./rule-list.tsx";
import { useSetPolicy } from "./use-policy.ts";
import { useWords, whyNot } from "./words.ts";

type Shown = { readonly edit: true } | { readonly edit: false; readonly policy: Policy } | null;

/** The rules that hold now, those of other times, and for the admin the way to change them. */
export function PolicyBody({ view: { policies, editable }, today }: { view: Policies; today: WorkDate }) {
  const m = useWords();
  const [shown, setShown] = useState<Shown>(null);
  const openFrom = useOpenFrom(today);
  const change = useSetPolicy();
  const { last, tell, forget } = useUndoable();
  const now = heldOn(policies, today).held;
  if (now === null) return null;

  const save = (startsOn: WorkDate, input: PolicyInput) => {
    const { held } = heldOn(policies, startsOn);
    change.mutate(
      { startsOn, input },
      {
        onSuccess: () => {
          setShown(null);
          tell(m["policy.saved"](fullDate(startsOn, m.lang)), () =>
            change.mutate({ startsOn, input: inputOf(held ?? now) }),
          );
        },
      },
    );
  };
  const form = { policies, today, openFrom, change, before: now, onSave: save };
  const paneOf = (one: NonNullable<Shown>): Pane =>
    one.edit
      ? { title: m["policy.edit"], body: <PolicyForm {...form} /> }
      : { title: sinceText(m, one.policy), body: <RuleList policy={one.policy} /> };
  return (
    <Panes pane={shown && paneOf(shown)} idle={m["policy.idle"]} onClose={() => setShown(null)}>
      <div className="td-body">
        {shown === null && <MutationState {...change} why={(error) => whyNot(m, error)} />}
        {editable && (
          <Button block kind="tint" icon="edit" onClick={() => setShown({ edit: true })}>
            {m["policy.edit"]}
          </Button>
        )}
        <section className="td-card" aria-labelledby="policy-now">
          <h2 id="policy-now" className="policy-title">
            {m["policy.nowHead"]}
            <span className="td-small td-second">{sinceText(m, now)}</span>
          </h2>
          <RuleList policy={now} />
        </section>
        {policies.length > 1 && (
          <PolicyHistory
            policies={policies}
            today={today}
            chosen={shown?.edit === false ? shown.policy : null}
            onChoose={(policy) => setShown({ edit: false, policy })}
          />
        )}
      </div>
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </Panes>
  );
}

function sinceText(m: ReturnType<typeof useWords>, { startsOn }: Policy): string {
  return startsOn === null ? m["policy.default"] : m["policy.since"](fullDate(startsOn, m.lang));
}
