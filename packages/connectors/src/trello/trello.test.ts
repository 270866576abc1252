import { conformance } from "../testing-conformance.ts";
import { trello } from "./connector.ts";
import { openTrello } from "./testing-trello.ts";

const states = "待办=todo; 进行中=doing；已完成=done";

/** The least a connection may be, and the most. */
for (const more of [{}, { states, totalField: "工时合计" }]) {
  conformance({ connector: trello, open: () => openTrello(more) });
}
