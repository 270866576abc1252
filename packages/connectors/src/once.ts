/** Reads when first asked and remembers the answer for the session; a failure is not remembered. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    const reading = known ?? read();
    known = reading;
    reading.catch(() => {
      known = null;
    });
    return reading;
  };
}
