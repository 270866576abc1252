import type { Shift } from "@today/core/shift";
import { minuteOf } from "@today/core/time/zone";
import { keyOf } from "@today/db/arrival";
import { type ReceivedPunch, readPunchVersions } from "@today/db/punch";
import { readShifts } from "@today/db/schedule";
import type { ApprovedFact } from "@today/dingtalk/approval/fact";
import { correctionId } from "@today/dingtalk/attendance/punch-record";
import type { Context } from "../context.ts";

/**
 * The punches of 补卡 that were agreed, and taken back those that no longer are. They bear the id under which records and results tell
 * of the same correction, so that it is one punch; where those came first nothing is added.
 */
export async function correctionsOf(ctx: Context, facts: readonly ApprovedFact[]): Promise<ReceivedPunch[]> {
  const { db, company } = ctx;
  const asked = facts.flatMap((fact) =>
    fact.userIds.flatMap((personId) =>
      fact.correction === null ? [] : [{ ...fact.correction, personId, date: fact.correction.workDate, fact }],
    ),
  );
  if (asked.length === 0) return [];
  const shifts = new Map((await readShifts(db, company.id, asked)).map((day) => [keyOf(day), day.shift]));
  const kept = await readPunchVersions(db, company.id, asked);
  return asked.flatMap(({ personId, date, planId, type: said, fact }) => {
    const type = said ?? typeBy(minuteOf(fact.from, date, company.zone), shifts.get(keyOf({ personId, date })));
    if (type === null) return [];
    const recordId = correctionId({ userId: personId, type, at: fact.from });
    const versions = kept.filter((one) => one.recordId === recordId && one.personId === personId && one.date === date);
    const last = versions.toSorted((a, b) => a.receivedAt - b.receivedAt).at(-1);
    const isAgreed = fact.state === "agreed";
    if (isAgreed === (last?.valid === 1)) return [];
    // Another approval of the same minute still holds.
    const isHeld = facts.some((other) => other !== fact && other.state === "agreed" && other.from === fact.from);
    if (!isAgreed && (last === undefined || isHeld)) return [];
    return [
      {
        ...nowhere,
        ...{ personId, date, recordId, planId, type },
        at: fact.from,
        ...validity(isAgreed),
        modifiedAt: fact.modifiedAt,
      },
    ];
  });
}

function validity(valid: boolean) {
  return { valid, invalidReason: valid ? null : "revoked" };
}

/** A form that does not say which end of the day it is about is about the nearer one. */
function typeBy(minute: number, shift: Shift | null | undefined): "on" | "off" | null {
  const sections = shift?.sections ?? [];
  const far = (edges: readonly number[]) => Math.min(...edges.map((edge) => Math.abs(edge - minute)));
  if (sections.length === 0) return null;
  return far(sections.map(({ start }) => start)) <= far(sections.map(({ end }) => end)) ? "on" : "off";
}

const nowhere = {
  ...{ result: null, locationResult: null, sourceType: "APPROVE", lat: null, lng: null, accuracy: null },
  ...{ ssid: null, bssid: null, machine: null, address: null, remark: null },
} as const;
