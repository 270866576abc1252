import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { MutationState } from "../mutation-state.tsx";
import type { Connecting } from "./use-connecting.ts";
import { useWords, whyNot } from "./words.ts";

/** 试一下, and once that worked 接上; what is still wanted stands above. */
export function ConnectButtons({ connecting }: { connecting: Connecting }) {
  const m = useWords();
  const isOnline = useOnline();
  const { name, draft, trying, works, sending, send, missing } = connecting;
  const { asking, check } = trying;
  const isHeld = !isOnline || asking.isPending || sending.isPending;
  const labels = missing.map(({ label }) => label[m.lang]).join(m.lang === "zh" ? "、" : ", ");
  return (
    <>
      {!isOnline && <p className="td-small form-fault">{m["target.offline"]}</p>}
      {labels !== "" && <p className="td-small td-second">{m["target.missing"](labels)}</p>}
      {asking.isPending && (
        <p className="td-small td-second" role="status">
          {m["target.trying"]}
        </p>
      )}
      <MutationState isPending={false} error={asking.error} why={(error) => whyNot(m, error)} />
      <MutationState {...sending} why={(error) => whyNot(m, error)} />
      {works && (
        <Button block kind="primary" disabled={isHeld || name.trim() === ""} onClick={send}>
          {m["target.connectNow"]}
        </Button>
      )}
      <Button
        block
        kind={works ? "quiet" : "primary"}
        disabled={isHeld || missing.length > 0}
        onClick={() => asking.mutate(draft)}
      >
        {m[check === null ? "target.try" : "target.tryAgain"]}
      </Button>
    </>
  );
}
