/** A version of a mapping and whether hours that were there already were to be written anew. */
export interface VersionReach {
  readonly version: number;
  readonly reach: "unsent" | "all";
}

/**
 * The version by which hours are put into words: the newest, but for hours that are there the one they were `sent` with, until a
 * later one was meant for all. 0 and null are the usual mapping; `versions` are the newest first.
 */
export function versionFor<Version extends VersionReach>(
  versions: readonly Version[],
  sent: number | null,
): Version | null {
  const isNew = sent === null || versions.some(({ version, reach }) => version > sent && reach === "all");
  return (isNew ? versions[0] : versions.find(({ version }) => version === sent)) ?? null;
}
