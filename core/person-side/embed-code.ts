import { accentReading } from "./accent";
import type { InboxLook } from "./inbox-look";

/** Where the code is put: our address, and whether messages of its workspace reach people. */
export type EmbedPlace = { appUrl: string; kind: "live" | "sandbox" };

const TOKEN_URL = "/api/inbox-token";

/** `name="value"` of each that says something; an empty value is an attribute without one. */
const attributes = (all: Record<string, string | null | false>): string =>
  Object.entries(all)
    .flatMap(([name, value]) =>
      value === null || value === false ? [] : [value === "" ? ` ${name}` : ` ${name}="${value}"`],
    )
    .join("");

const variables = ({ accent, radius, scheme }: InboxLook): string | null => {
  const on = accent && accentReading(accent).better;
  const all = [
    scheme && `color-scheme: ${scheme}`,
    accent && `--fu-accent: ${accent}`,
    on && `--fu-on-accent: ${on}`,
    radius && `--fu-radius: ${radius}px`,
  ].filter(Boolean);
  return all.length === 0 ? null : all.join("; ");
};

/** What all elements of one page share. */
const common = (look: InboxLook, isDemo: boolean) => ({
  ...(isDemo ? { demo: "" } : { "token-url": TOKEN_URL }),
  lang: look.language || null,
  dir: look.direction || null,
  "data-density": look.density === "compact" && "compact",
  keep: look.offline === "off" && "off",
  style: variables(look),
});

/** The elements alone; `isDemo` draws sample data and asks nobody. */
export function inboxElements(look: InboxLook, isDemo = false): string[] {
  const shared = common(look, isDemo);
  const element = (name: string, own: Record<string, string | null | false>) =>
    `<followthrough-${name}${attributes({ ...own, ...shared })}></followthrough-${name}>`;
  return [
    element("inbox", { mode: look.mode !== "bell" && look.mode }),
    ...(look.banner === "on" ? [element("banner", { placement: "top" })] : []),
    ...(look.toasts === "on" ? [element("toasts", { placement: "bottom-end" })] : []),
  ];
}

/** What goes into a page of the operator's. */
export const pageCode = (look: InboxLook, { appUrl }: EmbedPlace): string =>
  [`<script type="module" src="${appUrl}/w/v1.js"></script>`, ...inboxElements(look)].join("\n");

const keyOf = ({ kind }: EmbedPlace): string => (kind === "sandbox" ? "ft_test_…" : "ft_live_…");

/** What the operator's own server answers at the address the element asks: a token for whoever is signed in. */
export const serverCode = (place: EmbedPlace): string => `// GET ${TOKEN_URL}
export async function GET(request) {
  const personId = await signedInPerson(request); // your session
  if (!personId) return new Response(null, { status: 401 });
  return fetch("${place.appUrl}/api/v1/inbox/token", {
    method: "POST",
    headers: {
      authorization: \`Bearer \${process.env.FOLLOWTHROUGH_API_KEY}\`, // ${keyOf(place)}
      "content-type": "application/json",
    },
    body: JSON.stringify({ personId, origin: new URL(request.url).origin }),
  });
}`;

export const curlCode = (place: EmbedPlace): string =>
  `curl -X POST ${place.appUrl}/api/v1/inbox/token \\
  -H "Authorization: Bearer ${keyOf(place)}" \\
  -H "Content-Type: application/json" \\
  -d '{"personId":"maria"}'`;

/** How a sentence of the widget is replaced. */
export const wordsCode =
  (): string => `for (const inbox of document.querySelectorAll("followthrough-inbox")) {
  inbox.words = { title: "Messages", "empty.all": "Nothing here yet." };
}`;

const JSX_NAMES: Record<string, string> = { "token-url": "tokenUrl" };

/** The same through the React wrapper. */
export function reactCode(look: InboxLook, { appUrl }: EmbedPlace): string {
  return `${appUrl}${JSX_NAMES[look.mode] ?? ""}`;
}
