const mostCharacters = 600_000;

/** Rows as JSON arrays of at most 600,000 characters each, so that none passes D1's 2 MB a value even in Chinese; `[]` has none. */
export function jsonChunks(rows: readonly unknown[]): string[] {
  const chunks: string[] = [];
  let texts: string[] = [];
  let size = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (size + text.length > mostCharacters && texts.length > 0) {
      chunks.push(`[${texts.join(",")}]`);
      texts = [];
      size = 0;
    }
    texts.push(text);
    size += text.length + 1;
  }
  if (texts.length > 0) chunks.push(`[${texts.join(",")}]`);
  return chunks;
}

/** A stored JSON text; what is not JSON reads as `otherwise`. */
export function parseStored<T>(text: string | null, otherwise: T): T {
  if (text === null) return otherwise;
  try {
    return JSON.parse(text) as T;
  } catch {
    return otherwise;
  }
}
