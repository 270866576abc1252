import { conformance } from "../testing-conformance.ts";
import { redmine } from "./connector.ts";
import { openRedmine } from "./testing-redmine.ts";

conformance({ connector: redmine, open: openRedmine });
