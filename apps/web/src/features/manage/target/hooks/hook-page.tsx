import { type ReactNode, useState } from "react";
import type { Hook, Hooks } from "../../../../api.ts";
import { Sheet } from "../../../../ui/sheet.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { instantText } from "../../date-text.ts";
import { DeliveryList } from "./delivery-list.tsx";
import { HookActs } from "./hook-acts.tsx";
import { HookForm } from "./hook-form.tsx";
import { HookCounts } from "./hook-list.tsx";
import { aboutText, eventName, hookText } from "./hook-text.ts";
import { useProjects } from "./queries.ts";
import { stateTones } from "./state-tones.ts";
import { TestButton } from "./test-button.tsx";
import { useWords } from "./words.ts";

interface HookPageProps {
  readonly hook: Hook;
  readonly types: Hooks["types"];
}

/** One hook: how it stands, what it is told, and what became of every delivery. */
export function HookPage({ hook, types }: HookPageProps) {
  const [isEditing, setEditing] = useState(false);
  const close = () => setEditing(false);
  return (
    <div className="hooks-panes">
      <div className="hooks-pane">
        <HookCard hook={hook}>
          <TestButton hook={hook.id} />
          <HookActs hook={hook} onEdit={() => setEditing(true)} />
        </HookCard>
        <Told hook={hook} types={types} />
      </div>
      <DeliveryList hook={hook} />
      <Sheet isOpen={isEditing} title={hook.name} onClose={close}>
        <HookForm hook={hook} types={types} onDone={close} />
      </Sheet>
    </div>
  );
}

function HookCard({ hook, children }: { hook: Hook; children: ReactNode }) {
  const m = useWords();
  const projects = useProjects();
  const { projectId, oldSecretUntil, keyId } = hook;
  const about = aboutText(m, hook);
  const project = projects.find(({ id }) => id === projectId)?.name ?? projectId;
  const facts = [
    m[`hook.kind.${hook.kind}`],
    hookText(m, hook),
    ...(project === null ? [] : [m["hook.ofProject"](project)]),
    ...(keyId === null ? [] : [m["hook.byKey"]]),
  ];
  return (
    <section className="td-card hooks-card" aria-labelledby="hook-name">
      <span className="hooks-name">
        <h2 id="hook-name" className="connection-sub">
          {hook.name}
        </h2>
        <Tag tone={stateTones[hook.state]}>{m[`hook.state.${hook.state}`]}</Tag>
      </span>
      <p className="td-small td-second">{facts.join(" · ")}</p>
      <HookCounts hook={hook} />
      {about !== null && <p className={hook.state === "paused" ? "td-second" : "hooks-about"}>{about}</p>}
      {oldSecretUntil !== null && (
        <p className="td-small td-second">{m["hook.oldSecret"](instantText(oldSecretUntil))}</p>
      )}
      {children}
    </section>
  );
}

function Told({ hook, types }: HookPageProps) {
  const m = useWords();
  const told = types.filter(({ name }) => hook.events.includes(name));
  return (
    <section className="td-card hooks-card" aria-labelledby="hook-tells">
      <h2 id="hook-tells" className="connection-sub">
        {m["hook.tells"]}
      </h2>
      <ul className="hooks-told">
        {told.map((type) => (
          <li key={type.name}>
            {eventName(m, type.name)}
            <span className="td-small td-second">{type[m.lang]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
