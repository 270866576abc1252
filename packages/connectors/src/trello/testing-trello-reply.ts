export interface Call {
  readonly method: string;
  /** Whose token it is made with. */
  readonly member: string;
  readonly sent: Readonly<Record<string, unknown>>;
}

/** What every answer tells of the limits. */
export const limits = [
  ["x-rate-limit-api-token-interval-ms", "10000"],
  ["x-rate-limit-api-token-max", "100"],
  ["x-rate-limit-api-token-remaining", "99"],
  ["x-rate-limit-api-key-interval-ms", "10000"],
  ["x-rate-limit-api-key-max", "300"],
  ["x-rate-limit-api-key-remaining", "299"],
] as const;

export function reply(body: object): Response {
  return Response.json(body);
}

/** Most errors are plain text. */
export function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

export function unknown(): Response {
  return plain(404, "The requested resource was not found.");
}
