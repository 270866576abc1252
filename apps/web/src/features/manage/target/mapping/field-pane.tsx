import { useId, useState } from "react";
import type { TargetCheck } from "../../../../api.ts";
import { thousands } from "../../../../money.ts";
import { Button } from "../../../../ui/button.tsx";
import { Segments } from "../../../../ui/segments.tsx";
import { Switch } from "../../../../ui/switch.tsx";
import type { KnownBySource } from "./known.ts";
import { PreviewBox } from "./preview-box.tsx";
import { SourceSelect } from "./source-select.tsx";
import { fitting } from "./sources.ts";
import { TableField } from "./table-field.tsx";
import { TemplateField } from "./template-field.tsx";
import type { Told } from "./told.ts";
import { ValueInput } from "./value-input.tsx";
import { type Field, fixed, fixedOf, fromSource, type Rule, sourceOf, turned, type Way, wayOf, waysOf } from "./way.ts";
import { sourceText, useMappingWords } from "./words.ts";

/** What a field is filled from: our sources, what they say of the record that is looked at, what is known of them, and what is offered there. */
export interface Ground {
  readonly sources: readonly string[];
  readonly record: Readonly<Record<string, string>> | null;
  readonly known: KnownBySource;
  readonly offers: TargetCheck["offers"];
  /** Whether what is offered there could not be asked for. */
  readonly isUnasked: boolean;
}

interface FieldPaneProps {
  readonly field: Field;
  readonly rule: Rule | null;
  readonly told: Told;
  readonly isLate: boolean;
  readonly ground: Ground;
  readonly isChanged: boolean;
  readonly onChange: (rule: Rule | null) => void;
  readonly onRestore: () => void;
  readonly onDone: () => void;
}

/** One field of theirs while it is changed: what it will say, the way it is filled, and what with. */
export function FieldPane({ field, rule, told, isLate, ground, isChanged, onChange, ...acts }: FieldPaneProps) {
  const m = useMappingWords();
  // A table without a source looks like one thing always, so what was tapped is remembered.
  const [tapped, setTapped] = useState<Way | null>(null);
  const way = rule === null ? "none" : (tapped ?? wayOf(field, rule));
  const turn = (next: Way) => {
    setTapped(next);
    onChange(turned(field, rule, next));
  };
  const restore = () => {
    setTapped(null);
    acts.onRestore();
  };
  const ways = waysOf(field).includes(way) ? waysOf(field) : [...waysOf(field), way];
  const options = Object.fromEntries(ways.map((one) => [one, m[`mapping.way.${one}`]])) as Record<Way, string>;
  return (
    <div className="form mapping-form">
      <PreviewBox {...{ field, told, isLate }} offers={ground.offers} />
      <div className="mapping-ways">
        <Segments label={m["mapping.way"]} options={options} value={way} onChange={turn} />
      </div>
      {rule === null ? (
        <p className="td-small td-second">{m["mapping.noneHint"]}</p>
      ) : (
        <>
          <Filled {...{ field, rule, way, ground, onChange }} />
          <Easing isOn={rule.optional} onChange={(optional) => onChange({ ...rule, optional })} />
        </>
      )}
      {field.limit && (
        <p className="td-small td-weak">{m[`mapping.limit.${field.limit.unit}`](thousands(field.limit.most))}</p>
      )}
      <div className="form-foot">
        {isChanged && (
          <Button block kind="quiet" onClick={restore}>
            {m["mapping.restore"]}
          </Button>
        )}
        <Button block kind="tint" onClick={acts.onDone}>
          {m["mapping.done"]}
        </Button>
      </div>
    </div>
  );
}

interface FilledProps {
  readonly field: Field;
  readonly rule: Rule;
  readonly way: Way;
  readonly ground: Ground;
  readonly onChange: (rule: Rule) => void;
}

function Filled({ field, rule, way, ground, onChange }: FilledProps) {
  const m = useMappingWords();
  const { sources, record, known, offers } = ground;
  if (way === "text") {
    return (
      <TemplateField {...{ sources, record }} template={rule.from} onChange={(from) => onChange({ ...rule, from })} />
    );
  }
  const isAsked = field.offers !== undefined && ground.isUnasked;
  const unasked = isAsked && <p className="td-small form-fault">{m["mapping.offersNone"]}</p>;
  if (way === "table") {
    const table = rule.table ?? { rows: {}, otherwise: "" };
    return (
      <>
        {unasked}
        <TableField {...{ field, rule, table, sources, offers, onChange }} known={known[sourceOf(rule)] ?? []} />
      </>
    );
  }
  if (way === "fixed") {
    return (
      <div className="form-field">
        <span className="td-small td-second">{m["mapping.value"]}</span>
        <ValueInput
          {...{ field, offers }}
          label={m["mapping.value"]}
          value={fixedOf(rule)}
          onChange={(value) => onChange(fixed(rule, value ?? ""))}
        />
        {unasked}
      </div>
    );
  }
  const source = sourceOf(rule);
  const text = (one: string) => [sourceText(m, one), record?.[one]].filter(Boolean).join(" · ");
  return (
    <SourceSelect
      sources={fitting(sources, field.kind, source)}
      {...{ source, text }}
      onChange={(one) => onChange(fromSource(rule, one))}
    />
  );
}

function Easing({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const m = useMappingWords();
  const id = useId();
  return (
    <div>
      <div className="td-row">
        <span id={id}>{m["mapping.optional"]}</span>
        <Switch isOn={isOn} labelledBy={id} describedBy={`${id}-about`} onChange={onChange}>
          {m[isOn ? "mapping.on" : "mapping.off"]}
        </Switch>
      </div>
      <p id={`${id}-about`} className="td-small td-weak">
        {m["mapping.optionalHint"]}
      </p>
    </div>
  );
}
