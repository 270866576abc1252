import type { Connection } from "../../../api.ts";
import { Icon } from "../../../ui/icon.tsx";
import { planSentences, reasonText, span } from "./plan-text.ts";
import { useWords } from "./words.ts";

/** 拉取计划: what DingTalk will be asked today and tonight, how fresh hours will be, and why no more. */
export function PlanCard({ plan }: { plan: Connection["plan"] }) {
  const m = useWords();
  return (
    <section className="td-card connection-card" aria-label={m["link.plan"]}>
      <h2 className="connection-sub">{m["link.plan"]}</h2>
      {plan === null ? <p className="td-second">{m["link.noPlan"]}</p> : <Plan plan={plan} />}
    </section>
  );
}

function Plan({ plan }: { plan: NonNullable<Connection["plan"]> }) {
  const m = useWords();
  const { freshness, reasons, madeAt } = plan;
  return (
    <>
      {reasons
        .filter(({ code }) => code !== "refused")
        .map((reason) => (
          <p key={reasonText(m, reason)} className="connection-warn">
            <Icon name="alert" />
            <span>{reasonText(m, reason)}</span>
          </p>
        ))}
      {freshness && (
        <p>
          <span className="td-second">{m["link.fresh"]}</span>
          <br />
          <b>{m["link.median"](span(m, freshness.median))}</b>
          {m.lang === "zh" ? "，" : ", "}
          <b>{m["link.p95"](span(m, freshness.p95))}</b>
        </p>
      )}
      <ul className="connection-plan">
        {planSentences(m, plan).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="td-small td-weak">{m["link.madeAt"](madeAt.slice(11, 16))}</p>
    </>
  );
}
