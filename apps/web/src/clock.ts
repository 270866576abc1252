/** The phone's clock in milliseconds. It may be wrong: what a person reads comes from the server's `now`. */
export function phoneNow(): number {
  return Date.now();
}
