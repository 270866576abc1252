import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../../../../ui/icon.tsx";
import { SourceChips } from "./source-chips.tsx";
import { type Caret, inserted, piecesOf, typedInto, withoutChip } from "./template.ts";
import { sourceText, useMappingWords } from "./words.ts";

interface TemplateFieldProps {
  readonly template: string;
  readonly sources: readonly string[];
  readonly record: Readonly<Record<string, string>> | null;
  readonly onChange: (template: string) => void;
}

/** A text with sources of ours in it as chips; words are typed between them, chips are tapped in and out. */
export function TemplateField({ template, sources, record, onChange }: TemplateFieldProps) {
  const m = useMappingWords();
  const id = useId();
  const { box, caret, remember, moveTo } = useCaret();
  const pieces = piecesOf(template);
  const change = ({ template, caret }: { template: string; caret: Caret }) => {
    onChange(template);
    moveTo(caret);
  };
  const type = (piece: number, { value, selectionStart }: HTMLInputElement) => {
    onChange(typedInto(template, piece, value));
    // A brace becomes another character, which would send the caret to the end.
    if (/[{}]/u.test(value)) moveTo({ piece, at: selectionStart ?? value.length });
  };
  const onKey = (piece: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (selectionStart !== selectionEnd || event.nativeEvent.isComposing) return;
    const isFirst = selectionStart === 0 && piece > 0;
    const isLast = selectionStart === value.length && piece < pieces.length - 1;
    if (event.key === "Backspace" && isFirst) change(withoutChip(template, piece - 1));
    else if (event.key === "Delete" && isLast) change(withoutChip(template, piece + 1));
    else if (event.key === "ArrowLeft" && isFirst) moveTo({ piece: piece - 2, at: Number.MAX_SAFE_INTEGER });
    else if (event.key === "ArrowRight" && isLast) moveTo({ piece: piece + 2, at: 0 });
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="form-field">
        <span id={id} className="td-small td-second">
          {m["mapping.template"]}
        </span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a box of its own */}
        <div ref={box} role="group" aria-labelledby={id} className="mapping-box">
          {pieces.map((piece, at) =>
            "text" in piece ? (
              <span key={at} className="mapping-words" data-text={piece.text}>
                <input
                  value={piece.text}
                  data-piece={at}
                  aria-label={m["mapping.words"](at / 2 + 1)}
                  placeholder={template === "" ? m["mapping.wordsPlace"] : undefined}
                  maxLength={500}
                  autoComplete="off"
                  onChange={({ target }) => type(at, target)}
                  onSelect={({ currentTarget }) => remember({ piece: at, at: currentTarget.selectionStart ?? 0 })}
                  onKeyDown={onKey(at)}
                />
              </span>
            ) : (
              <button
                key={at}
                type="button"
                className="mapping-chip"
                data-unknown={!sources.includes(piece.source) || undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => change(withoutChip(template, at))}
              >
                <span className="td-hidden">{m["mapping.take"](sourceText(m, piece.source))}</span>
                <span aria-hidden="true">{sourceText(m, piece.source)}</span>
                <Icon name="close" size="0.875em" />
              </button>
            ),
          )}
        </div>
      </div>
      <SourceChips
        {...{ sources, record }}
        onTap={(source) => change(inserted(template, source, caret(pieces.length)))}
      />
    </>
  );
}

/** Where one types in the box, kept also while a chip is tapped; the focus only moves inside the box. */
function useCaret() {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<Caret | null>(null);
  const [next, setNext] = useState<Caret | null>(null);
  useLayoutEffect(() => {
    const input = box.current?.querySelector<HTMLInputElement>(`[data-piece="${next?.piece}"]`);
    if (next === null || !input) return;
    input.focus();
    const at = Math.min(next.at, input.value.length);
    input.setSelectionRange(at, at);
  }, [next]);
  return {
    box,
    caret: (pieces: number) => (last.current !== null && last.current.piece < pieces ? last.current : null),
    remember: (caret: Caret) => {
      last.current = caret;
    },
    moveTo: (caret: Caret) => {
      last.current = caret;
      if (box.current?.contains(document.activeElement)) setNext({ ...caret });
    },
  };
}
