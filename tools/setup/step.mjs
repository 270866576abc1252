const DOT_MS = 5_000;
const QUIET_MS = 2_000;

/** A refusal that is shown to the person as its one line, without a stack. */
export class Refusal extends Error {}

/**
 * Runs one step and tells it in one line with its seconds: `packages … 12 s`.
 * A quiet step is told on standard error, and only if it lasts longer than two seconds.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {boolean} quiet
 * @returns {Promise<T>}
 */
export async function step(title, work, quiet) {
  const out = quiet ? process.stderr : process.stdout;
  const started = Date.now();
  let told = false;
  const tell = () => {
    out.write(`${title} …`);
    told = true;
  };
  if (!quiet) tell();
  const late = quiet ? setTimeout(tell, QUIET_MS) : undefined;
  const dots = setInterval(() => told && out.write("."), DOT_MS);
  try {
    const value = await work();
    if (told) out.write(` ${seconds(started)}\n`);
    return value;
  } catch (error) {
    if (told) out.write(` failed after ${seconds(started)}\n`);
    throw error;
  } finally {
    clearTimeout(late);
    clearInterval(dots);
  }
}

/** @param {number} started */
function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
