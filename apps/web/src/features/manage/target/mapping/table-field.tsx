import { useId, useState } from "react";
import type { TargetCheck } from "../../../../api.ts";
import { Icon } from "../../../../ui/icon.tsx";
import { type Known, shownRows } from "./known.ts";
import { SourceSelect } from "./source-select.tsx";
import { askedBy, askedText } from "./sources.ts";
import { ValueInput } from "./value-input.tsx";
import { type Field, fromSource, type Rule, rowSet, sourceOf, type Table } from "./way.ts";
import { useMappingWords } from "./words.ts";

interface TableFieldProps {
  readonly field: Field;
  readonly rule: Rule;
  readonly table: Table;
  readonly sources: readonly string[];
  /** What the chosen source can say, as far as it is known. */
  readonly known: readonly Known[];
  readonly offers: TargetCheck["offers"];
  readonly onChange: (rule: Rule) => void;
}

/** A source, and what the field says for each thing that the source can say. */
export function TableField({ field, rule, table, sources, known, offers, onChange }: TableFieldProps) {
  const m = useMappingWords();
  const source = sourceOf(rule);
  const set = (key: string, value: string | null) => onChange({ ...rule, table: rowSet(table, key, value) });
  const rows = shownRows(known, table.rows);
  return (
    <>
      <SourceSelect
        sources={askedBy(sources)}
        source={source}
        text={(one) => askedText(m, one)}
        // What another source says is nothing to this table.
        onChange={(one) => onChange({ ...fromSource(rule, one), table: { ...table, rows: {} } })}
      />
      {source !== "" && (
        <div className="mapping-table">
          <p className="td-small td-second mapping-table-head">
            <span>{m["mapping.key"](askedText(m, source))}</span>
            <span>{m["mapping.then"]}</span>
          </p>
          {rows.map(({ key, text, isOwn }) => (
            <div key={key} className="mapping-table-row">
              <span>{text}</span>
              <ValueInput
                {...{ field, offers }}
                label={`${m["mapping.key"](askedText(m, source))} ${text}`}
                value={Object.hasOwn(table.rows, key) ? (table.rows[key] ?? "") : null}
                asOthers={isOwn ? undefined : m["mapping.asOthers"]}
                onChange={(value) => set(key, value)}
              />
              {isOwn && (
                <button type="button" className="td-plain mapping-table-gone" onClick={() => set(key, null)}>
                  <Icon name="close" />
                  <span className="td-hidden">{m["mapping.removeRow"](text)}</span>
                </button>
              )}
            </div>
          ))}
          <AddRow
            label={m["mapping.addRowLabel"](askedText(m, source))}
            known={known.filter(({ key }) => rows.every((row) => row.key !== key))}
            onAdd={(key) => set(key, table.rows[key] ?? "")}
          />
          <div className="mapping-table-row mapping-table-otherwise">
            <b>{m["mapping.otherwise"]}</b>
            <ValueInput
              {...{ field, offers }}
              label={m["mapping.otherwise"]}
              value={table.otherwise}
              onChange={(value) => onChange({ ...rule, table: { ...table, otherwise: value ?? "" } })}
            />
          </div>
          {source.endsWith(".code") && source !== "project.code" && (
            <p className="td-small td-weak">{m["mapping.codeHint"]}</p>
          )}
        </div>
      )}
    </>
  );
}

interface AddRowProps {
  readonly label: string;
  /** What is known and not in the table yet. */
  readonly known: readonly Known[];
  readonly onAdd: (key: string) => void;
}

function AddRow({ label, known, onAdd }: AddRowProps) {
  const m = useMappingWords();
  const id = useId();
  const [typed, setTyped] = useState("");
  const key = typed.trim();
  const add = () => {
    if (key === "") return;
    onAdd(key);
    setTyped("");
  };
  return (
    <div className="mapping-table-row">
      <input
        aria-label={label}
        list={known.length > 0 ? id : undefined}
        value={typed}
        maxLength={200}
        autoComplete="off"
        placeholder={label}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => event.key === "Enter" && add()}
      />
      {known.length > 0 && (
        <datalist id={id}>
          {known.map(({ key, text }) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </datalist>
      )}
      <button type="button" className="target-act td-plain" disabled={key === ""} onClick={add}>
        <Icon name="plus" />
        {m["mapping.addRow"]}
      </button>
    </div>
  );
}
