import { demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandProject, type HookWish, keepHook, type MadeHook } from "../hooks/keep.ts";

/**
 * Makes a hook with a secret that is told once; IFTTT's has none, because nobody there would look. Refused `invalid-input` for an
 * address that may not be, `not-found` for a project that is not there, `hook-id-reused`.
 */
export async function makeHook(ctx: Context, wish: HookWish): Promise<MadeHook> {
  demandRole(ctx, "admin");
  await demandProject(ctx, wish.projectId);
  const made = await keepHook(ctx, { ...wish, keyId: null });
  if (made === null) throw new Refusal("hook-id-reused");
  return made;
}
