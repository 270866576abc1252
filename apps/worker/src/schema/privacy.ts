import { z } from "@hono/zod-openapi";
import { Instant } from "./quantity.ts";

const Basis = z.enum(["notice", "consent"]);
const count = z.int().min(1);

const Keeping = z.discriminatedUnion("unit", [
  z.object({ unit: z.literal("days"), count, left: z.enum(["verdict", "place-name", "nothing"]) }),
  z.object({ unit: z.literal("months"), count, atLeast: z.literal(true) }),
  z.object({ unit: z.literal("until"), event: z.literal("read") }),
]);

export const PrivacyNotice = z
  .object({
    /** Another text for another notice. */
    version: z.string(),
    basis: Basis,
    mayDecline: z.boolean(),
    items: z.array(
      z.object({
        id: z.string(),
        /** Stands on the first page. */
        main: z.boolean(),
        what: z.array(z.string()),
        why: z.string(),
        keep: Keeping,
        readers: z.array(z.enum(["self", "manager", "hr", "finance", "admin", "nobody"])),
      }),
    ),
    never: z.array(z.string()),
    /** Whether I answered this very notice. */
    isAnswered: z.boolean(),
    /** Items that my last answer was not about; none before the first one. */
    changed: z.array(z.string()),
    /** Whether the place of my punches is kept from now on. */
    isLocated: z.boolean(),
    /** Mine, newest first. */
    answers: z.array(
      z.object({ id: z.string(), version: z.string(), basis: Basis, location: z.boolean(), at: Instant }),
    ),
  })
  .openapi("PrivacyNotice", {
    description: "What is kept of me, what for and how long. Sentences are made by the app.",
  });

export const PrivacyAnswerInput = z
  .object({
    /** Made on the phone: the same answer twice counts once. */
    id: z.uuid(),
    version: z.string().min(1).max(64),
    basis: Basis,
    location: z.boolean(),
  })
  .strict()
  .openapi("PrivacyAnswerInput", { description: "`location` false clears at once what is kept of my places." });
