import { useState } from "react";
import { useOnline } from "../../../online.ts";
import { type Reason, reasonText } from "../../../reason.ts";
import { Button } from "../../../ui/button.tsx";
import { ReasonField } from "../../../ui/reason-field.tsx";
import { instantText } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import type { Difference } from "./difference.ts";
import type { useAnswer } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

interface AnswerFormProps {
  readonly of: Difference;
  readonly answering: ReturnType<typeof useAnswer>;
  /** With a reason it may stay, with null it is to be looked at again. */
  readonly onAnswer: (one: Difference, reason: string | null) => void;
}

/** What may be done about a difference: leave it so with a reason, or look at it again; what settled by itself needs nothing. */
export function AnswerForm({ of, answering, onAnswer }: AnswerFormProps) {
  const m = useWords();
  const isOnline = useOnline();
  return (
    <>
      {of.state === "open" && (
        <Accept isFree={isOnline && !answering.isPending} onAccept={(reason) => onAnswer(of, reason)} />
      )}
      {of.state === "accepted" && (
        <>
          <p className="td-second">{[m["difference.acceptedAt"](instantText(of.changedAt)), of.reason].join(" · ")}</p>
          <Button block disabled={!isOnline || answering.isPending} onClick={() => onAnswer(of, null)}>
            {m["difference.reopen"]}
          </Button>
        </>
      )}
      {of.state === "mended" && <p className="td-second">{m["difference.mendedAt"](instantText(of.changedAt))}</p>}
      {!isOnline && of.state !== "mended" && <p className="td-small form-fault">{m["difference.offline"]}</p>}
      <MutationState {...answering} why={(error) => whyNot(m, error)} />
    </>
  );
}

function Accept({ isFree, onAccept }: { isFree: boolean; onAccept: (reason: string) => void }) {
  const m = useWords();
  const [reason, setReason] = useState<Reason>({ chip: null, text: "" });
  const said = reasonText(reason, m["ask.reasonComma"]);
  return (
    <>
      <ReasonField
        value={reason}
        usual={[m["difference.reason.supplied"], m["difference.reason.report"], m["difference.reason.agreed"]]}
        onChange={setReason}
      />
      <p className="td-small td-second">{m["difference.acceptWhy"]}</p>
      <Button block kind="primary" disabled={!isFree || said === ""} onClick={() => onAccept(said)}>
        {m["difference.accept"]}
      </Button>
    </>
  );
}
