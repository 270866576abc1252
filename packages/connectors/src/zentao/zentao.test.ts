import { conformance } from "../testing-conformance.ts";
import type { Town } from "../testing-town.ts";
import { zentao } from "./connector.ts";
import { openZentao } from "./testing-zentao.ts";
import { application, type Setup } from "./testing-zentao-world.ts";

const app = { appCode: application.code, appKey: application.key };

/** The least a connection may be, and the most. */
const ways: readonly { setup?: Partial<Setup>; more?: Town["settings"] }[] = [
  { setup: { browses: false, tellsDescription: false } },
  { setup: { isNewer: true, isPatient: true }, more: { ...app, correction: "effort" } },
];

for (const { setup, more } of ways) {
  const open = () => openZentao(setup, more);
  conformance({ connector: zentao, open });
}
