import type { Minutes } from "@today/core/time/minutes";

/** One part of a day in order; `project` is null while nobody has said for what it was. */
export interface Part {
  readonly project: string | null;
  readonly task: string | null;
  readonly minutes: Minutes;
}

/** What a part is for. */
export type Owner = Pick<Part, "project" | "task">;

/** The shortest part that a finger or a button may leave. */
export const shortest = { drag: 5, step: 1 } as const;

/** The length of the line: what all parts add up to. */
export function lengthOf(parts: readonly Part[]): Minutes {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Where parts meet, as minutes of the line: `2h20 + 2h50 + 1h30` has borders at 140 and 310. */
export function bordersOf(parts: readonly Part[]): Minutes[] {
  let at = 0;
  return parts.slice(0, -1).map(({ minutes }) => {
    at += minutes;
    return at;
  });
}

/** How far a border may go so that both neighbours keep `least` minutes; where they are too short already it stays in between. */
export function reachOf(parts: readonly Part[], border: number, least: Minutes): { min: Minutes; max: Minutes } {
  const before = lengthOf(parts.slice(0, border));
  const both = (parts[border]?.minutes ?? 0) + (parts[border + 1]?.minutes ?? 0);
  const kept = Math.max(1, Math.min(least, Math.floor(both / 2)));
  return { min: before + kept, max: before + both - kept };
}

/** Moves a border to a minute of the line, as far as it may go; only its two neighbours change. */
export function moveBorder(
  parts: readonly Part[],
  border: number,
  { to, least }: { to: Minutes; least: Minutes },
): Part[] {
  const upper = parts[border];
  const lower = parts[border + 1];
  if (upper === undefined || lower === undefined) return [...parts];
  const { min, max } = reachOf(parts, border, least);
  const before = lengthOf(parts.slice(0, border));
  const minutes = Math.min(max, Math.max(min, to)) - before;
  const rest = upper.minutes + lower.minutes - minutes;
  return replace(parts, { at: border, count: 2 }, [
    { ...upper, minutes },
    { ...lower, minutes: rest },
  ]);
}

/** Cuts the part around a minute of the line; what lies after the cut is for `owner`. Too short to cut: unchanged. */
export function cutAt(parts: readonly Part[], at: Minutes, owner: Owner): Part[] {
  const index = partAt(parts, at);
  const part = parts[index];
  if (part === undefined || part.minutes < 2) return [...parts];
  const before = lengthOf(parts.slice(0, index));
  const minutes = Math.min(part.minutes - 1, Math.max(1, at - before));
  const lower = { ...owner, minutes: part.minutes - minutes };
  return replace(parts, { at: index, count: 1 }, [{ ...part, minutes }, lower]);
}

/** From a minute of the line on everything is for `owner`. */
export function fromOn(parts: readonly Part[], at: Minutes, owner: Owner): Part[] {
  const length = lengthOf(parts);
  if (at >= length) return [...parts];
  return [...fit(parts, at), { ...owner, minutes: length - Math.max(0, at) }];
}

/** The index of the part around a minute of the line. */
export function partAt(parts: readonly Part[], at: Minutes): number {
  let end = 0;
  return parts.findIndex(({ minutes }) => {
    end += minutes;
    return at < end;
  });
}

/** Gives a part's minutes to the one before. */
export function mergeUp(parts: readonly Part[], index: number): Part[] {
  const upper = parts[index - 1];
  const part = parts[index];
  if (upper === undefined || part === undefined) return [...parts];
  return replace(parts, { at: index - 1, count: 2 }, [{ ...upper, minutes: upper.minutes + part.minutes }]);
}

/** Says what a part is for. */
export function assign(parts: readonly Part[], index: number, owner: Owner): Part[] {
  return parts.map((part, at) => (at === index ? { ...part, ...owner } : part));
}

/** Equal parts in whole minutes, one for each owner; the first ones take what does not divide. */
export function evenly(length: Minutes, owners: readonly Owner[]): Part[] {
  const each = Math.floor(length / owners.length);
  const left = length % owners.length;
  return owners
    .map(({ project, task }, index) => ({ project, task, minutes: each + (index < left ? 1 : 0) }))
    .filter(({ minutes }) => minutes > 0);
}

/** The first `count` different owners of the parts; missing ones are nobody. */
export function ownersOf(parts: readonly Part[], count: number): Owner[] {
  const known: Owner[] = [];
  for (const { project, task } of parts) {
    if (project !== null && !known.some((one) => one.project === project && one.task === task)) {
      known.push({ project, task });
    }
  }
  return Array.from({ length: count }, (_, index) => known[index] ?? { project: null, task: null });
}

/** The same parts on a line of another length: the end is cut off, or the last part takes what is new. */
export function fit(parts: readonly Part[], length: Minutes): Part[] {
  const fitted: Part[] = [];
  let left = Math.max(0, length);
  for (const part of parts) {
    const minutes = Math.min(part.minutes, left);
    if (minutes > 0) fitted.push({ ...part, minutes });
    left -= minutes;
  }
  const last = fitted.pop();
  if (last === undefined) return left > 0 ? [{ project: null, task: null, minutes: left }] : [];
  return [...fitted, { ...last, minutes: last.minutes + left }];
}

/** Neighbours that are for the same become one. */
export function joinEqual(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (last !== undefined && last.project === part.project && last.task === part.task) {
      joined[joined.length - 1] = { ...last, minutes: last.minutes + part.minutes };
    } else if (part.minutes > 0) {
      joined.push(part);
    }
  }
  return joined;
}

/** What of each part lies before a minute of the line: the minutes that are counted so far. */
export function minutesBefore(parts: readonly Part[], until: Minutes): Minutes[] {
  let at = 0;
  return parts.map(({ minutes }) => {
    const start = at;
    at += minutes;
    return Math.max(0, Math.min(at, until) - start);
  });
}

function replace(parts: readonly Part[], { at, count }: { at: number; count: number }, by: readonly Part[]): Part[] {
  return [...parts.slice(0, at), ...by, ...parts.slice(at + count)];
}

/** Who could be meant where an owner is missing: the only other project a person may book, else nobody. */
export function guessOwners(owners: readonly Owner[], bookable: readonly string[]): Owner[] {
  const others = bookable.filter((id) => !owners.some(({ project }) => project === id));
  const missing = owners.filter(({ project }) => project === null).length;
  const guess = others.length === 1 && missing === 1 ? others[0] : undefined;
  return owners.map((owner) => (owner.project === null && guess ? { project: guess, task: null } : owner));
}
