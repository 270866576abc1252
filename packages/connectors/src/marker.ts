const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** The mark by which a record of ours is found again, `[wk:mnmxaegzhcq5]`: ASCII, 17 characters, the same for the same key. */
export async function markerOf(key: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key)));
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = Array.from({ length: 12 }, (_, at) => alphabet[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]);
  return `[wk:${letters.join("")}]`;
}

/** The last marker in a text, which is where ours stands; null for a text of somebody else. */
export function markerIn(text: string): string | null {
  return text.match(/\[wk:[a-z2-7]{12}\]/g)?.at(-1) ?? null;
}

/** Whether a text carries exactly this marker. */
export function carries(text: string, marker: string): boolean {
  return text.includes(marker);
}
