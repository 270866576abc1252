import type { TargetCheck } from "../../../../api.ts";
import { askedText } from "./sources.ts";
import { piecesOf } from "./template.ts";
import { type Field, fixedOf, type Rule, sourceOf, wayOf } from "./way.ts";
import { type MappingWords, sourceText, useMappingWords } from "./words.ts";

type Offers = TargetCheck["offers"];

interface FillingProps {
  readonly field: Field;
  readonly rule: Rule | null;
  readonly offers: Offers;
}

/** What fills a field, in a line: words with chips, or a sentence. */
export function Filling({ field, rule, offers }: FillingProps) {
  const m = useMappingWords();
  const way = wayOf(field, rule);
  if (rule === null || way === "none") return <span className="td-weak">{m["mapping.empty"]}</span>;
  if (way === "fixed") {
    const value = choiceText(m, { field, offers }, fixedOf(rule));
    return <span>{value === "" ? m["mapping.empty"] : m["mapping.always"](value)}</span>;
  }
  if (way === "table") return <span>{tableText(m, { field, rule, offers })}</span>;
  if (rule.from === "") return <span className="td-weak">{m["mapping.empty"]}</span>;
  return <Template from={rule.from} />;
}

/** A template to read: `项目简称 · 地点`, the sources as chips. */
function Template({ from }: { from: string }) {
  const m = useMappingWords();
  return (
    <span className="mapping-template">
      {piecesOf(from).map((piece, at) =>
        "text" in piece ? (
          piece.text.trim() !== "" && <span key={at}>{piece.text}</span>
        ) : (
          <span key={at} className="mapping-chip">
            {sourceText(m, piece.source)}
          </span>
        ),
      )}
    </span>
  );
}

function tableText(m: MappingWords, { field, rule, offers }: FillingProps & { rule: Rule }): string {
  const source = sourceOf(rule);
  if (source === "") return m["mapping.noSource"];
  const text = m["mapping.byTable"](askedText(m, source), Object.keys(rule.table?.rows ?? {}).length);
  const otherwise = choiceText(m, { field, offers }, rule.table?.otherwise ?? "") || m["mapping.empty"];
  return [text, m["mapping.otherwiseShort"](otherwise)].join(m.lang === "zh" ? "，" : ", ");
}

/** What a value is called: a choice by its name over there. */
export function choiceText(
  m: MappingWords,
  { field, offers }: { readonly field: Field; readonly offers: Offers },
  value: string,
): string {
  const choices = field.offers === undefined ? [] : (offers[field.offers] ?? []);
  return choices.find((choice) => choice.value === value)?.label[m.lang] ?? value;
}
