import { useState } from "react";
import { useVisitWords, type Visit } from "../visits.ts";
import { Icon } from "./icon.tsx";
import "./visit-list.css";

interface VisitListProps {
  readonly visits: readonly Visit[];
  /** Whether each says who it was. */
  readonly named?: boolean;
}

/** Check-ins in order: when, who, where, what was said, and photos that open at DingTalk. */
export function VisitList({ visits, named = false }: VisitListProps) {
  return (
    <ol className="visit-list">
      {visits.map((visit) => (
        <VisitRow key={`${visit.at}${visit.person.id}`} visit={visit} named={named} />
      ))}
    </ol>
  );
}

function VisitRow({ visit, named }: { visit: Visit; named: boolean }) {
  const m = useVisitWords();
  const { person, at, place, remark, visited, projectId } = visit;
  const photos = visit.photos.filter(isPicture);
  const where = place || m["visit.noPlace"];
  return (
    <li className="visit-row">
      <time className="visit-time">{at.slice(11, 16)}</time>
      <div className="visit-text">
        {named && <b>{person.name}</b>}
        <span className={named ? "td-second" : "visit-place"}>{where}</span>
        {visited && <span className="td-small td-second">{m["visit.visited"](visited)}</span>}
        {remark && <span>{remark}</span>}
        {projectId === null && <span className="td-small td-weak">{m["visit.unclear"]}</span>}
        {photos.length > 0 && (
          <ul className="visit-photos">
            {photos.map((photo, n) => (
              <li key={photo}>
                <Photo
                  address={photo}
                  n={n + 1}
                  alt={m["visit.photo"](n + 1, photos.length, person.name, at.slice(11, 16))}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Photo({ address, n, alt }: { address: string; n: number; alt: string }) {
  const m = useVisitWords();
  const [isLost, setLost] = useState(false);
  return (
    <a className="visit-photo" href={address} target="_blank" rel="noreferrer">
      {isLost ? (
        <span className="td-small" role="img" aria-label={alt}>
          <Icon name="photo" size="1.5rem" />
          <span aria-hidden="true">{m["visit.photoLost"](n)}</span>
        </span>
      ) : (
        <img
          src={address}
          alt={alt}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setLost(true)}
        />
      )}
    </a>
  );
}

/** Only what a browser may open by itself; an address comes from outside. */
function isPicture(address: string): boolean {
  return /^https:\/\//i.test(address);
}
