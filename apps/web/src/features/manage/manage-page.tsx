import { type ComponentType, lazy, Suspense } from "react";
import { hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { useTitle } from "../../title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useIsWide } from "../../ui/media.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { mayEnter, type Room, type RoomName, roomsOf } from "./rooms.ts";
import { useWords } from "./words.ts";
import "../../ui/segments.css";
import "./manage.css";

/** What a room is given: the parts of the address after its name. */
interface RoomProps {
  readonly rest: readonly string[];
}

const pages: Record<RoomName, ComponentType<RoomProps>> = {
  period: lazy(() => import("./period-room.tsx").then(({ PeriodRoom }) => ({ default: PeriodRoom }))),
  cost: lazy(() => import("./cost-room.tsx").then(({ CostRoom }) => ({ default: CostRoom }))),
  calendar: lazy(() => import("./calendar-room.tsx").then(({ CalendarRoom }) => ({ default: CalendarRoom }))),
  people: lazy(() => import("./people-room.tsx").then(({ PeopleRoom }) => ({ default: PeopleRoom }))),
  policy: lazy(() => import("./policy-room.tsx").then(({ PolicyRoom }) => ({ default: PolicyRoom }))),
  connection: lazy(() => import("./connection-room.tsx").then(({ ConnectionRoom }) => ({ default: ConnectionRoom }))),
  import: lazy(() => import("./import-room.tsx").then(({ ImportRoom }) => ({ default: ImportRoom }))),
  difference: lazy(() => import("./difference-room.tsx").then(({ DifferenceRoom }) => ({ default: DifferenceRoom }))),
  "project-form": lazy(() =>
    import("./project-form-room.tsx").then(({ ProjectFormRoom }) => ({ default: ProjectFormRoom })),
  ),
  target: lazy(() => import("./target-room.tsx").then(({ TargetRoom }) => ({ default: TargetRoom }))),
};

/** 管理: the list of rooms, or one of them; on a computer the rooms stand above the one that is open. */
export function ManagePage({ rest: place }: { rest: readonly string[] }) {
  const m = useWords();
  const isWide = useIsWide();
  const session = useSession();
  useTitle(m["manage.title"]);
  if (session === null) return <Skeleton heights={[3.5, 3.5, 3.5]} />;
  const { roles } = session.person;
  const rooms = roomsOf(roles);
  const [asked, ...rest] = place;
  const shown = asked === undefined && isWide ? rooms[0]?.name : mayEnter(roles, place);
  if (asked === undefined && !isWide) return <RoomList rooms={rooms} />;
  if (shown === undefined || shown === null) return <EmptyState>{m["shell.nothingHere"]}</EmptyState>;
  const Page = pages[shown];
  return (
    <div className="td-page">
      {isWide && <RoomBar rooms={rooms} shown={shown} />}
      <Suspense fallback={<Skeleton heights={[2.75, 6, 12]} />}>
        <Page key={shown} rest={rest} />
      </Suspense>
    </div>
  );
}

function RoomList({ rooms }: { rooms: readonly Room[] }) {
  const m = useWords();
  return (
    <div className="td-body">
      <h1 className="td-hidden">{m["manage.title"]}</h1>
      <nav className="td-card manage-list" aria-label={m["manage.rooms"]}>
        {rooms.map(({ name, icon }) => (
          <a key={name} className="manage-room" href={hashOf("manage", name)}>
            <Icon name={icon} size="1.5rem" />
            <span>
              <b>{m[`manage.${name}`]}</b>
              <span className="td-small td-second">{m[`manage.${name}.what`]}</span>
            </span>
            <Icon name="right" />
          </a>
        ))}
      </nav>
    </div>
  );
}

function RoomBar({ rooms, shown }: { rooms: readonly Room[]; shown: RoomName }) {
  const m = useWords();
  return (
    <div className="td-head manage-bar">
      <nav className="td-segments" aria-label={m["manage.rooms"]}>
        {rooms.map(({ name }) => (
          <a
            key={name}
            className="td-segment"
            href={hashOf("manage", name)}
            aria-current={name === shown ? "page" : undefined}
          >
            {m[`manage.${name}`]}
          </a>
        ))}
      </nav>
    </div>
  );
}
