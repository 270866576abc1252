import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TargetCheck } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { ApiProblem } from "../../../problem.ts";
import { checkedPart, type Draft, type Product } from "./setting-draft.ts";

/** Asks a product with settings that are not kept yet; what it told holds until something else than a choice is changed. */
export function useTrying({ kind, form }: Product, draft: Draft) {
  const [told, setTold] = useState<{ readonly check: TargetCheck; readonly of: string } | null>(null);
  const asking = useMutation({
    mutationFn: (settings: Draft) => targetApi.tryOut({ kind, settings: { ...settings } }),
    onSuccess: (check, settings) => setTold({ check, of: checkedPart(form, settings) }),
    gcTime: 0,
  });
  const check = told !== null && told.of === checkedPart(form, draft) ? told.check : null;
  return { asking, check, offers: told?.check.offers ?? {} };
}

/** What is wrong with a setting, by a check or by a refusal; null for nothing. */
export function faultOf(name: string, check: TargetCheck | null, error: unknown): string | null {
  if (check !== null && !check.works && check.field === name) return check.problem;
  if (!(error instanceof ApiProblem)) return null;
  return error.fields.find(({ path }) => path === `settings.${name}`)?.message ?? null;
}
