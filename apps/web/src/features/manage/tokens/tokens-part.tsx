import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { NewScimToken } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Sheet } from "../../../ui/sheet.tsx";
import { CopyBox } from "../connection/copy-box.tsx";
import { useWorkDate } from "../work-date.ts";
import { tokensQuery } from "./queries.ts";
import { TokenForm } from "./token-form.tsx";
import { TokenRow } from "./token-row.tsx";
import type { Token } from "./token-text.ts";
import { useWords } from "./words.ts";
import "../connection/connection.css";
import "./tokens.css";

/** SCIM 令牌, `#/manage/people/tokens`: the doors for directories, and how one is connected. For admins. */
export function TokensPart() {
  const m = useWords();
  const query = useQuery(tokensQuery);
  const isOnline = useOnline();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<NewScimToken | null>(null);
  const close = () => {
    setMaking(false);
    setMade(null);
  };
  return (
    <div className="td-body tokens">
      <p className="td-small td-second">{m["token.intro"]}</p>
      <section className="td-card" aria-labelledby="token-base">
        <h2 id="token-base" className="connection-sub">
          {m["token.base"]}
        </h2>
        <p className="td-small td-second tokens-hint">{m["token.baseHint"]}</p>
        <CopyBox label={m["token.base"]} value={`${location.origin}/scim/v2`} />
      </section>
      <Answered query={query} skeleton={[5, 5]}>
        {({ tokens }) => <TokenList tokens={tokens} />}
      </Answered>
      {!isOnline && <p className="td-small form-fault">{m["token.offline"]}</p>}
      <Button block kind="tint" icon="plus" disabled={!isOnline} onClick={() => setMaking(true)}>
        {m["token.add"]}
      </Button>
      <HowTo />
      <Sheet isOpen={isMaking} title={made === null ? m["token.add"] : m["token.made"](made.name)} onClose={close}>
        {made === null ? <TokenForm onMade={setMade} onCancel={close} /> : <Once token={made.token} onDone={close} />}
      </Sheet>
    </div>
  );
}

function TokenList({ tokens }: { tokens: readonly Token[] }) {
  const m = useWords();
  const today = useWorkDate();
  if (tokens.length === 0) return <EmptyState>{m["token.none"]}</EmptyState>;
  return (
    <ul className="td-card tokens-list">
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} today={today} />
      ))}
    </ul>
  );
}

function Once({ token, onDone }: { token: string; onDone: () => void }) {
  const m = useWords();
  return (
    <div className="form">
      <p className="tokens-once">{m["token.once"]}</p>
      <CopyBox label={m["token.secret"]} value={token} />
      <Button block kind="primary" onClick={onDone}>
        {m["token.done"]}
      </Button>
    </div>
  );
}

const steps = ["1", "2", "3", "4", "5"] as const;

function HowTo() {
  const m = useWords();
  return (
    <section className="td-card" aria-labelledby="token-how">
      <h2 id="token-how" className="connection-sub">
        {m["token.how"]}
      </h2>
      <ol className="tokens-how">
        {steps.map((step) => (
          <li key={step}>
            <b aria-hidden="true">{step}</b>
            <span>{m[`token.how.${step}`]}</span>
          </li>
        ))}
      </ol>
      <p className="td-small td-weak">{m["token.howNote"]}</p>
    </section>
  );
}
