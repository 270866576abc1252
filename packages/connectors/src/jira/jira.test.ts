import { conformance } from "../testing-conformance.ts";
import { jiraCloud } from "./cloud.ts";
import { jiraDataCenter } from "./data-center.ts";
import { openCloud, openDataCenter } from "./testing-jira.ts";

conformance({ connector: jiraCloud, open: openCloud });
conformance({ connector: jiraDataCenter, open: openDataCenter });
