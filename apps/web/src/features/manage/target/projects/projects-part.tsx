import { EmptyState } from "../../../../ui/empty-state.tsx";
import { useWords } from "../words.ts";

export function ProjectsPart() {
  const m = useWords();
  return <EmptyState>{m["shell.nothingHere"]}</EmptyState>;
}
