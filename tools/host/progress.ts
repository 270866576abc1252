const EVERY_MS = 3_000;
const CLEAR = "\r\u001b[2K";

/** A line that tells how far something has come: rewritten in place on a terminal, else repeated every few seconds; none if nothing was told. */
export function openProgress(title: string): { tell(progress: string): void; close(): void } {
  const { stdout } = process;
  const started = performance.now();
  let [shown, at] = ["", 0];
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  return {
    tell(progress) {
      const due = performance.now() - at > EVERY_MS;
      if (progress === shown || !(stdout.isTTY || due)) return;
      [shown, at] = [progress, performance.now()];
      stdout.write(stdout.isTTY ? `${CLEAR}${title}: ${progress}` : `${title}: ${progress} (${seconds()})\n`);
    },
    close() {
      if (shown === "") return;
      stdout.write(`${stdout.isTTY ? CLEAR : ""}${title} … ${seconds()}\n`);
    },
  };
}
