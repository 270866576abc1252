import { z } from "zod";
import type { Delivery, Inbound, InboundEvent } from "../connector.ts";
import { maybe, readBody, text } from "../lenient.ts";
import type { Dialect } from "./dialect.ts";
import { Who } from "./shape.ts";

interface Means {
  readonly dialect: Dialect;
  /** The secret that the webhook was given, `""` for none. */
  readonly secret: string;
}

/** Webhooks of Jira. Without a secret only the address protects them, which Cloud does not get away with. */
export function createInbound({ dialect, secret }: Means): Inbound {
  return {
    verify: async ({ headers, body }) => {
      if (secret === "") return !dialect.isCloud;
      return isSigned(headers.get("x-hub-signature") ?? "", body, secret);
    },
    parse: ({ headers, body }) => {
      const event = readBody(jsonOf(body), Event);
      const place = placeOf(event);
      if (place === null || isOurs(dialect, event)) return [];
      return [{ deliveryId: headers.get("x-atlassian-webhook-identifier"), ...place }];
    },
  };
}

const Text = z.unknown().optional();

const Event = z.object({
  webhookEvent: z.string(),
  issue: maybe(
    z.object({
      id: text,
      fields: maybe(z.object({ project: maybe(z.object({ id: text })), summary: Text, description: Text })),
    }),
  ),
  project: maybe(z.object({ id: text })),
  worklog: maybe(z.object({ issueId: text, author: maybe(Who), updateAuthor: maybe(Who), comment: Text })),
});
type Event = z.output<typeof Event>;

function placeOf({ issue, project, worklog }: Event): Pick<InboundEvent, "projectId" | "taskId"> | null {
  if (issue !== null) return { projectId: issue.fields?.project?.id ?? null, taskId: issue.id };
  if (worklog !== null) return { projectId: null, taskId: worklog.issueId };
  return project === null ? null : { projectId: project.id, taskId: null };
}

/**
 * Whether this tells of what we wrote: hours with a marker that nobody but their author touched, or a new issue with one.
 * A removal is always told, since a person's looks the same as ours.
 */
function isOurs(dialect: Dialect, { webhookEvent, issue, worklog }: Event): boolean {
  if (worklog !== null && /^worklog_(created|updated)$/.test(webhookEvent)) {
    const [author, updater] = [worklog.author, worklog.updateAuthor].map((who) => who && dialect.idOf(who));
    return hasMark(textOf(worklog.comment)) && (updater ?? author) === author;
  }
  const { summary, description } = issue?.fields ?? {};
  return webhookEvent === "jira:issue_created" && hasMark(`${textOf(summary)} ${textOf(description)}`);
}

/** Webhooks carry texts plainly or as documents, whichever version asked for them; the marker stands in both. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function hasMark(written: string): boolean {
  return /\[wk:[a-z2-7]{12}\]/.test(written);
}

const methods: ReadonlyMap<string, string> = new Map([
  ["sha256", "SHA-256"],
  ["sha384", "SHA-384"],
  ["sha512", "SHA-512"],
]);

/** Checks `sha256=<hex>` over the bytes as received; the method is read from the front of the header. */
async function isSigned(signature: string, body: Delivery["body"], secret: string): Promise<boolean> {
  const [, method = "", hex = ""] = /^([a-z0-9]+)=((?:[0-9a-f]{2})+)$/i.exec(signature.trim()) ?? [];
  const hash = methods.get(method.toLowerCase());
  if (hash === undefined) return false;
  const algorithm = { name: "HMAC", hash };
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, ["verify"]);
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify("HMAC", key, bytes, new Uint8Array(body));
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
