import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { useId, useState } from "react";
import type { Terms } from "../../../api.ts";
import { duration } from "../../../format.ts";
import { fenOf, yuan } from "../../../money.ts";
import { Segments } from "../../../ui/segments.tsx";
import { DateField } from "../date-field.tsx";
import { fullDate } from "../date-text.ts";
import { entryOn, offeredStart } from "./dated.ts";
import type { DatedActs } from "./dated-acts.ts";
import { FormFoot } from "./dated-frame.tsx";
import type { PersonPlace } from "./person-place.ts";
import { type RateDraft, type ReadRate, readRate } from "./rate-draft.ts";
import { useWords } from "./words.ts";

interface RateFormProps {
  /** The person's terms, and today's hours of a day where they are not known. */
  readonly known: { readonly terms: readonly Terms[]; readonly dailyMinutes: Minutes };
  readonly place: PersonPlace;
  readonly acts: DatedActs;
  readonly onSave: (startsOn: WorkDate, rate: Extract<ReadRate, { fenPerHour: number }>) => void;
  readonly onCancel: () => void;
}

/** Another rate from a date on, for an hour, or for a month with what an hour of it comes to. */
export function RateForm({ known, place: { today, openFrom }, acts, onSave, onCancel }: RateFormProps) {
  const m = useWords();
  const [startsOn, setStartsOn] = useState(() => offeredStart(today, openFrom));
  const [draft, setDraft] = useState<RateDraft>({ unit: "hour", written: "" });
  const dailyMinutes = entryOn(known.terms, startsOn)?.dailyMinutes ?? known.dailyMinutes;
  const rate = readRate(draft, dailyMinutes);
  const isOpen = openFrom === null || startsOn >= openFrom;
  const hour = "fenPerHour" in rate ? m["rate.hour"](yuan(rate.fenPerHour)) : null;
  return (
    <div className="form">
      <DateField
        label={m["people.dated"]}
        value={startsOn}
        first={openFrom}
        hint={openFrom === null ? null : m["people.lockedFrom"](fullDate(openFrom, m.lang))}
        onChange={setStartsOn}
      />
      <Segments
        label={m["rate.unit"]}
        options={{ hour: m["rate.byHour"], month: m["rate.byMonth"] }}
        value={draft.unit}
        onChange={(unit) => setDraft({ ...draft, unit })}
      />
      <Amount draft={draft} rate={rate} onChange={(written) => setDraft({ ...draft, written })} />
      {draft.unit === "month" && <Computed draft={draft} rate={rate} dailyMinutes={dailyMinutes} />}
      <FormFoot
        acts={acts}
        save={hour === null ? m["people.save"] : m["rate.save"](fullDate(startsOn, m.lang), hour)}
        isReady={isOpen && hour !== null}
        onSave={() => "fenPerHour" in rate && onSave(startsOn, rate)}
        onCancel={onCancel}
      />
    </div>
  );
}

interface AmountProps {
  readonly draft: RateDraft;
  readonly rate: ReadRate;
  readonly onChange: (written: string) => void;
}

function Amount({ draft, rate, onChange }: AmountProps) {
  const m = useWords();
  const id = useId();
  const fault = "fault" in rate && rate.fault !== "empty" ? rate.fault : null;
  return (
    <div className="form-field">
      <label htmlFor={id} className="td-small td-second">
        {m[draft.unit === "hour" ? "rate.amountHour" : "rate.amountMonth"]}
      </label>
      <input
        id={id}
        className="people-amount"
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
        value={draft.written}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={({ target }) => onChange(target.value)}
      />
      {fault !== null && (
        <p id={`${id}-fault`} className="td-small form-fault" role="alert">
          {m[`rate.fault.${fault}`]}
        </p>
      )}
    </div>
  );
}

interface ComputedProps {
  readonly draft: RateDraft;
  readonly rate: ReadRate;
  readonly dailyMinutes: Minutes;
}

/** `¥17,400.00 ÷ 21.75 天 ÷ 每天 8h00 = ¥100.00/小时`, as it is written. */
function Computed({ draft, rate, dailyMinutes }: ComputedProps) {
  const m = useWords();
  const day = duration(dailyMinutes);
  const month = fenOf(draft.written);
  return (
    <output className="td-small td-second">
      {"fenPerHour" in rate && month !== null
        ? m["rate.computed"](yuan(month), day, yuan(rate.fenPerHour))
        : m["rate.basis"](day)}
    </output>
  );
}
