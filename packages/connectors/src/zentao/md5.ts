const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

const sines = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) | 0);

/** The MD5 of a text in hex, which a password-free login is signed with; Web Crypto does not have it everywhere. */
export function md5(text: string): string {
  const words = wordsOf(new TextEncoder().encode(text));
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  for (let at = 0; at < words.length; at += 16) mix(state, words.subarray(at, at + 16));
  return [...new Uint8Array(state.buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function mix(state: Int32Array, block: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const round = at >> 4;
    const sum = (a + choose(round, b, c, d) + (sines[at] ?? 0) + (block[placeOf(round, at)] ?? 0)) | 0;
    const by = shifts[round]?.[at & 3] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << by) | (sum >>> (32 - by)))) | 0];
  }
  for (const [at, part] of [a, b, c, d].entries()) state[at] = ((state[at] ?? 0) + part) | 0;
}

function choose(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}

function placeOf(round: number, at: number): number {
  const steps = [at, 5 * at + 1, 3 * at + 5, 7 * at];
  return (steps[round] ?? 0) % 16;
}

/** The bytes with a one bit, zeros and their length behind them, as little-endian words. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 8, bytes.length * 8, true);
  return new Int32Array(padded.buffer);
}
