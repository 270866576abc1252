import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiKeys, NewApiKey } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { Sheet } from "../../../../ui/sheet.tsx";
import { CopyBox } from "../../connection/copy-box.tsx";
import { useWorkDate } from "../../work-date.ts";
import { KeyForm } from "./key-form.tsx";
import { KeyRow } from "./key-row.tsx";
import { curlText } from "./key-text.ts";
import { keysQuery } from "./queries.ts";
import { useWords } from "./words.ts";
import "../../form.css";
import "../../connection/connection.css";
import "./keys.css";

/** 接口密钥, `#/manage/target/keys`: the keys of other programs, and how one is used. For admins. */
export function KeysPart() {
  const m = useWords();
  const query = useQuery(keysQuery);
  return (
    <div className="td-body keys">
      <p className="td-small td-second">{m["apiKey.intro"]}</p>
      <Answered query={query} skeleton={[5, 5]}>
        {(answer) => <Keys {...answer} />}
      </Answered>
      <HowTo />
    </div>
  );
}

function Keys({ keys, scopes }: ApiKeys) {
  const m = useWords();
  const isOnline = useOnline();
  const today = useWorkDate();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<NewApiKey | null>(null);
  const close = () => {
    setMaking(false);
    setMade(null);
  };
  return (
    <>
      {keys.length === 0 && <EmptyState>{m["apiKey.none"]}</EmptyState>}
      {keys.length > 0 && (
        <ul className="td-card keys-list">
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} scopes={scopes} today={today} />
          ))}
        </ul>
      )}
      {!isOnline && <p className="td-small form-fault">{m["apiKey.offline"]}</p>}
      <Button block kind="tint" icon="plus" disabled={!isOnline} onClick={() => setMaking(true)}>
        {m["apiKey.add"]}
      </Button>
      <Sheet isOpen={isMaking} title={made === null ? m["apiKey.add"] : m["apiKey.made"](made.name)} onClose={close}>
        {made === null ? (
          <KeyForm scopes={scopes} onMade={setMade} onCancel={close} />
        ) : (
          <Once apiKey={made.key} onDone={close} />
        )}
      </Sheet>
    </>
  );
}

function Once({ apiKey, onDone }: { apiKey: string; onDone: () => void }) {
  const m = useWords();
  return (
    <div className="form">
      <p className="keys-once">{m["apiKey.once"]}</p>
      <CopyBox label={m["apiKey.key"]} value={apiKey} />
      <Button block kind="primary" onClick={onDone}>
        {m["apiKey.done"]}
      </Button>
    </div>
  );
}

function HowTo() {
  const m = useWords();
  return (
    <section className="td-card keys-how" aria-labelledby="keys-try">
      <a className="keys-docs" href="/docs/api" target="_blank" rel="noreferrer">
        <span>
          <b>{m["apiKey.docs"]}</b>
          <span className="td-small td-second">{m["apiKey.docsWhat"]}</span>
        </span>
        <Icon name="right" />
      </a>
      <h2 id="keys-try" className="connection-sub">
        {m["apiKey.try"]}
      </h2>
      <p className="td-small td-second">{m["apiKey.tryHint"]}</p>
      <CopyBox label={m["apiKey.try"]} value={curlText(location.origin)} />
    </section>
  );
}
