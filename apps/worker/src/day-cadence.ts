import type { Instant } from "@today/core/time/minutes";

/** The calls a month has and what a pull of everybody costs. */
export interface CallBudget {
  readonly monthlyCalls: number;
  readonly used: number;
  readonly people: number;
}

/** A pull of today's punches may be made at 08:12, 08:42, … 22:42 in Beijing, thirty times a day. */
const slotsADay = 30;
const slotMs = 1_800_000;
const dayMs = 86_400_000;
const firstSlotMs = 12 * 60_000;
const nightMs = (18 * 60 + 10) * 60_000;

/** Whether the month's calls allow a pull of today's punches at this time, when every night is paid for and the rest is spread evenly. */
export function isDayPullDue(budget: CallBudget, now: Instant): boolean {
  const slot = slotOf(now);
  if (slot === null) return false;
  const calls = Math.ceil(budget.people / 50);
  if (calls === 0) return false;
  const days = daysLeft(now);
  const free = budget.monthlyCalls - budget.used - days * callsANight(budget.people);
  const runs = Math.floor(free / calls);
  const slots = slotsADay - slot + (days - 1) * slotsADay;
  if (runs <= 0) return false;
  return slot % Math.ceil(slots / runs) === 0;
}

/** When punches are pulled next, by day or by night. */
export function nextPullAt(budget: CallBudget, now: Instant): Instant {
  const midnight = Math.floor(now / dayMs) * dayMs;
  const night = midnight + nightMs + (now >= midnight + nightMs ? dayMs : 0);
  for (let at = midnight + firstSlotMs; at < night; at += slotMs) {
    if (at > now && isDayPullDue(budget, at)) return at;
  }
  return night;
}

/** About what a night costs: punches, results, schedules, leaves. */
function callsANight(people: number): number {
  return 5 * Math.ceil(people / 50) + 2 * Math.ceil(people / 100);
}

function slotOf(now: Instant): number | null {
  const slot = Math.floor(((((now - firstSlotMs) % dayMs) + dayMs) % dayMs) / slotMs);
  return slot < slotsADay ? slot : null;
}

function daysLeft(now: Instant): number {
  const date = new Date(now);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return lastDay - date.getUTCDate() + 1;
}
