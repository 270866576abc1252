/** Draws from a list, another time another one. */
interface Draw {
  one<const T>(...list: readonly T[]): T;
}

const ids = ["0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12"] as const;
const id = ({ one }: Draw) => one(...ids);
const target = (draw: Draw) => `/api/targets/${id(draw)}`;
const project = ({ one }: Draw) => one("lang", "shui");
const rules = [{ of: "task", to: "title", from: "{title}", table: null, optional: true }];
const title = "三层砌墙";

/** How mappings and tasks that are made there may be used on a closed September. */
export const mappingWrites = {
  "PUT /api/targets/{id}/mapping": (draw: Draw) => ({
    path: `${target(draw)}/mapping`,
    body: { version: draw.one(0, 1), rules, reach: draw.one("unsent", "all") },
  }),
  "POST /api/targets/{id}/mapping/rollbacks": (draw: Draw) => ({
    path: `${target(draw)}/mapping/rollbacks`,
    body: { version: draw.one(0, 1), to: draw.one(0, 1) },
  }),
  "POST /api/targets/{id}/mapping/previews": (draw: Draw) => ({
    path: `${target(draw)}/mapping/previews`,
    body: { rules },
  }),
  "POST /api/targets/{id}/tasks": (draw: Draw) => ({
    path: `${target(draw)}/tasks`,
    body: { id: id(draw), projectId: project(draw), title },
  }),
  "POST /api/projects/{id}/tasks": (draw: Draw) => ({
    path: `/api/projects/${project(draw)}/tasks`,
    body: { id: id(draw), targetId: id(draw), title },
  }),
  "POST /api/projects/{id}/task-drafts/{draftId}/retries": (draw: Draw) => ({
    path: `/api/projects/${project(draw)}/task-drafts/${id(draw)}/retries`,
    body: { targetId: id(draw) },
  }),
};
