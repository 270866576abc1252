import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import type { Session } from "./api.ts";
import { onResume } from "./dingtalk.ts";
import { useMessage } from "./message.ts";
import { refreshDays } from "./query-client.ts";
import { hashOf, useRoute } from "./route.ts";
import { pageOf, prefetchPages, tabsOf } from "./routes.tsx";
import { useSending } from "./sending.ts";
import { useTodo } from "./todo.ts";
import { Badge } from "./ui/badge.tsx";
import { Boundary } from "./ui/boundary.tsx";
import { Icon } from "./ui/icon.tsx";
import { useIsWide } from "./ui/media.ts";
import { prefetchSheet } from "./ui/sheet.tsx";
import { Skeleton } from "./ui/skeleton.tsx";
import "./shell.css";

/** The frame: tabs below, on a computer a rail at the left, and the page of the address. */
export function Shell({ session }: { session: Session }) {
  const route = useRoute();
  const client = useQueryClient();
  const isWide = useIsWide();
  const Page = pageOf(route, session);
  useSending();
  useEffect(() => onResume(() => void refreshDays(client)), [client]);
  useIdle(() => {
    prefetchPages(session);
    prefetchSheet();
  });
  const page = (
    <main className="td-main" key="page">
      <Boundary key={route.tab}>
        <Suspense fallback={<Skeleton heights={[2.5, 4, 12]} />}>
          <Page rest={route.rest} />
        </Suspense>
      </Boundary>
    </main>
  );
  const tabs = <Tabs key="tabs" session={session} isRail={isWide} />;
  return <div className="td-shell">{isWide ? [tabs, page] : [page, tabs]}</div>;
}

/** The frame before it is known who is there. */
export function EmptyShell() {
  const isWide = useIsWide();
  const tabs = <Tabs key="tabs" session={null} isRail={isWide} />;
  const page = (
    <main className="td-main" key="page">
      <Skeleton heights={[1.25, 3, 3.5, 13]} />
    </main>
  );
  return <div className="td-shell">{isWide ? [tabs, page] : [page, tabs]}</div>;
}

function Tabs({ session, isRail }: { session: Session | null; isRail: boolean }) {
  const m = useMessage();
  const { tab: here } = useRoute();
  const todo = useTodo();
  return (
    <nav className="td-tabs" aria-label={m["shell.navigation"]}>
      {isRail && <p className="td-tabs-name">{m["shell.name"]}</p>}
      {tabsOf(session).map(({ tab, icon }) => (
        <a
          key={tab}
          href={hashOf(tab)}
          aria-current={tab === here ? "page" : undefined}
          className={`td-tab td-tab-${tab}`}
        >
          <Icon name={icon} size="1.5rem" strong={tab === here} />
          {tab === "team" && <Badge count={todo} />}
          <span>{(isRail && tab === "me" && session?.person.name) || m[`shell.${tab}`]}</span>
        </a>
      ))}
    </nav>
  );
}

const shortlyMs = 1_500;

function useIdle(work: () => void): void {
  useEffect(() => {
    const timer = setTimeout(work, shortlyMs);
    return () => clearTimeout(timer);
  }, []);
}
