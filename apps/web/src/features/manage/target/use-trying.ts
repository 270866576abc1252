import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TargetCheck } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { ApiProblem } from "../../../problem.ts";
import { checkedPart, type Draft, type Product, type SettingField } from "./setting-draft.ts";

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

/** What is known of a form that was tried or sent. */
interface Told {
  readonly form: readonly SettingField[];
  readonly check: TargetCheck | null;
  readonly error: unknown;
}

/** What is wrong with a setting, by a check or by a refusal; null for nothing. */
export function faultOf(field: SettingField, told: Told): string | null {
  const { check, error } = told;
  if (check !== null && !check.works && faultyField(told) === field.name) return check.problem;
  if (!(error instanceof ApiProblem)) return null;
  return error.fields.find(({ path }) => path === `settings.${field.name}`)?.message ?? null;
}

/** The setting that a failed check hangs on: as told, else the secret that was not taken or the address that is another one's. */
export function faultyField({ check, form }: Pick<Told, "check" | "form">): string | null {
  if (check === null || check.works) return null;
  if (form.some(({ name }) => name === check.field)) return check.field;
  const kind = kinds.find(([, codes]) => codes.some((code) => code === check.problem))?.[0];
  return form.find((one) => one.kind === kind)?.name ?? null;
}

const kinds = [
  ["secret", ["credentials", "login-failed"]],
  ["address", ["unreadable", "not-json", "refused-host", "host-private", "host-unknown", "https-wanted"]],
] as const satisfies readonly (readonly [SettingField["kind"], readonly string[]])[];
