/** Draws from a list, another time another one. */
interface Draw {
  one<const T>(...list: readonly T[]): T;
}

const target = ({ one }: Draw) =>
  `/api/targets/${one("0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12")}`;

/** How the routes of what is there may be used on a closed September. */
export const remoteWrites = {
  "POST /api/targets/{id}/runs": (draw: Draw) => ({
    path: `${target(draw)}/runs`,
    body: { kind: "read", full: draw.one(true, false) },
  }),
  "PUT /api/targets/{id}/destinations/{projectId}": (draw: Draw) => ({
    path: `${target(draw)}/destinations/${draw.one("lang", "shui")}`,
    body: { version: draw.one(0, 1), remoteProject: "7" },
  }),
  "DELETE /api/targets/{id}/destinations/{projectId}": (draw: Draw) => ({
    path: `${target(draw)}/destinations/${draw.one("lang", "shui")}?version=${draw.one(0, 1)}`,
  }),
  "POST /api/targets/{id}/imported-projects": (draw: Draw) => ({
    path: `${target(draw)}/imported-projects`,
    body: { id: "neu", remoteProject: "7" },
  }),
  "POST /hooks/in/{id}": (draw: Draw) => ({ path: `/hooks/in/${draw.one("a", "b")}`, body: {} }),
};
