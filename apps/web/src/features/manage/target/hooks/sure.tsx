import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { useWords, whyNot } from "./words.ts";

interface SureProps {
  /** What will be, in a sentence. */
  readonly text: string;
  readonly yes: string;
  readonly doing: { readonly isPending: boolean; readonly error: Error | null };
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A question before what cannot be taken back. */
export function Sure({ text, yes, doing, onYes, onNo }: SureProps) {
  const m = useWords();
  const isOnline = useOnline();
  return (
    <div className="hooks-sure">
      <p role="alert">{text}</p>
      <MutationState {...doing} why={(error) => whyNot(m, error)} />
      <div className="hooks-acts">
        <Button disabled={!isOnline || doing.isPending} onClick={onYes}>
          {yes}
        </Button>
        <Button kind="tint" disabled={doing.isPending} onClick={onNo}>
          {m["hook.keep"]}
        </Button>
      </div>
    </div>
  );
}
