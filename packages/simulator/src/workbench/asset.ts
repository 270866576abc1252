import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The text of a file that lies here and is meant for a browser. */
export function readAsset(file: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`./${file}`, import.meta.url).href), "utf8");
}
