import type { Mapping, MappingPreview, TargetCheck } from "../../../../api.ts";
import { FieldRow } from "./field-row.tsx";
import { goneRules, ruleFor } from "./rules.ts";
import { toldOf } from "./told.ts";
import type { MappingDraft } from "./use-draft.ts";
import type { Field } from "./way.ts";
import { flawText, useMappingWords } from "./words.ts";

interface FieldListProps {
  readonly mapping: Mapping;
  readonly draft: MappingDraft;
  readonly preview: MappingPreview | undefined;
  readonly offers: TargetCheck["offers"];
  readonly opened: Field | null;
  readonly onOpen: (field: Field) => void;
}

const things = ["worklog", "task"] as const;

/** The fields of hours and of tasks, each with what fills it. */
export function FieldList({ mapping, draft, preview, offers, opened, onOpen }: FieldListProps) {
  const m = useMappingWords();
  const gone = goneRules(draft.rules, mapping.fields);
  return (
    <>
      {things.map((of) => (
        <Things key={of} fields={mapping.fields.filter((field) => field.of === of)} title={m[`mapping.of.${of}`]}>
          {(field) => (
            <FieldRow
              key={field.name}
              {...{ field, offers }}
              rule={ruleFor(draft.rules, field)}
              told={toldOf(preview, mapping.flaws, field)}
              isChanged={draft.changed.some((one) => one.of === of && one.name === field.name)}
              isOpen={opened?.of === of && opened.name === field.name}
              onOpen={() => onOpen(field)}
            />
          )}
        </Things>
      ))}
      {gone.length > 0 && (
        <section className="td-card mapping-fields">
          <h2 className="target-sub">{m["mapping.gone"]}</h2>
          <ul>
            {gone.map(({ of, to }) => (
              <li key={`${of}.${to}`} className="mapping-gone">
                <span>
                  <b>{to}</b>
                  <span className="td-small form-fault">{flawText(m, "unknown-field")}</span>
                </span>
                <button type="button" className="target-act td-plain" onClick={() => draft.set({ of, name: to }, null)}>
                  {m["mapping.removeGone"]}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface ThingsProps {
  readonly fields: readonly Field[];
  readonly title: string;
  readonly children: (field: Field) => React.ReactNode;
}

function Things({ fields, title, children }: ThingsProps) {
  if (fields.length === 0) return null;
  return (
    <section className="td-card mapping-fields">
      <h2 className="target-sub">{title}</h2>
      <ul>{fields.map(children)}</ul>
    </section>
  );
}
