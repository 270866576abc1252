import type { Mapping } from "../../../../api.ts";
import { useUndoable } from "../../../../undoable.ts";
import { useSaving } from "./queries.ts";
import type { Reach } from "./reach-field.tsx";
import type { MappingDraft } from "./use-draft.ts";
import { useMappingWords } from "./words.ts";

/** Saving, going back and dropping changes; for six seconds the last of these can be taken back. */
export function useVersionActs(target: string, draft: MappingDraft, onDone: () => void) {
  const m = useMappingWords();
  const saving = useSaving(target);
  const { last, tell, forget } = useUndoable();
  const done = (before: number, reach: Reach, text: (version: number) => string) => (now: Mapping) => {
    draft.drop();
    onDone();
    tell(text(now.version), () => saving.mutate({ version: now.version, to: before, reach }));
  };
  return {
    ...{ saving, last, forget },
    save: (reach: Reach) => {
      const { version, rules } = draft;
      saving.mutate({ version, rules: [...rules], reach }, { onSuccess: done(version, reach, m["mapping.saved"]) });
    },
    back: (to: number, reach: Reach) => {
      const { held } = draft;
      saving.mutate({ version: held, to, reach }, { onSuccess: done(held, reach, m["mapping.backDone"]) });
    },
    drop: () => {
      const { rules } = draft;
      draft.drop();
      tell(m["mapping.discarded"], () => draft.replace(rules));
    },
  };
}
