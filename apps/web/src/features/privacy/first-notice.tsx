import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PrivacyNotice } from "../../api.ts";
import { answerNotice, noticeQuery, useAnswerOnTheWay } from "../../noticing.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorLine } from "../../ui/error-line.tsx";
import { FullNotice, NoticeBody } from "./notice-body.tsx";
import { useWords } from "./words.ts";
import "./privacy.css";

/** What one knows before the first use; `onLater` opens the app where the notice cannot be had and an earlier one was read. */
export function FirstNotice({ onLater }: { onLater: (() => void) | null }) {
  const m = useWords();
  const query = useQuery({ ...noticeQuery, staleTime: 0 });
  const [isFull, setFull] = useState(false);
  useTitle(m["privacy.before"]);
  return (
    <div className="privacy-first">
      <header className="td-head">
        <div className="privacy-width">
          <h1 className="privacy-hero">{m[isFull ? "privacy.full" : "privacy.title"]}</h1>
          <p className="td-second">{m[query.data?.changed.length ? "privacy.againWhy" : "privacy.glance"]}</p>
        </div>
      </header>
      <div className="td-body privacy-width privacy-grow">
        <Refused />
        <Answered query={query} skeleton={[18, 9, 3]}>
          {(notice) =>
            isFull ? <FullNotice notice={notice} /> : <NoticeBody notice={notice} onFull={() => setFull(true)} />
          }
        </Answered>
        {query.data === undefined && query.error !== null && onLater !== null && (
          <Button kind="quiet" onClick={onLater}>
            {m["privacy.later"]}
          </Button>
        )}
      </div>
      {query.data && <Foot notice={query.data} isFull={isFull} onTurn={() => setFull(!isFull)} />}
    </div>
  );
}

/** What was answered on this phone before was about another notice. */
function Refused() {
  const m = useWords();
  const entry = useAnswerOnTheWay();
  if (entry?.state !== "refused") return null;
  const text = m[entry.code === "location-required" ? "privacy.refused.required" : "privacy.refused.changed"];
  return <ErrorLine>{text}</ErrorLine>;
}

function Foot({ notice, isFull, onTurn }: { notice: PrivacyNotice; isFull: boolean; onTurn: () => void }) {
  const m = useWords();
  const { basis, mayDecline } = notice;
  return (
    <footer className="privacy-foot">
      <div className="privacy-width">
        <Button block tall kind="primary" onClick={() => answerNotice(notice, true)}>
          {m[`privacy.yes.${basis}`]}
        </Button>
        <div className="privacy-links">
          {mayDecline && (
            <button type="button" className="td-plain privacy-link" onClick={() => answerNotice(notice, false)}>
              {m[`privacy.no.${basis}`]}
            </button>
          )}
          <button type="button" className="td-plain privacy-link" onClick={onTurn}>
            {m[isFull ? "privacy.short" : "privacy.full"]}
          </button>
        </div>
      </div>
    </footer>
  );
}
