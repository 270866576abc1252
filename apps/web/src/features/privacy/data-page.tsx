import { useQuery } from "@tanstack/react-query";
import type { PrivacyNotice } from "../../api.ts";
import { shortDate } from "../../format.ts";
import { noticeQuery } from "../../noticing.ts";
import { useOnline } from "../../online.ts";
import { goTo, hashOf } from "../../route.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { Icon } from "../../ui/icon.tsx";
import { LocationSwitch } from "./location-switch.tsx";
import { FullNotice, NoticeBody } from "./notice-body.tsx";
import { useWords } from "./words.ts";
import "./privacy.css";

/** 我的 › 你的数据: the notice, one's location, one's own file and one's answers; at `…/full` all of what is kept. */
export function DataPage({ rest }: { rest: readonly string[] }) {
  const isFull = rest[1] === "full";
  const m = useWords();
  const query = useQuery(noticeQuery);
  useTitle(m[isFull ? "privacy.full" : "privacy.mine"]);
  return (
    <div className="td-page privacy-page">
      <header className="td-head">
        <h1 className="td-figure">{m[isFull ? "privacy.full" : "privacy.mine"]}</h1>
        <p className="td-second">{m[isFull ? "privacy.fullWhy" : "privacy.mineWhy"]}</p>
      </header>
      <div className="td-body">
        <Answered query={query} skeleton={[6, 18, 9]}>
          {(notice) => (isFull ? <FullNotice notice={notice} /> : <Mine notice={notice} />)}
        </Answered>
      </div>
    </div>
  );
}

function Mine({ notice }: { notice: PrivacyNotice }) {
  const m = useWords();
  const full = hashOf("me", "data", "full");
  return (
    <>
      <LocationSwitch notice={notice} />
      <NoticeBody notice={notice} onFull={() => goTo(full)} />
      <a className="td-card privacy-readers" href={full}>
        <Icon name="rules" size="1.5rem" />
        <span>{m["privacy.full"]}</span>
        <Icon name="right" />
      </a>
      <Export />
      <Answers answers={notice.answers} />
    </>
  );
}

function Export() {
  const m = useWords();
  const isOnline = useOnline();
  return (
    <section className="td-card" aria-labelledby="privacy-export">
      <h2 id="privacy-export" className="privacy-title">
        {m["privacy.export"]}
      </h2>
      <p className="td-small td-second">{m[isOnline ? "privacy.exportWhy" : "net.later"]}</p>
      {isOnline && (
        <a className="privacy-file" href="/api/privacy/export" download>
          <Icon name="import" strong />
          {m["privacy.exportFile"]}
        </a>
      )}
    </section>
  );
}

function Answers({ answers }: { answers: PrivacyNotice["answers"] }) {
  const m = useWords();
  if (answers.length === 0) return null;
  return (
    <section className="td-card" aria-labelledby="privacy-answers">
      <h2 id="privacy-answers" className="privacy-title">
        {m["privacy.answers"]}
      </h2>
      <ol className="privacy-answers">
        {answers.map(({ id, at, basis, location }) => (
          <li key={id} className="td-row">
            <span>{m[location ? (`privacy.said.${basis}` as const) : "privacy.said.without"]}</span>
            <span className="td-small td-second">
              {shortDate(at.slice(0, 10))} {at.slice(11, 16)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
