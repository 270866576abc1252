import { useState } from "react";
import type { CalendarYear } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { type Reason, reasonText } from "../../../reason.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { ReasonField } from "../../../ui/reason-field.tsx";
import { MutationState } from "../mutation-state.tsx";
import { type FileFault, type ReadFile, readYearFile, type YearFile } from "./calendar-file.ts";
import { Example } from "./file-example.tsx";
import { FilePreview, isLoadable } from "./file-preview.tsx";
import { useSetYear } from "./use-calendar.ts";
import { useWords, type Words, whyNot } from "./words.ts";

interface FilePaneProps {
  readonly view: CalendarYear;
  readonly onSaved: (source: string) => void;
}

type Opened = ReadFile & { readonly name: string; readonly turn: number };

/** Another region's year from a file: chosen, looked at, and with a reason put in the place of what holds. */
export function FilePane({ view, onSaved }: FilePaneProps) {
  const m = useWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = async (file: File) => {
    const read = readYearFile(await file.text(), view.year);
    setOpened((before) => ({ ...read, name: file.name, turn: (before?.turn ?? 0) + 1 }));
  };
  return (
    <div className="form calendar-form">
      <p className="td-small td-second">{m["calendar.fileWhat"]}</p>
      <Example year={view.year} />
      <label className="calendar-choose">
        <Icon name="import" strong />
        {m["calendar.fileChoose"]}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) void open(file);
            target.value = "";
          }}
        />
      </label>
      {opened && "faults" in opened && <Faults name={opened.name} faults={opened.faults} />}
      {opened && "file" in opened && (
        <Loading key={opened.turn} name={opened.name} file={opened.file} view={view} onSaved={onSaved} />
      )}
    </div>
  );
}

function Loading({ name, file, view, onSaved }: { name: string; file: YearFile } & FilePaneProps) {
  const m = useWords();
  const isOnline = useOnline();
  const change = useSetYear(view.year);
  const [reason, setReason] = useState<Reason>({ chip: null, text: "" });
  const why = reasonText(reason, m["ask.reasonComma"]);
  const save = () =>
    change.mutate(
      { source: file.source, days: { ...file.days }, reason: why },
      { onSuccess: () => onSaved(file.source) },
    );
  return (
    <>
      <FilePreview name={name} file={file} view={view} />
      {isLoadable(file, view) && (
        <>
          <ReasonField value={reason} usual={m["calendar.fileReasons"]} onChange={setReason} />
          <div className="form-foot">
            <MutationState {...change} why={(error) => whyNot(m, error)} />
            {!isOnline && <p className="td-small form-fault">{m["calendar.offline"]}</p>}
            <Button block kind="primary" disabled={!isOnline || change.isPending || why === ""} onClick={save}>
              {m["calendar.fileSave"](view.year)}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

const shownFaults = 8;

function Faults({ name, faults }: { name: string; faults: readonly FileFault[] }) {
  const m = useWords();
  const more = faults.length - shownFaults;
  return (
    <div role="alert">
      <p className="form-fault">
        <b>{m["calendar.fileUnread"](name)}</b>
      </p>
      <ul className="calendar-faults">
        {faults.slice(0, shownFaults).map((fault) => (
          <li key={`${fault.name}${"date" in fault ? fault.date : ""}${"value" in fault ? fault.value : ""}`}>
            {faultText(m, fault)}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="td-small td-weak">{m["calendar.fileMore"](more)}</p>}
    </div>
  );
}

function faultText(m: Words, fault: FileFault): string {
  if (fault.name === "no-kind") return m["calendar.fault.no-kind"](fault.date, fault.value);
  return "value" in fault ? m[`calendar.fault.${fault.name}`](fault.value) : m[`calendar.fault.${fault.name}`];
}
