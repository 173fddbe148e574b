import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import mjml from "mjml";

// MJML lays an email out so that Outlook, Gmail and phones show the same. It takes three milliseconds
// for each and weighs more than the worker, so it runs here, once: what it makes is kept with places
// for what differs from email to email. `--check` says whether what is kept is what it makes.

const TARGET = join(import.meta.dirname, "../core/template/email-skeleton.ts");

/** Values MJML accepts, each of which stands for a place. */
const PLACES = {
  "#0a0001": "canvas",
  "#0a0002": "card",
  "#0a0003": "ink",
  "#0a0004": "muted",
  "#0a0005": "line",
  "#0a0006": "button",
  "#0a0007": "on",
  "#0b0001": "darkCanvas",
  "#0b0002": "darkCard",
  "#0b0003": "darkInk",
  "#0b0004": "darkMuted",
  "#0b0005": "darkLine",
  "#0b0006": "darkButton",
  "#0b0007": "darkOn",
  "FONT,sans-serif": "font",
  "627px": "outer|px",
  '"627"': '"|outer|"',
  "603px": "width|px",
  '"603"': '"|width|"',
  "521px": "inner|px",
  "595px": "side|px",
  '"521"': '"|inner|"',
  "31px": "radius|px",
  "29px": "buttonRadius|px",
  "text-align:left": "text-align:|start",
  'align="left"': 'align="|start|"',
  "direction:ltr": "direction:|dir",
  'dir="ltr"': 'dir="|dir|"',
};

const open = "\u27e6";
const close = "\u27e7";
const slot = (name) => `${open}${name}${close}`;

const dark = (prefix) => `
${prefix}.canvas,${prefix}.canvas>div{background:#0b0001!important}
${prefix}.card,${prefix}.card>table{background:#0b0002!important}
${prefix}.card>table>tbody>tr>td{border-color:#0b0005!important}
${prefix}.ink>div{color:#0b0003!important}
${prefix}.muted>div,${prefix}.muted a{color:#0b0004!important}
${prefix}.fill td,${prefix}.fill a{background:#0b0006!important;color:#0b0007!important}
${prefix}.fill td{border-color:#0b0006!important}
${prefix}.outline td,${prefix}.outline a{background:#0b0002!important;color:#0b0003!important}
${prefix}.outline td{border-color:#0b0004!important}
${prefix}.words td,${prefix}.words th,${prefix}.words hr{border-color:#0b0005!important}`;

// Outlook on the web and on phones marks what it turns dark with attributes of its own.
const styles = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
.words>:last-child,.words>:last-child>:last-child{margin-bottom:0!important}
@media (prefers-color-scheme:dark){${dark("")}}
${dark("[data-ogsc] ")}
@media (max-width:480px){
.card>table>tbody>tr>td{padding:24px 20px!important}
.press{display:block!important;margin:0 0 12px!important;width:100%!important}
.press tbody,.press tr,.press td,.press a{display:block!important}}`;

const text = (name, css, more) =>
  `<mj-text css-class="${css}" padding="0" font-family="FONT,sans-serif" ${more}>${slot(name)}</mj-text>`;

const page = `<mjml lang="LANG" dir="ltr">
<mj-head>
  <mj-title>${slot("title")}</mj-title>
  <mj-preview>PREHEADER</mj-preview>
  <mj-raw>
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <meta name="x-apple-disable-message-reformatting">
    <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
  </mj-raw>
  <mj-style>${styles}</mj-style>
</mj-head>
<mj-body width="627px" background-color="#0a0001" css-class="canvas">
  <mj-wrapper padding="32px 12px">
    <mj-section padding="0 4px 16px"><mj-column>
      ${text("mark", "ink", 'font-size="15px" font-weight="600" line-height="20px" color="#0a0003"')}
    </mj-column></mj-section>
    <mj-section css-class="card" background-color="#0a0002" border="1px solid #0a0005" border-radius="31px" padding="36px 40px"><mj-column>
      ${text("words", "ink", 'font-size="16px" line-height="26px" color="#0a0003"')}
      <mj-raw>BUTTONS</mj-raw>
      <mj-button href="HREF" align="left" padding="0" inner-padding="12px 22px" background-color="#0a0006" color="#0a0007" border="1px solid #0a0006" border-radius="29px" font-family="FONT,sans-serif" font-size="16px" font-weight="600" line-height="20px">LABEL</mj-button>
      <mj-button href="HREF" align="left" padding="0" inner-padding="12px 22px" background-color="#0a0002" color="#0a0003" border="1px solid #0a0004" border-radius="29px" font-family="FONT,sans-serif" font-size="16px" font-weight="600" line-height="20px">LABEL</mj-button>
      <mj-raw>END</mj-raw>
    </mj-column></mj-section>
    <mj-section padding="20px 4px 0"><mj-column>
      ${text("foot", "muted", 'font-size="13px" line-height="20px" color="#0a0004"')}
    </mj-column></mj-section>
  </mj-wrapper>
</mj-body>
</mjml>`;

function withPlaces(html) {
  let placed = html;
  for (const [value, name] of Object.entries(PLACES)) {
    const [before, found, after = ""] = name.includes("|") ? partsOf(name) : ["", name];
    placed = placed.replaceAll(value, `${before}${slot(found)}${after}`);
  }
  return placed;
}

/** `width|px`, `"|width|"`: what stays around the place. */
function partsOf(name) {
  const parts = name.split("|");
  if (parts.length === 3) return parts;
  return parts[1] === "px" ? ["", parts[0], "px"] : [parts[0], parts[1]];
}

/** Without what only several columns, old versions of Outlook and people need. */
const tight = (html) =>
  html
    .replace(/<!--\[if lte mso 11\]>[\s\S]*?<!\[endif\]-->/g, "")
    .replace(/<style[^>]*>(?:(?!<\/style>)[\s\S])*\.mj-column-per-100[\s\S]*?<\/style>/g, "")
    .replace(/<\/?tbody>/g, "")
    .replace(/class="(?:mj-column-per-100 mj-outlook-group-fix|card-outlook)?"/g, "")
    .replace(/\s*\n\s*/g, "\n")
    .replace(/<(\w+)\s+/g, "<$1 ")
    .replace(/"\s+>/g, '">')
    .replace(/"\s{2,}/g, '" ')
    .trim();

function cut(html, pattern, what) {
  const found = pattern.exec(html);
  if (!found) throw new Error(`MJML makes ${what} differently now`);
  return found;
}

/** A button alone: the table MJML makes, with what lets several stand beside each other. */
function buttonOf(html, look) {
  const [table] = cut(html, /<table[\s\S]*?<\/table>/, "a button");
  return table
    .replace("<table", `<table class="press ${look}"`)
    .replace('style="', `style="display:inline-table;margin:${slot("gap")};`)
    .replace(/\s*target="_blank"/, "")
    .replace("HREF", slot("href"))
    .replace(/\s*LABEL\s*/, slot("label"));
}

async function skeleton() {
  const { html, errors } = await mjml(page, { fonts: {}, validationLevel: "strict" });
  if (errors.length > 0)
    throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join());
  const placed = tight(withPlaces(html));
  const [preheader] = cut(
    placed,
    /<div style="display:none[^>]*>PREHEADER<\/div>/,
    "the preview line",
  );
  const [block, inner] = cut(placed, /BUTTONS([\s\S]*?)END/, "buttons");
  const [first, second] = inner.match(/<table[\s\S]*?<\/table>/g) ?? [];
  const row = '<tr><td style="font-size:0px;padding:24px 0 0;text-align:';
  const buttons = `${row}${slot("start")};">${slot("buttons")}</td></tr>`;
  const document = placed
    .replace(preheader, slot("preheader"))
    .replace(block, slot("buttonRow"))
    .replaceAll("LANG", slot("lang"));
  return {
    DOCUMENT: document,
    PREHEADER: preheader
      .replace("display:none;", "display:none;mso-hide:all;")
      .replace("PREHEADER", slot("text")),
    BUTTON_ROW: buttons,
    BUTTON_FIRST: buttonOf(first ?? "", "fill"),
    BUTTON_OTHER: buttonOf(second ?? "", "outline"),
  };
}

/** As the formatter would write it. */
function literal(html) {
  if (/[\\`]|\$\{/.test(html)) throw new Error("MJML makes something that has to be escaped now");
  if (html.includes("\n")) return `\`${html}\``;
  if (html.includes("'")) throw new Error("MJML uses other quotes now");
  return `'${html}'`;
}

const assigned = (name, html) => {
  const line = `export const ${name} = ${literal(html)};`;
  const isLong = line.split("\n")[0].length > 100 && !html.includes("\n");
  return isLong ? `export const ${name} =\n  ${literal(html)};` : line;
};

const source = Object.entries(await skeleton())
  .map(([name, html]) => `${assigned(name, html)}\n`)
  .join("\n");
const file = `// Made by \`npm run email\` from scripts/email-skeleton.mjs; not changed by hand.\n\n${source}`;
if (!process.argv.includes("--check")) writeFileSync(TARGET, file);
else if (readFileSync(TARGET, "utf8") !== file) {
  console.error("core/template/email-skeleton.ts is not what `npm run email` makes.");
  process.exitCode = 1;
}
