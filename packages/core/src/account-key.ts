/** What an outside account and a person of DingTalk may have in common. */
export type KeyKind = "user" | "number" | "mobile" | "email" | "union";

/** One thing by which somebody can be recognised, in the form in which it is compared. */
export interface IdentityKey {
  readonly kind: KeyKind;
  readonly value: string;
}

const longest = 256;

/** A key in the form in which it is compared, `keyOf("email", " Li@X.cn ")` gives `li@x.cn`; null for what can be nobody's. */
export function keyOf(kind: KeyKind, text: string | null | undefined): IdentityKey | null {
  const plain = (text ?? "").normalize("NFKC").trim().toLowerCase();
  if (plain === "" || plain.length > longest) return null;
  const value = kind === "mobile" ? mobileOf(plain) : kind === "email" ? emailOf(plain) : plain;
  return value === null ? null : { kind, value };
}

/** A person's or account's keys without repeats. */
export function distinctKeys(keys: readonly (IdentityKey | null)[]): IdentityKey[] {
  const found = new Map<string, IdentityKey>();
  for (const key of keys) if (key !== null) found.set(`${key.kind} ${key.value}`, key);
  return [...found.values()];
}

/** Digits with the country's code: `138 0000 0000`, `+86-138…` and `0086138…` are all `86138…`. */
function mobileOf(text: string): string | null {
  const abroad = /^\s*(\+|00)/.test(text);
  const digits = text.replace(/\D/g, "").replace(/^00/, "");
  if (digits.length < 7 || digits.length > 15) return null;
  return !abroad && /^1[3-9]\d{9}$/.test(digits) ? `86${digits}` : digits;
}

function emailOf(text: string): string | null {
  return /^[^\s@]+@[^\s@]+$/.test(text) ? text : null;
}
