import { useState } from "react";
import { type Reason, reasonText } from "../../../reason.ts";
import { useWords } from "./words.ts";

// Whoever mends twenty of a kind says the same twenty times.
let lastChip: string | null = null;

/** A reason being said; the usual one that was said last stands there already. */
export function useReason(usual: readonly string[]) {
  const m = useWords();
  const [value, setValue] = useState<Reason>({ chip: usual.find((chip) => chip === lastChip) ?? null, text: "" });
  const keep = () => {
    lastChip = value.chip;
  };
  return { value, usual, onChange: setValue, text: reasonText(value, m["ask.reasonComma"]), keep };
}
