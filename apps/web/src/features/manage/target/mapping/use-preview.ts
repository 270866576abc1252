import { useQuery } from "@tanstack/react-query";
import type { MappingPreviewInput } from "../../../../api.ts";
import { useSettled } from "../../../../settled.ts";
import { previewQuery } from "./queries.ts";
import { type Sample, wishOf } from "./sample.ts";
import type { Rule } from "./way.ts";

/** What rules make of a real record, asked for once the fingers rest. */
export function usePreview(target: string, rules: readonly Rule[], sample: Sample) {
  const input: MappingPreviewInput = { rules: [...rules], ...wishOf(sample) };
  const asked = JSON.stringify(input);
  const settled = useSettled(asked);
  const query = useQuery(previewQuery(target, JSON.parse(settled) as MappingPreviewInput));
  return { query, preview: query.data, isLate: asked !== settled || query.isPlaceholderData };
}
