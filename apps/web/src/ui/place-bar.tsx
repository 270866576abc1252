import "./place-bar.css";

/** Where hours are worked, in the order in which places are always shown. */
export const places = ["onsite", "mobile", "trip", "unknown"] as const;
export type Place = (typeof places)[number];

/** An amount in each place: minutes, or fen. */
export type Places = Readonly<Record<Place, number>>;

/** Amounts by place in one bar; pattern tells them apart, not hue. `of` is the amount of the whole width. */
export function PlaceBar({ place, of }: { place: Places; of: number }) {
  return (
    <span className="td-place-bar" aria-hidden="true">
      {places.map((name) =>
        place[name] > 0 ? (
          <span key={name} className="td-place" data-place={name} style={{ width: `${(place[name] / of) * 100}%` }} />
        ) : null,
      )}
    </span>
  );
}

/** A place's pattern, beside its name. */
export function PlaceSign({ place }: { place: Place }) {
  return <span className="td-place td-place-sign" data-place={place} aria-hidden="true" />;
}
