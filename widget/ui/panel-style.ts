/** The look of the panel; only logical directions, so that it turns round by itself. */
export const PANEL_STYLE = /* css */ `
.panel{padding:0;border:1px solid var(--bd);border-radius:var(--r);overflow:hidden}
.panel.bell{position:fixed;inset:auto;margin:0;z-index:var(--fu-z,2147483000);width:min(var(--fu-panel-width,380px),100vw - 16px);max-width:none;box-shadow:var(--sh)}
.panel.bell:is([open],:popover-open){animation:fu-in 160ms cubic-bezier(.2,0,0,1)}
.panel .content{position:relative;display:flex;flex-direction:column;max-height:min(var(--fu-panel-max-height,min(640px,80vh)),var(--room,100vh))}
.panel.page .content{max-height:none}
.panel::backdrop{background:none}
@keyframes fu-in{from{opacity:0;transform:translateY(-4px)}}
@media (max-width:479.98px){.panel.bell{inset:0;width:100%;height:100%;max-height:none;border:0;border-radius:0}.panel.bell .content{height:100%;max-height:none}}
.panel .head{display:flex;align-items:center;gap:4px;padding-block:8px 4px;padding-inline:var(--p) 8px}
.panel h2{flex:1;font-size:15px;font-weight:600;line-height:24px}
.panel h2:focus{outline:0}
.panel h2:focus-visible{outline:2px solid var(--fo);border-radius:4px}
.panel .tabs{display:flex;flex-wrap:wrap;gap:0 16px;padding:0 var(--p);border-bottom:1px solid var(--bd)}
.panel .tabs button{padding:6px 0;min-height:max(32px,var(--h));color:var(--t2);border-bottom:2px solid transparent;font-variant-numeric:tabular-nums}
.panel .tabs button:hover{color:var(--tx)}
.panel .tabs [aria-selected=true]{color:var(--tx);font-weight:600;border-color:var(--ac)}
.panel .bar{padding:6px var(--p);background:var(--sf);color:var(--t2);font-size:12px;line-height:20px;border-bottom:1px solid var(--bd)}
.panel .scroll{flex:1;min-height:120px;overflow-y:auto;overscroll-behavior:contain;scrollbar-gutter:stable}
.panel.page .scroll{overflow:visible}
.panel .fresh{position:sticky;top:8px;z-index:1;display:flex;align-items:center;gap:6px;width:max-content;max-width:90%;min-height:max(28px,var(--h));margin:8px auto -36px;padding:4px 12px;border-radius:999px;background:var(--a);color:var(--oa);font-weight:600;box-shadow:var(--sh)}
.rows{list-style-type:""}
.row{position:relative;padding:var(--p);padding-inline-start:calc(var(--p) + 14px);contain:layout style}
.row+.row{border-top:1px solid var(--bd)}
.row:hover{background:color-mix(in srgb,var(--sf) 55%,var(--bg))}
.row[data-unread]::before{content:"";position:absolute;inset-inline-start:calc(var(--p) - 3px);top:calc(var(--p) + 6px);width:8px;height:8px;border-radius:50%;background:var(--un);forced-color-adjust:none}
.row .title{display:block;width:100%;font-weight:500;line-height:20px;overflow-wrap:anywhere;border-radius:4px}
.row[data-unread] .title{font-weight:600}
.row .title:hover{text-decoration:underline;text-decoration-color:var(--ed);text-underline-offset:3px}
.row .body{color:var(--t2);overflow-wrap:anywhere}
.row .body>*+*{margin-top:8px}
.row .preview{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.row .buttons{margin-top:8px}
.row .busy{position:relative}
.row .busy::after{content:"";position:absolute;inset:0;margin:auto;width:14px;height:14px;border:2px solid;border-inline-end-color:transparent;border-radius:50%;opacity:0;animation:fu-spin 700ms linear infinite,fu-show 1ms 400ms forwards}
.row .busy{animation:fu-hide 1ms 400ms forwards}
@keyframes fu-spin{to{rotate:1turn}}
@keyframes fu-show{to{opacity:1}}
@keyframes fu-hide{to{color:transparent}}
.row .meta{display:flex;align-items:center;justify-content:space-between;gap:8px;min-height:28px;margin-top:4px;color:var(--t2);font-size:12px;line-height:16px;font-variant-numeric:tabular-nums}
.row .times{display:flex;flex-wrap:wrap;min-width:0}
.row .times>*+*::before{content:"·";margin-inline:6px}
.row time{display:inline-block}
.row time::first-letter{text-transform:uppercase}
.row .late{color:var(--dg);font-weight:500}
.row .tools{display:flex;margin-block:-4px;margin-inline-end:-6px;opacity:0;transition:opacity 90ms}
.row:is(:hover,:focus-within) .tools{opacity:1}
@media (hover:none),(pointer:coarse){.row .tools{opacity:1}}
.row .said{display:flex;flex-wrap:wrap;align-items:center;gap:2px 8px;margin-top:6px;color:var(--tx)}
.row .said>.icon{color:var(--ac)}
.row .failed{color:var(--dg)}
.row .hint{margin-top:6px}
.row .undo{font-variant-numeric:tabular-nums}
.panel .more{display:flex;margin:12px auto}
.panel .empty{display:grid;place-content:center;min-height:160px;padding:24px;color:var(--t2);text-align:center}
.panel .foot{display:flex;flex-wrap:wrap;gap:0 8px;padding:8px var(--p);border-top:1px solid var(--bd);color:var(--t2);font-size:12px;line-height:20px}
.panel .foot:empty{display:none}
.panel .foot a{color:var(--t2);display:inline-flex;align-items:center;min-height:max(24px,var(--h) - 8px)}
.panel .foot a:hover{color:var(--tx)}
.skeleton i{display:block;height:96px;border-bottom:1px solid var(--bd);background:linear-gradient(var(--sf),var(--sf)) 26px 16px/60% 12px no-repeat,linear-gradient(var(--sf),var(--sf)) 26px 40px/80% 10px no-repeat}
@media (pointer:coarse){.panel .foot a{min-height:44px}.row .title{min-height:28px}}
@media (forced-colors:active){.panel{border:1px solid CanvasText}.row[data-unread]::before{background:Highlight}.panel .tabs [aria-selected=true]{border-color:Highlight}}
`;
