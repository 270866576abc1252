import { useState } from "react";
import type { Hook } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { Segments } from "../../../../ui/segments.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { useWorkDate } from "../../work-date.ts";
import { sinceOf } from "./hook-text.ts";
import { useReplay } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

type Span = "0" | "7" | "30";

/** Lets go again all that did not arrive since a day. */
export function ReplayAll({ hook }: { hook: Hook }) {
  const m = useWords();
  const isOnline = useOnline();
  const today = useWorkDate();
  const replay = useReplay(hook.id);
  const [span, setSpan] = useState<Span>("7");
  const [isOpen, setOpen] = useState(false);
  const send = () => {
    if (today !== null)
      replay.mutate({ since: sinceOf(today, Number(span) + (span === "30" ? 1 : 0), hook.createdAt) });
  };
  if (!isOpen) {
    return (
      <Button block icon="refresh" onClick={() => setOpen(true)}>
        {m["hook.againAll"]}
      </Button>
    );
  }
  return (
    <section className="hooks-again" aria-label={m["hook.againAll"]}>
      <b>{m["hook.againAll"]}</b>
      <p className="td-small td-second">{m["hook.againHint"]}</p>
      <Segments
        label={m["hook.since"]}
        options={{ "0": m["hook.since.0"], "7": m["hook.since.7"], "30": m["hook.since.30"] }}
        value={span}
        onChange={setSpan}
      />
      <Button block kind="tint" disabled={!isOnline || today === null || replay.isPending} onClick={send}>
        {m["hook.againNow"]}
      </Button>
      <MutationState {...replay} why={(error) => whyNot(m, error)} />
      {replay.data !== undefined && <p role="status">{m["hook.replayed"](replay.data.deliveries)}</p>}
    </section>
  );
}
