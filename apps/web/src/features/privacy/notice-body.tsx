import type { PrivacyNotice } from "../../api.ts";
import { Icon } from "../../ui/icon.tsx";
import { FullItem, ItemRow } from "./item-row.tsx";
import { useWords } from "./words.ts";
import "./privacy.css";

/** The first page: what matters most, what else has changed, what is never done, who sees it. */
export function NoticeBody({ notice, onFull }: { notice: PrivacyNotice; onFull: () => void }) {
  const m = useWords();
  const changed = new Set(notice.changed);
  const shown = notice.items.filter(({ id, main }) => main || changed.has(id));
  return (
    <>
      <ul className="td-card privacy-items">
        {shown.map((item) => (
          <ItemRow key={item.id} item={item} isChanged={changed.has(item.id)} />
        ))}
      </ul>
      <Never />
      <button type="button" className="td-card privacy-readers" onClick={onFull}>
        <Icon name="team" size="1.5rem" />
        <span>{m["privacy.readers"]}</span>
        <Icon name="right" />
      </button>
    </>
  );
}

/** Everything that is kept, to be read at leisure and printed. */
export function FullNotice({ notice }: { notice: PrivacyNotice }) {
  const m = useWords();
  const changed = new Set(notice.changed);
  return (
    <>
      <ul className="privacy-fulls">
        {notice.items.map((item) => (
          <FullItem key={item.id} item={item} isChanged={changed.has(item.id)} />
        ))}
      </ul>
      <Never />
      <section className="td-card privacy-rights" aria-labelledby="privacy-rights">
        <h2 id="privacy-rights" className="privacy-title">
          {m["privacy.rights"]}
        </h2>
        <p className="td-second">{m["privacy.rights.what"]}</p>
        {notice.mayDecline && <p className="td-second">{m["privacy.rights.location"]}</p>}
      </section>
      <button type="button" className="td-plain privacy-link privacy-print" onClick={() => print()}>
        {m["privacy.print"]}
      </button>
    </>
  );
}

const never = ["elsewhere", "biometrics", "coordinates-shown", "penalty"] as const;

function Never() {
  const m = useWords();
  return (
    <section className="td-card" aria-labelledby="privacy-never">
      <h2 id="privacy-never" className="privacy-title">
        {m["privacy.never"]}
      </h2>
      <ul className="privacy-never">
        {never.map((one) => (
          <li key={one}>
            <Icon name="close" size="1.25rem" />
            <span>{m[`privacy.never.${one}`]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
