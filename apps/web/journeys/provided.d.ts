import "vitest";

/** What the browser journeys are given: `inject("app")`. One installation serves them all, one after the other. */
declare module "vitest" {
  interface ProvidedContext {
    /** Origin of the product under test, `http://127.0.0.1:41234`. */
    app: string;
    /** Origin of the simulator, whose clock stands still until a journey moves it. */
    simulator: string;
    /** A Redmine in memory: what is typed into the form of 对接. */
    redmine: { readonly address: string; readonly key: string };
    /** Path of the browser. */
    chromium: string;
  }
}
