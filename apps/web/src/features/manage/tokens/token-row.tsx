import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { fullDate } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { useRevokeToken } from "./queries.ts";
import { isExpired, type Token, tokenText } from "./token-text.ts";
import { useWords, whyNot } from "./words.ts";

interface TokenRowProps {
  readonly token: Token;
  /** Null until it is known. */
  readonly today: WorkDate | null;
}

/** One door: for whom, since when, last used; it is closed after a question, since it does not open again. */
export function TokenRow({ token, today }: TokenRowProps) {
  const m = useWords();
  const isOnline = useOnline();
  const revoke = useRevokeToken();
  const [isAsking, setAsking] = useState(false);
  const isOver = today !== null && isExpired(token, today);
  return (
    <li className="tokens-row">
      <div className="tokens-text">
        <span className="tokens-name">
          <b>{token.name}</b>
          <Tag tone="blue">{m[`token.source.${token.source}`]}</Tag>
          {isOver && <Tag tone="todo">{m["token.expired"](fullDate(token.expiresAt?.slice(0, 10) ?? "", m.lang))}</Tag>}
        </span>
        <span className="td-small td-second">{tokenText(m, token)}</span>
      </div>
      {!isAsking && (
        <button
          type="button"
          className="td-plain people-act"
          aria-label={m["token.revokeWhich"](token.name)}
          disabled={!isOnline}
          onClick={() => setAsking(true)}
        >
          {m["token.revoke"]}
        </button>
      )}
      {isAsking && (
        <div className="tokens-sure">
          <p role="alert">{m["token.sure"](token.name)}</p>
          <MutationState {...revoke} why={(error) => whyNot(m, error)} />
          <div className="tokens-answers">
            <Button disabled={!isOnline || revoke.isPending} onClick={() => revoke.mutate(token.id)}>
              {m["token.revokeNow"]}
            </Button>
            <Button kind="tint" disabled={revoke.isPending} onClick={() => setAsking(false)}>
              {m["token.keep"]}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
