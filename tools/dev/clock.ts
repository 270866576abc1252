interface Env {
  readonly SIMULATOR: string;
}

/** In dev the product's CLOCK is a Worker of its own that asks the simulator. */
export default {
  async fetch(_request: Request, env: Env): Promise<Response> {
    const clock = await fetch(`${env.SIMULATOR}/_simulator/clock`);
    const { ms } = (await clock.json()) as { ms: number };
    return new Response(String(ms));
  },
};
