/**
 * What may be framed, and by whom. A header that the configuration sets takes the place of a route's
 * own of the same name, so that every route with a policy of its own is left out here by its path.
 */
const OWN_POLICY = [
  // Pages of the people, and the widget's files for every origin.
  "[puavocw]/",
  "api/",
  // Documents that the console frames.
  "[^/]+/settings/brand/preview/",
  "[^/]+/settings/person-side/preview$",
  "[^/]+/settings/person-side/inbox/demo$",
  "[^/]+/messages/[^/]+/preview$",
];

/** Every other page: framed by nobody but ourselves, so that no site can lay its own buttons over ours. */
export const FRAMING = {
  source: `/((?!${OWN_POLICY.join("|")}).*)`,
  headers: [
    { key: "Content-Security-Policy", value: "frame-ancestors 'self'" },
    { key: "X-Frame-Options", value: "SAMEORIGIN" },
  ],
};
