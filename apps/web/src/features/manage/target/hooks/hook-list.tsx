import { useState } from "react";
import type { Hook, Hooks, NewHook } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { hashOf } from "../../../../route.ts";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { Sheet } from "../../../../ui/sheet.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { HookForm } from "./hook-form.tsx";
import { aboutText, hookText } from "./hook-text.ts";
import { SecretOnce } from "./secret-once.tsx";
import { stateTones } from "./state-tones.ts";
import { useWords } from "./words.ts";

/** All hooks, those made by programs among them, and the way to one more. */
export function HookList({ hooks, types }: Hooks) {
  const m = useWords();
  const isOnline = useOnline();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<NewHook | null>(null);
  const close = () => {
    setMaking(false);
    setMade(null);
  };
  const secret = made?.secret ?? null;
  return (
    <>
      <p className="td-small td-second">{m["hook.intro"]}</p>
      {hooks.length === 0 && <EmptyState>{m["hook.none"]}</EmptyState>}
      {hooks.length > 0 && (
        <ul className="td-card hooks-list">
          {hooks.map((hook) => (
            <HookRow key={hook.id} hook={hook} />
          ))}
        </ul>
      )}
      {!isOnline && <p className="td-small form-fault">{m["hook.offline"]}</p>}
      <Button block kind="tint" icon="plus" disabled={!isOnline} onClick={() => setMaking(true)}>
        {m["hook.add"]}
      </Button>
      <Sheet
        isOpen={isMaking}
        title={secret === null ? m["hook.add"] : m["hook.made"](made?.name ?? "")}
        onClose={close}
      >
        {secret === null ? (
          <HookForm types={types} onMade={(hook) => (hook.secret === null ? close() : setMade(hook))} onDone={close} />
        ) : (
          <SecretOnce secret={secret} oldSecretUntil={null} onDone={close} />
        )}
      </Sheet>
    </>
  );
}

function HookRow({ hook }: { hook: Hook }) {
  const m = useWords();
  const about = aboutText(m, hook);
  return (
    <li>
      <a className="hooks-row" href={hashOf("manage", "target", "hooks", hook.id)}>
        <span className="hooks-row-text">
          <span className="hooks-name">
            <b>{hook.name}</b>
            <Tag tone={stateTones[hook.state]}>{m[`hook.state.${hook.state}`]}</Tag>
            {hook.kind !== "webhook" && <Tag>{m[`hook.kind.${hook.kind}`]}</Tag>}
          </span>
          <span className="td-small td-second">{hookText(m, hook)}</span>
          {hook.keyId !== null && <span className="td-small td-second">{m["hook.byKey"]}</span>}
          <HookCounts hook={hook} />
          {about !== null && <span className="td-small td-second">{about}</span>}
        </span>
        <Icon name="right" />
      </a>
    </li>
  );
}

/** What waits and what did not arrive, when there is any. */
export function HookCounts({ hook: { waiting, failed } }: { hook: Hook }) {
  const m = useWords();
  if (waiting === 0 && failed === 0) return null;
  return (
    <span className="hooks-counts">
      {waiting > 0 && <Tag>{m["hook.waiting"](waiting)}</Tag>}
      {failed > 0 && <Tag tone="todo">{m["hook.failed"](failed)}</Tag>}
    </span>
  );
}
