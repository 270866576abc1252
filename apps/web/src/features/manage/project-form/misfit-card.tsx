import { useState } from "react";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { instantText } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { useActOn } from "./queries.ts";
import { type Approval, misfitText, nameOf } from "./said-text.ts";
import { useWords, whyNotActed } from "./words.ts";

/** The approvals that wait for a human, each with why and what can be done; nothing where none does. */
export function MisfitCard({
  approvals,
  titles,
}: {
  approvals: readonly Approval[];
  titles: ReadonlyMap<string, string>;
}) {
  const m = useWords();
  const waiting = approvals.filter(({ state }) => state === "misfit");
  if (waiting.length === 0) return null;
  return (
    <section className="td-card project-form-card" aria-labelledby="project-form-misfits">
      <h2 id="project-form-misfits" className="project-form-todo">
        {m["projectForm.misfits"](waiting.length)}
      </h2>
      <p className="td-small td-second">{m["projectForm.misfitsHow"]}</p>
      <ul className="project-form-rows">
        {waiting.map((one) => (
          <MisfitRow key={one.id} of={one} title={titles.get(one.processCode) ?? ""} />
        ))}
      </ul>
    </section>
  );
}

function MisfitRow({ of, title }: { of: Approval; title: string }) {
  const m = useWords();
  const isOnline = useOnline();
  const acting = useActOn();
  const [isAsked, setAsked] = useState(false);
  const isFree = isOnline && !acting.isPending;
  const name = nameOf(of) ?? m["projectForm.nameless"];
  return (
    <li className="project-form-misfit">
      <p>
        <b>{name}</b>
      </p>
      <p className="td-small td-second">{aboutText(of, title)}</p>
      <ul className="project-form-why">
        {of.misfits.map((misfit) => (
          <li key={`${misfit.field} ${misfit.reason}`}>{misfitText(m, misfit)}</li>
        ))}
      </ul>
      {isAsked && <p className="td-small td-second">{m["projectForm.dismissWhy"]}</p>}
      <div className="project-form-acts">
        {isAsked ? (
          <>
            <Button disabled={!isFree} onClick={() => acting.mutate({ id: of.id, act: "dismiss" })}>
              {m["projectForm.dismissYes"]}
              <span className="td-hidden"> {name}</span>
            </Button>
            <Button kind="quiet" onClick={() => setAsked(false)}>
              {m["projectForm.dismissNo"]}
            </Button>
          </>
        ) : (
          <>
            <Button kind="tint" disabled={!isFree} onClick={() => acting.mutate({ id: of.id, act: "retry" })}>
              {m["projectForm.retry"]}
              <span className="td-hidden"> {name}</span>
            </Button>
            <Button disabled={!isFree} onClick={() => setAsked(true)}>
              {m["projectForm.dismiss"]}
              <span className="td-hidden"> {name}</span>
            </Button>
          </>
        )}
      </div>
      {acting.isSuccess && <p role="status">{m["projectForm.retried"]}</p>}
      <MutationState {...acting} why={(error) => whyNotActed(m, error)} />
    </li>
  );
}

/** The form, who asked and when: `立项申请 · 李娜 · 9/16 10:02`. */
export function aboutText({ by, beganAt }: Approval, title: string): string {
  return [title, by, beganAt && instantText(beganAt)].filter(Boolean).join(" · ");
}
