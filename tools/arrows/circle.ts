import type { Source } from "./source.ts";

/** Every circle of imports once, as "a.ts → b.ts → a.ts"; imports of types count too. */
export function findCircles(sources: readonly Source[]): string[] {
  const arrows = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]) => {
    const seen = trail.indexOf(path);
    if (seen !== -1) {
      circles.push([...trail.slice(seen), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const next of arrows.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return circles;
}
