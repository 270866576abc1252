import type { PresentedKey } from "@today/db/api-use";
import type { Context } from "../context.ts";
import type { Door } from "../signed-in.ts";

/** A request of a program that holds a key: the world with the key as its actor, and the key. */
export interface KeyDoor extends Door {
  Variables: Door["Variables"] & { readonly ctx: Context; readonly key: PresentedKey };
}

/** A request that is answered once for its Idempotency-Key. */
export interface OnceDoor extends KeyDoor {
  Variables: KeyDoor["Variables"] & {
    /** A UUID made of the idempotency key: what a request makes is made under it, so that a repeat makes nothing more. */
    readonly onceId: string;
  };
}
