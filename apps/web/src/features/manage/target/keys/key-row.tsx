import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { ApiKeys } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { endText, type Key, keyText } from "./key-text.ts";
import { useRevokeKey } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

interface KeyRowProps {
  readonly apiKey: Key;
  readonly scopes: ApiKeys["scopes"];
  /** Null until it is known. */
  readonly today: WorkDate | null;
}

/** One key: whose, what it may do, last used, until when; it is ended after a question, since it does not come back. */
export function KeyRow({ apiKey, scopes, today }: KeyRowProps) {
  const m = useWords();
  const isOnline = useOnline();
  const [isAsking, setAsking] = useState(false);
  const end = today === null ? null : endText(m, apiKey, today);
  const held = scopes.filter(({ name }) => apiKey.scopes.includes(name));
  return (
    <li className="keys-row">
      <span className="keys-name">
        <b>{apiKey.name}</b>
        {end !== null && <Tag tone="todo">{end}</Tag>}
      </span>
      {!isAsking && (
        <button
          type="button"
          className="td-plain keys-act"
          aria-label={m["apiKey.revokeWhich"](apiKey.name)}
          disabled={!isOnline}
          onClick={() => setAsking(true)}
        >
          {m["apiKey.revoke"]}
        </button>
      )}
      <ul className="keys-scopes">
        {held.map((scope) => (
          <li key={scope.name} className="td-small">
            {scope[m.lang]}
          </li>
        ))}
      </ul>
      <span className="td-small td-second keys-facts">{keyText(m, apiKey)}</span>
      {isAsking && <Revoking apiKey={apiKey} onKeep={() => setAsking(false)} />}
    </li>
  );
}

function Revoking({ apiKey: { id, name }, onKeep }: { apiKey: Key; onKeep: () => void }) {
  const m = useWords();
  const isOnline = useOnline();
  const revoke = useRevokeKey();
  return (
    <div className="keys-sure">
      <p role="alert">{m["apiKey.sure"](name)}</p>
      <MutationState {...revoke} why={(error) => whyNot(m, error)} />
      <div className="keys-answers">
        <Button disabled={!isOnline || revoke.isPending} onClick={() => revoke.mutate(id)}>
          {m["apiKey.revokeNow"]}
        </Button>
        <Button kind="tint" disabled={revoke.isPending} onClick={onKeep}>
          {m["apiKey.keep"]}
        </Button>
      </div>
    </div>
  );
}
