import { useOnline } from "../../../../online.ts";
import { Tag } from "../../../../ui/tag.tsx";
import { instantText } from "../../date-text.ts";
import { MutationState } from "../../mutation-state.tsx";
import { type Delivery, deliveryText, eventName, problemText } from "./hook-text.ts";
import { useReplay } from "./queries.ts";
import { deliveryTones } from "./state-tones.ts";
import { useWords, whyNot } from "./words.ts";

interface DeliveryRowProps {
  readonly hook: string;
  readonly delivery: Delivery;
  /** Whether its hook sends at all. */
  readonly isOpen: boolean;
}

/** One event on its way to a receiver, or how it ended there; what ended goes again at a tap. */
export function DeliveryRow({ hook, delivery, isOpen }: DeliveryRowProps) {
  const m = useWords();
  const isOnline = useOnline();
  const replay = useReplay(hook);
  const { eventId, type, at, state, problem } = delivery;
  const hasEnded = state === "done" || state === "failed";
  const name = eventName(m, type);
  const text = deliveryText(m, delivery);
  return (
    <li className="hooks-delivery">
      <div className="hooks-row-text">
        <span className="hooks-name">
          <b>{name}</b>
          <Tag tone={deliveryTones[state]}>{m[`hook.delivery.${state}`]}</Tag>
          <span className="td-small td-second">{instantText(at)}</span>
        </span>
        {text !== "" && <span className="td-small td-second">{text}</span>}
        {problem !== null && state !== "done" && <span className="td-small form-fault">{problemText(m, problem)}</span>}
      </div>
      {hasEnded && isOpen && (
        <button
          type="button"
          className="td-plain hooks-act"
          aria-label={m["hook.againWhich"](name, instantText(at))}
          disabled={!isOnline || replay.isPending}
          onClick={() => replay.mutate({ eventId })}
        >
          {m["hook.again"]}
        </button>
      )}
      <code className="td-weak hooks-event">{eventId}</code>
      <MutationState {...replay} why={(error) => whyNot(m, error)} />
    </li>
  );
}
