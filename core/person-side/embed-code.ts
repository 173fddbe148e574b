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

/** Of an element's style; an accent on which words could not be read brings another colour for them. */
function declarations({ accent, radius, scheme }: InboxLook): [name: string, value: string][] {
  const on = accent && accentReading(accent).better;
  return [
    ["color-scheme", scheme],
    ["--fu-accent", accent],
    ["--fu-on-accent", on || ""],
    ["--fu-radius", radius && `${radius}px`],
  ].filter((one): one is [string, string] => one[1] !== "");
}

const styleOf = (look: InboxLook): string =>
  declarations(look)
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");

/** What all elements of one page share. */
const common = (look: InboxLook, isDemo: boolean) => ({
  ...(isDemo ? { demo: "" } : { "token-url": TOKEN_URL }),
  lang: look.language || null,
  dir: look.direction || null,
  "data-density": look.density === "compact" && "compact",
  keep: look.offline === "off" && "off",
  // Elsewhere it stands in a style sheet: strict content policies refuse the attribute.
  style: (isDemo && styleOf(look)) || null,
});

/** The elements alone; `isDemo` draws sample data and asks nobody. */
export function inboxElements(look: InboxLook, isDemo = false): string[] {
  const shared = common(look, isDemo);
  return partsOf(look).map(
    ({ name, own }) =>
      `<followthrough-${name}${attributes({ ...own, ...shared })}></followthrough-${name}>`,
  );
}

type Part = { name: "inbox" | "banner" | "toasts"; own: Record<string, string | false> };

const partsOf = (look: InboxLook): Part[] => [
  { name: "inbox", own: { mode: look.mode !== "bell" && look.mode } },
  ...(look.banner === "on" ? [{ name: "banner" as const, own: { placement: "top" } }] : []),
  ...(look.toasts === "on" ? [{ name: "toasts" as const, own: { placement: "bottom-end" } }] : []),
];

/** What goes into a page of the operator's. */
export const pageCode = (look: InboxLook, { appUrl }: EmbedPlace): string =>
  [`<script type="module" src="${appUrl}/w/v1.js"></script>`, ...inboxElements(look)].join("\n");

/** What goes into the page's own style sheet: the bell's place, kept until the script is there, and the look. */
export function styleSheetCode(look: InboxLook): string {
  const place =
    "followthrough-inbox:not(:defined, [mode]) { display: inline-block; width: 44px; height: 44px; vertical-align: middle }";
  const style = styleOf(look);
  if (style === "") return place;
  const elements = partsOf(look).map(({ name }) => `followthrough-${name}`);
  return `${place}\n${elements.join(", ")} { ${style} }`;
}

const COMPONENT = { inbox: "Inbox", banner: "Banner", toasts: "Toasts" } as const;

/** The same through the React wrapper, which is a file of ours to be kept beside the operator's own. */
export function reactCode(look: InboxLook, { appUrl }: EmbedPlace): string {
  const style = declarations(look)
    .map(([name, value]) => `"${name === "color-scheme" ? "colorScheme" : name}": "${value}"`)
    .join(", ");
  const shared = [
    `baseUrl="${appUrl}"`,
    `tokenUrl="${TOKEN_URL}"`,
    look.language && `lang="${look.language}"`,
    look.direction && `dir="${look.direction}"`,
    look.density === "compact" && 'data-density="compact"',
    look.offline === "off" && "keep={false}",
    style && `style={{ ${style} }}`,
  ].filter(Boolean);
  const parts = partsOf(look);
  const elements = parts.map(({ name, own }) => {
    const props = [
      ...Object.entries(own).flatMap(([k, v]) => (v ? [`${k}="${v}"`] : [])),
      ...shared,
    ];
    return `    <${COMPONENT[name]}\n${props.map((prop) => `      ${prop}\n`).join("")}    />`;
  });
  return `// Once: curl -o followthrough.js ${appUrl}/w/react.js
import { ${parts.map(({ name }) => COMPONENT[name]).join(", ")} } from "./followthrough.js";

export const Notifications = () => (
  <>
${elements.join("\n")}
  </>
);`;
}

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
    body: JSON.stringify({ personId }),
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
