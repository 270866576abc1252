/** A place where a project's work is done. Centre is GCJ-02 degrees, radius is metres. */
export interface Site {
  readonly id: string;
  readonly project: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly radius: number;
  /** Wi-Fi names and access-point addresses (SSID or BSSID). */
  readonly ssids: readonly string[];
  /** Serial numbers of attendance machines. */
  readonly machines: readonly string[];
}

/** Where a punch was, seen from one site. Metres are null when nothing was measured. */
export interface Verdict {
  readonly project: string;
  readonly siteId: string;
  readonly verdict: "inside" | "outside" | "unknown";
  readonly distance: number | null;
  readonly accuracy: number | null;
  readonly radius: number;
}
