/** What the preference page needs beside the style of all public pages. */
export const PREFERENCES_STYLE = `
header nav{margin-inline-start:auto;display:flex;flex-wrap:wrap;gap:0 .25rem;font-weight:400}
header nav a,header nav b{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .375rem}
#said{margin:0 0 1rem}
#said .status{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;margin:0;position:sticky;top:.5rem;z-index:1}
#said form,#said button{margin:0}
#said p{margin:0;flex:1 1 12rem}
@media (min-height:30rem){html{scroll-padding-top:8rem}#said{position:sticky;top:0;z-index:1;background:var(--surface)}}
#said:empty{display:none}
#announce{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.part{margin:0;padding:1.25rem 0 .5rem;border-top:1px solid var(--line)}
.part h2,.topics>h2{margin:0 0 .25rem}
.part form,.topic form{margin:.5rem 0 0}
.banner{padding:1.25rem 1rem .75rem;border:1px solid var(--control);border-radius:8px}
.badge{margin-inline-start:.5rem;padding:.0625rem .5rem;border:1px solid var(--control);border-radius:99px;font-weight:400}
.often{display:flex;flex-wrap:wrap;align-items:flex-start;gap:0 .5rem}
.often details{flex:0 1 auto;min-width:0}
.often details[open]{flex-basis:100%}
.often b{font-weight:600}
.often .button{font-weight:400}
button[aria-pressed=true]{border-width:2px;border-color:var(--fill);background:none}
button[aria-pressed=true]::before{content:"✓ "}
.time{max-width:14rem}
.row{display:flex;flex-wrap:wrap;gap:0 .25rem}
.row details[open]{flex-basis:100%}
.ways button{text-align:start}
select+*,select+noscript button{margin-top:.5rem}
form+details{margin-top:.5rem}
.label{margin:0}
.waiting{margin:.5rem 0;font-weight:600}
summary{min-height:2.75rem;cursor:pointer}
summary h2{display:inline}
summary:not(.button)::before{content:"▸ "}
details[open]>summary:not(.button)::before{content:"▾ "}
.history{margin:0;padding:0;list-style:none}
.history li{padding:.375rem 0}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:.25rem .5rem .25rem 0;text-align:start;font-weight:400;vertical-align:middle}
th small{display:block}
input[type=time]{min-height:2.75rem;padding:.25rem .5rem;border:1px solid var(--control);border-radius:6px;background:var(--surface);color:inherit;font:inherit}
td button{margin:0}
.part input[type=date]{margin-inline:0}
.watermark{position:sticky;top:0;z-index:2;margin:0;max-width:none;padding:.5rem 1rem;background:var(--fill);color:var(--on);text-align:center}
.problems{margin:0 0 1.25rem}
.sheer{padding:0;border:0;background:none}
@media (max-width:30rem){header{flex-wrap:wrap}.often>button,.often .button,.row>button,.row .button,td button{width:auto}.ways{margin-inline-start:0}.ways button{text-align:start}table,tbody,tr,td,th{display:block}thead{display:none}tr{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:center;padding:.5rem 0}th{flex-basis:100%;padding:0}td{padding:0}}
@media (prefers-reduced-motion:no-preference){summary,button{transition:background-color .12s}}`;
