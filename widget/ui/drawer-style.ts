/** The look of menus and small forms, and of what shows only once somebody does something. */
export const DRAWER_STYLE = /* css */ `
.panel .tabs button:hover{color:var(--tx)}
.panel .fresh{position:sticky;top:8px;z-index:1;display:flex;align-items:center;gap:6px;width:max-content;max-width:90%;min-height:max(28px,var(--h));margin:8px auto -36px;padding:4px 12px;border-radius:999px;background:var(--a);color:var(--oa);font-weight:600;box-shadow:var(--sh)}
.row:hover{background:color-mix(in srgb,var(--sf) 55%,var(--bg))}
.row .title:hover{text-decoration:underline;text-decoration-color:var(--ed);text-underline-offset:3px}
.row .busy{position:relative}
.row .busy::after{content:"";position:absolute;inset:0;margin:auto;width:14px;height:14px;border:2px solid;border-inline-end-color:transparent;border-radius:50%;opacity:0;animation:fu-spin 700ms linear infinite,fu-show 1ms 400ms forwards}
.row .busy{animation:fu-hide 1ms 400ms forwards}
@keyframes fu-spin{to{rotate:1turn}}
@keyframes fu-show{to{opacity:1}}
@keyframes fu-hide{to{color:transparent}}
.row .failed{color:var(--dg)}
.row .undo{font-variant-numeric:tabular-nums}
.panel .more{display:flex;margin:12px auto}
.panel .foot a:hover{color:var(--tx)}
.row .body :is(ul,ol){padding-inline-start:20px}
.row.gone{display:flex;align-items:center;justify-content:space-between;gap:12px;background:var(--sf);color:var(--t2);min-height:44px;padding-block:4px}
.row.gone .said{margin:0;flex:none;max-width:75%;color:var(--t2)}
.ellipsis{min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.earlier{list-style-type:"";margin-top:8px!important;padding-inline-start:12px!important;border-inline-start:2px solid var(--bd)}
.earlier li+li{margin-top:12px}
.earlier time{color:var(--t2);font-size:12px}
.menu{margin-top:8px;border:1px solid var(--bd);border-radius:var(--rb);background:var(--bg);overflow:hidden}
.menu [role=menu]:focus{outline:0}
.menu [role=menuitem]{display:flex;justify-content:space-between;align-items:center;gap:12px;width:100%;min-height:max(32px,var(--h));padding:6px 12px}
.menu [role=menuitem]:is(:hover,:focus){background:var(--sf)}
.menu [role=menuitem]:focus-visible{outline-offset:-2px}
.menu small{font-size:12px;color:var(--t2);font-variant-numeric:tabular-nums}
.menu>.hint{margin:0;padding:8px 12px;border-top:1px solid var(--bd)}
.menu.form{display:grid;gap:8px;padding:12px}
.menu.form label{display:grid;gap:4px;font-weight:500}
.menu.form .buttons,.menu.form .hint{margin:0;padding:0;border:0}
.menu :is(input,textarea){width:100%;min-height:var(--h);padding:6px 8px;border:1px solid var(--ed);border-radius:var(--rb);background:var(--bg);font-weight:400;resize:vertical}
.panel .head .menu{position:absolute;inset-inline-end:8px;top:44px;z-index:2;min-width:200px;margin:0;box-shadow:var(--sh);background:var(--bg)}
@media (forced-colors:active){.panel{border:1px solid CanvasText}.row[data-unread]::before{background:Highlight}.panel .tabs [aria-selected=true]{border-color:Highlight}.menu{border:1px solid CanvasText}.menu [role=menuitem]:focus{outline:2px solid Highlight}}
`;
