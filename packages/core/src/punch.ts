import type { Instant } from "./time/minutes.ts";

/** DingTalk's own verdict on a punch. */
export type PunchResult = "Normal" | "Late" | "SeriousLate" | "Absenteeism" | "Early";

/** What a punch's place was found to be before it was cleared. Only inside and outside are kept; the rest cannot be told. */
export interface KeptVerdict {
  readonly project: string;
  readonly siteId: string;
  readonly verdict: "inside" | "outside";
}

/** One clock-in or clock-out as received. Coordinates are GCJ-02 degrees, accuracy is metres. */
export interface Punch {
  readonly id: string;
  readonly at: Instant;
  /** When it reached us; orders punches of the same minute. */
  readonly arrivedAt: Instant;
  readonly type: "on" | "off";
  /** Invalid punches are kept and shown, never counted. */
  readonly valid: boolean;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly accuracy: number | null;
  readonly ssid: string | null;
  readonly bssid: string | null;
  readonly machine: string | null;
  readonly result: PunchResult | null;
  /** Of a punch whose place was cleared: what it was, the site it belongs to first. It goes before what could be measured. */
  readonly kept?: readonly KeptVerdict[];
}
