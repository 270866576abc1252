import { useInfiniteQuery } from "@tanstack/react-query";
import { thousands } from "../../../money.ts";
import { hashOf } from "../../../route.ts";
import { Icon } from "../../../ui/icon.tsx";
import { runsQuery } from "./queries.ts";
import { useWords } from "./words.ts";

/** The other pages of 连接; rows that were set aside only while there are some. */
export function LinksCard() {
  const m = useWords();
  const rejected = useInfiniteQuery(runsQuery).data?.pages[0]?.rejected ?? 0;
  return (
    <nav className="td-card connection-list" aria-label={m["connection.title"]}>
      {rejected > 0 && (
        <Row name="rejected" title={m["link.rejected"]} what={m["link.rejected.what"](thousands(rejected))} />
      )}
      <Row name="calls" title={m["link.calls"]} what={m["link.calls.what"]} />
      <Row name="scopes" title={m["link.scopes"]} what={m["link.scopes.what"]} />
    </nav>
  );
}

function Row({ name, title, what }: { name: string; title: string; what: string }) {
  return (
    <a className="connection-run" href={hashOf("manage", "connection", name)}>
      <span className="connection-run-text">
        <b>{title}</b>
        <span className="td-small td-second">{what}</span>
      </span>
      <Icon name="right" />
    </a>
  );
}
