import { brandFill } from "@/core/template/brand-colour";

const STYLE = `
:root{color-scheme:light dark;--bg:#f9fafc;--surface:#fff;--line:#dfe2e8;--control:#7f848f;--text:#1a1c22;--text2:#4a4e59;--fill:#1e2128;--on:#fcfcfd;--focus:#4f5bd5;--good:#0a6640;--good-soft:#e9f7ef;--bad:#a3123a}
@media (prefers-color-scheme:dark){:root{--bg:#0d0e12;--surface:#15171c;--line:#2c2f36;--control:#6f747f;--text:#f0f1f3;--text2:#bcbfc7;--fill:#eff0f2;--on:#15171c;--focus:#8f9cff;--good:#7fdaa5;--good-soft:#12291d;--bad:#ff9aae}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:400 1rem/1.625 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word;font-variant-numeric:tabular-nums}
.column{max-width:38rem;margin:0 auto;padding:2rem 1rem 3rem}
header{display:flex;align-items:center;gap:.625rem;padding:0 0 1.25rem;font-weight:600}
header i{flex:none;width:.25rem;height:1.25rem;border-radius:2px;background:var(--fill)}
main{padding:2rem;background:var(--surface);border:1px solid var(--line);border-radius:12px}
h1{margin:0 0 .5rem;font-size:1.375rem;line-height:1.35;font-weight:600;letter-spacing:-.015em;text-wrap:balance}
h2{margin:0;font-size:1rem;line-height:1.5;font-weight:600}
p{margin:0 0 1rem;max-width:60ch}
.lead{color:var(--text2)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1.25rem;margin:1.25rem 0;padding:1rem 0;border:solid var(--line);border-width:1px 0}
dt{color:var(--text2)}
dd{margin:0;min-width:0}
form{margin:1.5rem 0 0}
fieldset{min-width:0;margin:0 0 1.25rem;padding:0;border:0}
legend,.label{display:block;margin:0 0 .5rem;padding:0;font-weight:600}
.option{display:flex;align-items:flex-start;gap:.75rem;min-height:2.75rem;padding:.5625rem 0;cursor:pointer}
.option input{flex:none;width:1.25rem;height:1.25rem;margin:.1875rem 0 0;accent-color:var(--fill)}
.option small{display:block}
.option.off{color:var(--text2);cursor:default}
small,.hint,footer{font-size:.875rem;line-height:1.6;color:var(--text2)}
textarea,select,input[type=date],input[type=email],input[type=tel],input[type=text]{display:block;width:100%;min-height:2.75rem;padding:.625rem .75rem;border:1px solid var(--control);border-radius:6px;background:var(--surface);color:inherit;font:inherit}
textarea{min-height:9rem;resize:vertical}
input[type=date]{max-width:14rem;margin-block:.25rem 0;margin-inline:2rem 0}
button,.button{display:inline-block;min-height:2.75rem;margin-block:0 .5rem;margin-inline:0 .5rem;padding:.5625rem 1.25rem;border:1px solid var(--fill);border-radius:6px;background:var(--fill);color:var(--on);font:inherit;font-weight:600;text-align:start;text-decoration:none;cursor:pointer}
button.quiet{border-color:var(--control);background:none;color:var(--text)}
details{margin:0 0 .5rem}
summary{list-style:none}
summary::-webkit-details-marker{display:none}
.button.quiet{border-color:var(--control);background:none;color:var(--text)}
summary.button::after{content:" ▾"}
details[open]>summary.button::after{content:" ▴"}
input[type=email],input[type=tel]{max-width:24rem}
input.code{max-width:10rem;margin-bottom:.75rem;font-size:1.25rem;letter-spacing:.15em}
.problem+.label{margin-top:1rem}
input+.hint{margin:.25rem 0 .75rem}
.beside{margin:0}
section.topic form{margin-top:.75rem}
section.topic h2{margin-bottom:.25rem}
.ways{clear:both;display:grid;justify-items:start;padding:.25rem 0 .25rem;margin-inline-start:.75rem}
fieldset .ways{margin:.5rem 0 0}
a{color:inherit;text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.status{margin:0 0 1.25rem;padding:.625rem .875rem;border-radius:6px;background:var(--good-soft);color:var(--good);font-weight:600}
h1+.status{margin-top:1rem}
.problem{padding-inline-start:.75rem;border-inline-start:3px solid var(--bad);color:var(--bad);font-weight:600}
.topic{margin:0;padding:1.25rem 0 1rem;border-top:1px solid var(--line)}
.topic legend{float:inline-start;width:100%;margin:0}
.topic .hint{clear:both;margin:0 0 .25rem}
.topic+button{margin-top:.5rem}
.channels{clear:both;display:grid;grid-template-columns:repeat(auto-fill,minmax(7rem,1fr));gap:0 .75rem}
main>:last-child,form>:last-child{margin-bottom:0}
.link{display:inline-block;padding:.5625rem 0}
@supports selector(:has(*)){.option:has([value=date]:not(:checked))+[type=date]{display:none}}
.more{margin-top:2rem;padding-top:1.25rem;border-top:1px solid var(--line)}
.more h2{margin-bottom:.25rem}
.more form{margin:0}
.more .hint{margin:.125rem 0 1rem}
.more details form{padding:.75rem 0 1rem}
.more>:last-child{margin-bottom:0}
footer{padding:1.25rem 0 0}
footer p{margin:0 0 .25rem;max-width:none}
footer a{display:inline-block;padding-block:.5rem;padding-inline:0 1rem}
[dir=rtl] h1{letter-spacing:0}
@media (max-width:30rem){.column{padding:1rem 0 2rem}header,footer{padding-inline:1rem}main{padding:1.5rem 1rem;border-inline:0;border-radius:0}button,.button{width:100%;margin-inline:0;text-align:center}input[type=date]{max-width:none;margin-inline-start:0}}
@media (forced-colors:active){header i{background:CanvasText}}
@media print{form,footer{display:none}}`;

/** The one style sheet of the public pages, with a workspace's colour where it has one. */
export function pageStyle(color: string | undefined): string {
  const light = color === undefined ? null : brandFill(color, "light");
  const dark = color === undefined ? null : brandFill(color, "dark");
  if (!light || !dark) return STYLE;
  return `${STYLE}
:root{--fill:${light.fill};--on:${light.on}}
@media (prefers-color-scheme:dark){:root{--fill:${dark.fill};--on:${dark.on}}}`;
}
