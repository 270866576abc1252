import { Button } from "../../../../ui/button.tsx";
import { CopyBox } from "../../connection/copy-box.tsx";
import { instantText } from "../../date-text.ts";
import { useWords } from "./words.ts";

interface SecretOnceProps {
  readonly secret: string;
  /** Until when the one before signs too; null for the first. */
  readonly oldSecretUntil: string | null;
  readonly onDone: () => void;
}

/** A secret, the only time that it is seen. */
export function SecretOnce({ secret, oldSecretUntil, onDone }: SecretOnceProps) {
  const m = useWords();
  return (
    <div className="form">
      <p className="hooks-once">{m["hook.once"]}</p>
      <CopyBox label={m["hook.secret"]} value={secret} />
      <p className="td-small td-second">
        {oldSecretUntil === null ? m["hook.verify"] : m["hook.oldUntil"](instantText(oldSecretUntil))}
      </p>
      <Button block kind="primary" onClick={onDone}>
        {m["hook.done"]}
      </Button>
    </div>
  );
}
