/** No script, no form, no frame, nothing of our origin: what an email may do in a page of ours. */
const policy = (links: boolean): string =>
  [
    `sandbox${links ? " allow-popups allow-popups-to-escape-sandbox" : ""}`,
    "default-src 'none'",
    "img-src https: data:",
    "style-src 'unsafe-inline'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");

/** HTML that is not ours, or not yet, to be shown in a frame. `links`: they open, in a tab of their own. */
export const framedHtml = (
  html: string,
  { status = 200, links = false }: { status?: number; links?: boolean } = {},
): Response =>
  new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy(links),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    },
  });
