export const dynamic = "force-static";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Followthrough</title>
<link rel="stylesheet" href="/docs/api/swagger-ui.css">
<style>
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#fff, #1c2022); }
</style>
</head>
<body>
<div id="reference"><noscript>The reference needs JavaScript. The same is at <a href="/api/v1/openapi.json">openapi.json</a>.</noscript></div>
<script src="/docs/api/swagger-ui-bundle.js"></script>
<script src="/docs/api/start.js"></script>
</body>
</html>
`;

/** The API reference. Everything it loads comes from here: no request leaves for another host. */
export const GET = (): Response =>
  new Response(PAGE, { headers: { "content-type": "text/html; charset=utf-8" } });
