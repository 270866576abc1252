import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import { type ExportChoice, type Exported, exportFault, exportHref } from "../export-choice.ts";
import { monthOf } from "../period.ts";
import { useReportWords } from "../report-words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Segments } from "./segments.tsx";
import { Sheet } from "./sheet.tsx";
import "./export-button.css";

interface ExportProps {
  /** What may be taken away, the first chosen to begin with. */
  readonly kinds: readonly Exported[];
  readonly today: WorkDate;
  /** Null for all of them. */
  readonly project: string | null;
}

/** 导出, and the sheet in which one says what, from when to when, and as what. */
export function ExportButton(props: ExportProps) {
  const m = useReportWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="import" onClick={() => setOpen(true)}>
        {m["report.export"]}
      </Button>
      <Sheet isOpen={isOpen} title={m["report.export"]} onClose={() => setOpen(false)}>
        <ExportForm {...props} />
      </Sheet>
    </>
  );
}

function ExportForm({ kinds, today, project }: ExportProps) {
  const m = useReportWords();
  const [choice, setChoice] = useState(() => begun(kinds[0] ?? "hours", today));
  const fault = exportFault(choice);
  const names = {
    hours: m["report.export.hours"],
    approvals: m["report.export.approvals"],
    cost: m["report.export.cost"],
  };
  const offered = Object.fromEntries(kinds.map((kind) => [kind, names[kind]])) as typeof names;
  const choose = (what: Exported) => setChoice({ ...begun(what, today), format: choice.format });
  return (
    <div className="td-export">
      {kinds.length > 1 && (
        <Segments label={m["report.exportWhat"]} options={offered} value={choice.what} onChange={choose} />
      )}
      <Span choice={choice} onChange={setChoice} />
      <Segments
        label={m["report.exportHow"]}
        options={{ xlsx: "XLSX", csv: "CSV" }}
        value={choice.format}
        onChange={(format) => setChoice({ ...choice, format })}
      />
      {fault === null ? (
        <a className="td-export-file" href={exportHref(choice, m.lang, project)} download>
          <Icon name="import" strong />
          {m["report.exportFile"](names[choice.what], choice.format.toUpperCase())}
        </a>
      ) : (
        <p className="td-export-fault" role="alert">
          {m[`report.${fault}`]}
        </p>
      )}
      <p className="td-small td-weak">{m["report.exportNote"]}</p>
    </div>
  );
}

function Span({ choice, onChange }: { choice: ExportChoice; onChange: (choice: ExportChoice) => void }) {
  const m = useReportWords();
  const type = choice.what === "cost" ? "month" : "date";
  return (
    <div className="td-export-span">
      <label>
        {m["report.exportFrom"]}
        <input type={type} value={choice.from} onChange={(e) => onChange({ ...choice, from: e.target.value })} />
      </label>
      <label>
        {m["report.exportTo"]}
        <input type={type} value={choice.to} onChange={(e) => onChange({ ...choice, to: e.target.value })} />
      </label>
    </div>
  );
}

function begun(what: Exported, today: WorkDate): ExportChoice {
  const { first, last } = monthOf(today);
  const month = today.slice(0, 7);
  return what === "cost"
    ? { what, format: "xlsx", from: month, to: month }
    : { what, format: "xlsx", from: first, to: last };
}
