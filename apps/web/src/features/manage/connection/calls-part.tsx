import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Calls } from "../../../api.ts";
import { type CallSearch, callsAddress } from "../../../api-link.ts";
import { thousands } from "../../../money.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { shortCode } from "./problem-text.ts";
import { callSummaryQuery, callsQuery } from "./queries.ts";
import { whenText } from "./run-text.ts";
import { useWords, wordOf } from "./words.ts";

/** 调用记录: every question to DingTalk, to be looked for and taken away, without anybody's name. */
export function CallsPart() {
  const m = useWords();
  const [search, setSearch] = useState<CallSearch>({});
  const query = useInfiniteQuery(callsQuery(search));
  return (
    <>
      <SearchBar search={search} onSearch={setSearch} />
      <p className="connection-files">
        {(["xlsx", "csv"] as const).map((format) => (
          <a key={format} download href={callsAddress(search, format, m.lang)}>
            <Icon name="import" />
            {m[`link.${format}`]}
          </a>
        ))}
        <span className="td-small td-second">{m["link.noNames"]}</span>
      </p>
      <Answered query={query} skeleton={[3, 3, 3, 3]}>
        {({ pages }) => {
          const calls = pages.flatMap((page) => page.calls);
          if (calls.length === 0) return <EmptyState>{m["link.callsNone"]}</EmptyState>;
          return (
            <ul className="td-card connection-list">
              {calls.map((call) => (
                <CallRow key={call.id} call={call} />
              ))}
            </ul>
          );
        }}
      </Answered>
      {query.hasNextPage && (
        <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m["link.more"]}
        </Button>
      )}
    </>
  );
}

function SearchBar({ search, onSearch }: { search: CallSearch; onSearch: (search: CallSearch) => void }) {
  const m = useWords();
  const apis = useQuery(callSummaryQuery).data?.apis ?? [];
  const outcome = search.outcome === "ok" || search.outcome === "failed" ? search.outcome : "all";
  return (
    <div className="connection-search">
      <Segments
        label={m["link.outcomes"]}
        options={{ all: m["link.outcome.all"], ok: m["link.outcome.ok"], failed: m["link.outcome.failed"] }}
        value={outcome}
        onChange={(next) => onSearch({ ...search, outcome: next === "all" ? undefined : next })}
      />
      <label>
        <span className="td-small td-second">{m["link.api"]}</span>
        <select
          value={search.path ?? ""}
          onChange={(e) => onSearch({ ...search, path: e.target.value === "" ? undefined : e.target.value })}
        >
          <option value="">{m["link.anyApi"]}</option>
          {apis.map(({ path, kind }) => (
            <option key={path} value={path}>
              {`${wordOf(m, "connection.kind.", kind, "other")} ${path}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="td-small td-second">{m["link.search"]}</span>
        <input
          type="date"
          value={search.day ?? ""}
          onChange={(e) => onSearch({ ...search, day: e.target.value === "" ? undefined : e.target.value })}
        />
      </label>
    </div>
  );
}

function CallRow({ call: { at, path, kind, people, outcome, code, cost, took } }: { call: Calls["calls"][number] }) {
  const m = useWords();
  const isGood = outcome === "ok";
  const said = isGood ? m["link.ok"] : wordOf(m, "link.kind.", outcome, "other");
  return (
    <li className="connection-batch">
      <span className="td-row">
        <b>{wordOf(m, "connection.kind.", kind, "other")}</b>
        <span className={isGood ? "td-second" : "connection-problem"}>
          {[said, shortCode(code)].filter(Boolean).join(" ")}
        </span>
      </span>
      <span className="td-small td-second">
        {[
          `${whenText(at)}:${at.slice(17, 19)}`,
          people > 0 ? m["link.callPeople"](thousands(people)) : "",
          m["link.callCost"](cost),
          m["link.took"](thousands(took)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      <code className="td-small td-weak">{path}</code>
    </li>
  );
}
