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
.panel .tabs [aria-selected=true]{color:var(--tx);font-weight:600;border-color:var(--ac)}
.panel .bar{padding:6px var(--p);background:var(--sf);color:var(--t2);font-size:12px;line-height:20px;border-bottom:1px solid var(--bd)}
.panel .scroll{flex:1;min-height:120px;overflow-y:auto;overscroll-behavior:contain;scrollbar-gutter:stable}
.panel.page .scroll{overflow:visible}
.rows{list-style-type:""}
.row{position:relative;padding:var(--p);padding-inline-start:calc(var(--p) + 14px);contain:layout style}
.row+.row{border-top:1px solid var(--bd)}
.row[data-unread]::before{content:"";position:absolute;inset-inline-start:calc(var(--p) - 3px);top:calc(var(--p) + 6px);width:8px;height:8px;border-radius:50%;background:var(--un);forced-color-adjust:none}
.row .title{display:block;width:100%;font-weight:500;line-height:20px;overflow-wrap:anywhere;border-radius:4px}
.row[data-unread] .title{font-weight:600}
.row .body{color:var(--t2);overflow-wrap:anywhere}
.row .body>*+*{margin-top:8px}
.row .preview{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.row .buttons{margin-top:8px}
.row .meta{display:flex;align-items:center;justify-content:space-between;gap:8px;min-height:28px;margin-top:4px;color:var(--t2);font-size:12px;line-height:16px;font-variant-numeric:tabular-nums}
.row .times{display:flex;flex-wrap:wrap;gap:0 10px;min-width:0}
.row time{display:inline-block}
.row time::first-letter{text-transform:uppercase}
.row .late{color:var(--dg);font-weight:500}
.row .tools{display:flex;margin-block:-4px;margin-inline-end:-6px;opacity:0;transition:opacity 90ms}
.row:is(:hover,:focus-within) .tools{opacity:1}
@media (hover:none),(pointer:coarse){.row .tools{opacity:1}}
.row .said{display:flex;flex-wrap:wrap;align-items:center;gap:2px 8px;margin-top:6px;color:var(--tx)}
.row .said>.icon{color:var(--ac)}
.row .hint{margin-top:6px}
.panel .empty{display:grid;place-content:center;min-height:160px;padding:24px;color:var(--t2);text-align:center}
.panel .foot{display:flex;flex-wrap:wrap;gap:0 8px;padding:8px var(--p);border-top:1px solid var(--bd);color:var(--t2);font-size:12px;line-height:20px}
.panel .foot:empty{display:none}
.panel .foot a{color:var(--t2);display:inline-flex;align-items:center;min-height:max(24px,var(--h) - 8px)}
.skeleton i{display:block;height:96px;border-bottom:1px solid var(--bd);background:linear-gradient(var(--sf),var(--sf)) 26px 16px/60% 12px no-repeat,linear-gradient(var(--sf),var(--sf)) 26px 40px/80% 10px no-repeat}
@media (pointer:coarse){.panel .foot a{min-height:44px}.row .title{min-height:28px}}
`;
