import { type ComponentType, lazy } from "react";
import type { Session } from "./api.ts";
import { TodayPage } from "./features/today/today-page.tsx";
import type { Route, Tab } from "./route.ts";
import { leadsPeople } from "./session.ts";
import type { IconName } from "./ui/icon.tsx";

/** What a page is given: the parts of the address after its tab. */
export interface PageProps {
  readonly rest: readonly string[];
}

type Page = ComponentType<PageProps>;

const loadHours = () => import("./features/hours/hours-page.tsx");
const loadTeam = () => import("./features/team/team-page.tsx");
const loadApprovals = () => import("./features/approvals/approvals-page.tsx");
const loadProjects = () => import("./features/project/projects-page.tsx");
const loadManage = () => import("./features/manage/manage-page.tsx");
const loadMe = () => import("./features/me/me-page.tsx");
const loadData = () => import("./features/privacy/data-page.tsx");
const loadNotice = () => import("./features/privacy/first-notice.tsx");
const loadSplit = () => import("./features/split/split-page.tsx");

const HoursPage: Page = lazy(() => loadHours().then(({ HoursPage }) => ({ default: HoursPage })));
const TeamPage: Page = lazy(() => loadTeam().then(({ TeamPage }) => ({ default: TeamPage })));
const ApprovalsPage: Page = lazy(() => loadApprovals().then(({ ApprovalsPage }) => ({ default: ApprovalsPage })));
const ProjectsPage: Page = lazy(() => loadProjects().then(({ ProjectsPage }) => ({ default: ProjectsPage })));
const ManagePage: Page = lazy(() => loadManage().then(({ ManagePage }) => ({ default: ManagePage })));
const MePage: Page = lazy(() => loadMe().then(({ MePage }) => ({ default: MePage })));
const DataPage: Page = lazy(() => loadData().then(({ DataPage }) => ({ default: DataPage })));
const SplitPage: Page = lazy(() => loadSplit().then(({ SplitPage }) => ({ default: SplitPage })));

/** What is told of one's data before the first use. */
export const FirstNotice = lazy(() => loadNotice().then(({ FirstNotice }) => ({ default: FirstNotice })));

const pages: Record<Tab, Page> = {
  today: TodayPage,
  hours: HoursPage,
  team: TeamPage,
  manage: ManagePage,
  me: MePage,
};

/** The page of a place; `#/today/split` and `#/hours/{date}/split` are the split editor, `#/team/approvals` is 审批, `#/team/projects` 项目; finance has no other part of 团队. */
export function pageOf({ tab, rest }: Route, session: Session): Page {
  const isSplit = (tab === "today" && rest[0] === "split") || (tab === "hours" && rest[1] === "split");
  if (tab === "team" && rest[0] === "approvals") return ApprovalsPage;
  if (tab === "team" && (rest[0] === "projects" || !leadsPeople(session))) return ProjectsPage;
  if (tab === "me" && rest[0] === "data") return DataPage;
  return isSplit ? SplitPage : pages[tab];
}

/** The tabs a person has, most left to right; those of everybody while it is not known who it is. */
export function tabsOf(session: Session | null): readonly { tab: Tab; icon: IconName }[] {
  const roles = session?.person.roles ?? [];
  const seesTeam = (session !== null && leadsPeople(session)) || roles.includes("finance");
  const manages = roles.includes("hr") || roles.includes("finance") || roles.includes("admin");
  return [
    { tab: "today", icon: "today" },
    { tab: "hours", icon: "hours" },
    ...(seesTeam ? [{ tab: "team", icon: "team" } as const] : []),
    ...(manages ? [{ tab: "manage", icon: "manage" } as const] : []),
    { tab: "me", icon: "me" },
  ];
}

/** Fetches the other pages while nothing else is to do. */
export function prefetchPages(session: Session): void {
  const seesTeam = tabsOf(session).some(({ tab }) => tab === "team");
  // Whoever opens a page that could not be fetched fetches it then.
  for (const load of [loadHours, loadSplit, ...(seesTeam ? [loadTeam, loadApprovals, loadProjects] : [])])
    load().catch(() => undefined);
}
