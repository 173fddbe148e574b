/**
 * Next takes `content-encoding` away from what a route answers (send-response.js) and packs no route's
 * answer itself, so that its configuration says it for those who take gzip; `isPackedFor` must agree
 * with `has` here about who they are.
 */
export const PACKING = {
  source: "/w/:file*",
  has: [{ type: "header" as const, key: "accept-encoding", value: ".*gzip.*" }],
  headers: [{ key: "Content-Encoding", value: "gzip" }],
};

export const isPackedFor = ({ headers }: Request): boolean =>
  (headers.get("accept-encoding") ?? "").includes("gzip");
