import { conformance } from "../testing-conformance.ts";
import type { Town } from "../testing-town.ts";
import { zentao, zentaoAbilities } from "./connector.ts";
import { openZentao } from "./testing-zentao.ts";
import { application, type Setup } from "./testing-zentao-world.ts";

const app = { appCode: application.code, appKey: application.key };

/** The connection with nothing but an account, with the pages, with an application, and with both on a newer version. */
const ways: readonly { setup?: Partial<Setup>; more?: Town["settings"] }[] = [
  {},
  { setup: { browses: false, tellsDescription: false }, more: { correction: "estimate", left: "keep" } },
  { more: app },
  { setup: { isNewer: true }, more: { ...app, correction: "effort" } },
];

for (const { setup, more } of ways) {
  const open = () => openZentao(setup, more);
  conformance({ connector: { ...zentao, abilities: zentaoAbilities(open().settings) }, open });
}
