import { keepShift, readShiftVersions, type StoredShift } from "@today/db/shift";
import { type ShiftDetail, shift, shiftVersion } from "@today/dingtalk/attendance/shift";
import { DingTalkError, type DingTalkErrorKind } from "@today/dingtalk/error";
import type { Context } from "../context.ts";
import { operatorOf } from "./operator.ts";

/** A shift in the version that a schedule names, `""` when it names none. */
interface Wanted {
  readonly id: string;
  readonly version: string;
}

/** What a shift in one version is known by, `"677995086\n588655171"`. */
export function shiftKey(id: string, version: string | null): string {
  return `${id}\n${version ?? ""}`;
}

/**
 * A shift in one version, asked and kept when it is new; it never changes. Today's costs one call, an earlier one two. Null when
 * DingTalk no longer knows it or does not say.
 */
export async function findShift(ctx: Context, wanted: Wanted): Promise<StoredShift | null> {
  const stored = await readShiftVersions(ctx.db, ctx.company.id, [wanted.id]);
  const known = stored.find(({ version }) => version === wanted.version);
  if (known !== undefined) return known;
  const asked = await askShift(ctx, wanted);
  if (asked === null) return null;
  const { name, sections, breaks } = asked;
  const found = { ...wanted, name, sections, breaks };
  await ctx.db.batch([keepShift(ctx.db, ctx.company.id, found)]);
  return found;
}

/** A day keeps the shift it had: one that was edited since is looked for in its history. */
async function askShift(ctx: Context, wanted: Wanted): Promise<ShiftDetail | null> {
  const { id: shiftId, version } = wanted;
  const today = await shiftToday(ctx, shiftId);
  if (today !== null && (version === "" || today.version === null || today.version === version)) return today;
  if (!/^\d+$/.test(version)) return null;
  const opUserId = await operatorOf(ctx);
  // Whether an app may ask for history is told by DingTalk's answer alone.
  return unless(shiftVersion(ctx.dingtalk, { opUserId, shiftId, version }), ["not-found", "bad-request", "permission"]);
}

/** The shift as it is today, asked once; null when there is none any more. */
export function shiftToday(ctx: Context, shiftId: string): Promise<ShiftDetail | null> {
  return ctx.dingtalk.once(`shift ${shiftId} today`, async () => {
    const opUserId = await operatorOf(ctx);
    return unless(shift(ctx.dingtalk, { opUserId, shiftId }), ["not-found", "bad-request"]);
  });
}

async function unless<T>(asking: Promise<T>, kinds: readonly DingTalkErrorKind[]): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof DingTalkError && kinds.includes(error.kind)) return null;
    throw error;
  }
}
