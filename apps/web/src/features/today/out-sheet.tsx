import type { Minutes } from "@today/core/time/minutes";
import { useState } from "react";
import { clockTime, longDate } from "../../format.ts";
import { type Message, useMessage } from "../../message.ts";
import { type Reason, reasonText } from "../../reason.ts";
import { Button } from "../../ui/button.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { TimeField } from "../../ui/time-field.tsx";
import type { OutWish } from "./asking-out.ts";
import type { Question, Stand } from "./questions.ts";

interface OutSheetProps {
  readonly isOpen: boolean;
  readonly question: Question;
  readonly stand: Stand;
  readonly onAsk: (wish: OutWish) => void;
  readonly onClose: () => void;
}

/** 选别的时间: when it was, and why the punch is missing. */
export function OutSheet({ isOpen, onClose, ...inside }: OutSheetProps) {
  const m = useMessage();
  return (
    <Sheet isOpen={isOpen} title={m["today.outAt"]} onClose={onClose}>
      <OutForm {...inside} />
    </Sheet>
  );
}

/** Nobody works longer than this without a punch. */
const longest: Minutes = 16 * 60;

function OutForm({ question, stand, onAsk }: Omit<OutSheetProps, "isOpen" | "onClose">) {
  const m = useMessage();
  const { date, on, end } = question;
  const isReturned = stand.state === "returned";
  const [at, setAt] = useState(isReturned ? stand.at : end);
  const usual = usualReasons(m);
  const [reason, setReason] = useState<Reason>({ chip: isReturned ? null : (usual[0] ?? null), text: "" });
  const text = reasonText(reason, m["ask.reasonComma"]);
  return (
    <div className="td-today-form">
      <p className="td-small td-second">
        {longDate(date, m.lang)}
        {isReturned && <span className="td-today-returned">{returnedText(m, stand)}</span>}
      </p>
      <TimeField label={m["today.outTime"]} value={at} first={on + 1} last={on + longest} onChange={setAt} />
      <ReasonField value={reason} usual={usual} onChange={setReason} />
      <Button kind="primary" tall block disabled={text === ""} onClick={() => onAsk({ date, at, reason: text })}>
        {m["today.sendOut"](clockTime(at, m.lang), question.answerer?.name ?? m["ask.hr"])}
      </Button>
    </div>
  );
}

/** Why a punch is missing, the likeliest first. */
export function usualReasons(m: Message): readonly string[] {
  return [m["ask.reason.forgot"], m["ask.reason.battery"], m["ask.reason.signal"], m["ask.reason.outside"]];
}

/** `退回了：时间不对`. */
export function returnedText(m: Message, { why }: { readonly why: string | null }): string {
  return why === null ? m["ask.returnedBare"] : m["ask.returned"](why);
}
