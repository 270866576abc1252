import { execFile, execFileSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { step } from "./setup/step.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const PACKAGES = ["chromium", "fonts-noto-cjk"];
const CJK_FONTS = "/usr/share/fonts/**/*{CJK,cjk,wqy,SourceHan}*";

/**
 * The path of a Chromium that can draw Chinese, for instance "/usr/bin/chromium"; null where none can be had.
 * CHROME_PATH names one by hand. On Debian as root it is installed, once.
 */
export async function findChromium(): Promise<string | null> {
  const found = look();
  if (found !== null && (process.platform !== "linux" || hasFonts())) return found;
  if (!canInstall()) return found;
  try {
    await step("Chromium and Chinese fonts from Debian (some minutes)", install, false);
  } catch (error) {
    console.error(`They could not be installed: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  }
  return look();
}

function look(): string | null {
  const given = process.env.CHROME_PATH;
  if (given) return existsSync(given) ? given : null;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  const places = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE];
  return places.find((path) => existsSync(path)) ?? null;
}

function hasFonts(): boolean {
  return globSync(CJK_FONTS).length > 0;
}

function canInstall(): boolean {
  if (process.env.CHROME_PATH || process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function install(): Promise<void> {
  const run = promisify(execFile);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, maxBuffer: 64 << 20 };
  const patience = ["-o", "DPkg::Lock::Timeout=300"];
  await run("apt-get", [...patience, "update"], options);
  await run("apt-get", [...patience, "install", "-y", "--no-install-recommends", ...PACKAGES], options);
}
