import type { Instant } from "@today/core/time/minutes";

/** Now. A `CLOCK` binding, which the simulator brings, answers with milliseconds as text; without one it is the real time. */
export async function readClock(clock: Fetcher | undefined): Promise<Instant> {
  if (clock === undefined) return Date.now();
  const answer = await clock.fetch("http://clock/");
  const now = Number(await answer.text());
  if (!answer.ok || !Number.isFinite(now)) throw new Error("CLOCK does not tell the time");
  return now;
}

/** Makes a watch that tells the milliseconds since it was started, whatever the product's clock says. */
export function startWatch(): () => number {
  const started = Date.now();
  return () => Date.now() - started;
}

/** Waits that many real milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** A clock that stands at an instant now and goes on with real time. */
export function clockFrom(start: Instant): { now(): Instant; sleep(ms: number): Promise<void> } {
  const elapsed = startWatch();
  return { now: () => Math.round(start + elapsed()), sleep };
}
