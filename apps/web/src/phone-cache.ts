import { minuteMs } from "@today/core/time/minutes";
import type { PrivacyNotice, Session, Today } from "./api.ts";
import { phoneNow } from "./clock.ts";
import { type Stamped, serverTimeAt } from "./server-time.ts";

/** Today as it was last seen; without any place of a punch but its verdict. */
export type KeptToday = Today & Stamped;

const places = { session: "today.session", today: "today.today", notice: "today.notice" } as const;
const longest = 24 * 60 * minuteMs;

/** Keeps who uses this phone, so that the app opens without a network. */
export function keepSession(session: Session): void {
  write(places.session, session);
}

/** Who used this phone last; null after signing out. */
export function keptSession(): Session | null {
  return read<Session>(places.session);
}

/** Keeps what was told of one's data, to read it again without a network. */
export function keepNotice(notice: PrivacyNotice): void {
  write(places.notice, notice);
}

/** The notice as it was read last on this phone. */
export function keptNotice(): PrivacyNotice | null {
  return read<PrivacyNotice>(places.notice);
}

/** Keeps today for the next opening. DingTalk's address texts stay out: they say where somebody was. */
export function keepToday(today: KeptToday): void {
  const punches = today.punches.map((punch) => ({ ...punch, address: null }));
  write(places.today, { ...today, punches });
}

/** The kept day, if it is at most 24 hours old and still today. */
export function keptToday(): KeptToday | null {
  const kept = read<KeptToday>(places.today);
  if (kept === null) return null;
  const age = phoneNow() - kept.receivedAt;
  const minute = serverTimeAt(kept, phoneNow()).minuteOn(kept.date);
  return age >= 0 && age <= longest && minute >= 0 && minute < 1440 ? kept : null;
}

/** Drafts of a day, one to a place: `today.split.…`. */
const drafts = "today.split.";

/** Forgets everything but what still waits to be sent. */
export function dropPhoneCache(): void {
  for (const place of [...Object.values(places), ...placesOf(drafts)]) remove(place);
}

function placesOf(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter((place) => place.startsWith(beginning));
  } catch {
    return [];
  }
}

function read<Value>(place: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null") as Value | null;
  } catch {
    return null;
  }
}

// A full or forbidden storage costs the quick start, nothing else.
function write(place: string, value: unknown): void {
  try {
    localStorage.setItem(place, JSON.stringify(value));
  } catch {
    remove(place);
  }
}

function remove(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    return;
  }
}
