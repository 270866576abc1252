import { SaveState } from "../../ui/save-state.tsx";

interface MutationStateProps {
  readonly isPending: boolean;
  readonly error: Error | null;
  /** Why it was refused, in the words of the room. */
  readonly why: (error: unknown) => string;
}

/** How a change is doing, at the thing that changes; nothing before the first and after a good one. */
export function MutationState({ isPending, error, why }: MutationStateProps) {
  if (isPending) return <SaveState of={{ state: "saving" }} />;
  return error === null ? null : <SaveState of={{ state: "failed", why: why(error) }} />;
}
