import autocannon from "autocannon";

/** Requests of one kind, sent over and over. */
export interface Load {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers?: Record<string, string>;
  /** What differs from request to request. */
  each?(): { readonly body: string; readonly cookie?: string };
}

const CONNECTIONS = 16;

/** Requests answered in a second; throws when any is refused. */
async function requestRate(load: Load, seconds: number): Promise<number> {
  const { each } = load;
  const headers = { ...load.headers, ...(each ? { "content-type": "application/json" } : {}) };
  const result = await autocannon({
    url: load.url,
    connections: CONNECTIONS,
    duration: seconds,
    method: load.method,
    headers,
    requests: [
      {
        setupRequest: (request) => {
          if (each === undefined) return request;
          const { body, cookie } = each();
          return { ...request, body, headers: { ...headers, ...(cookie ? { cookie } : {}) } };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${load.url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result["2xx"] / result.duration;
}

/** The median of several rounds, with ours and theirs taking turns. */
export async function ratioOf(ours: Load, theirs: Load, rounds: number): Promise<{ ours: number; theirs: number }> {
  const mine: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    mine.push(await requestRate(ours, 3));
    bare.push(await requestRate(theirs, 3));
  }
  return { ours: median(mine), theirs: median(bare) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
