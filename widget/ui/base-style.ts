/**
 * The variables that a page may set, each with a default that follows from the accent; private names,
 * so that what the page sets further up is inherited. Browsers without relative colours keep the
 * plain values.
 */
export const BASE_STYLE = /* css */ `
:host{--a:var(--fu-accent,#4b50d2);--bg:var(--fu-bg,#fff);--sf:var(--fu-surface,#f3f4f7);--tx:var(--fu-text,#1a1c22);--t2:var(--fu-text-2,#4c4f59);--bd:var(--fu-border,#d5d7de);--ed:#7e828d;--oa:var(--fu-on-accent,#fff);--ac:var(--a);--dg:var(--fu-danger,#b3202c);--un:var(--fu-unread,var(--ac));--fo:var(--fu-focus,var(--ac));--r:var(--fu-radius,10px);--rb:min(var(--r),8px);--sh:var(--fu-shadow,0 1px 2px #0000000f,0 8px 24px -6px #0000002e);--p:12px;--h:32px}
@supports (color:oklch(from red l c h)) and (color:light-dark(red,red)){:host{--a:var(--fu-accent,light-dark(oklch(.5 .19 272),oklch(.7 .15 275)));--bg:var(--fu-bg,light-dark(oklch(from var(--a) 1 0 h),oklch(from var(--a) .205 .009 h)));--sf:var(--fu-surface,light-dark(oklch(from var(--a) .968 .005 h),oklch(from var(--a) .255 .012 h)));--tx:var(--fu-text,light-dark(oklch(from var(--a) .22 .015 h),oklch(from var(--a) .955 .004 h)));--t2:var(--fu-text-2,light-dark(oklch(from var(--a) .44 .018 h),oklch(from var(--a) .78 .01 h)));--bd:var(--fu-border,light-dark(oklch(from var(--a) .9 .007 h),oklch(from var(--a) .325 .014 h)));--ed:light-dark(oklch(from var(--a) .605 .015 h),oklch(from var(--a) .56 .018 h));--oa:var(--fu-on-accent,oklch(from var(--a) clamp(0,(.57 - l)*1000,1) 0 h));--ac:light-dark(oklch(from var(--a) min(l,.5) c h),oklch(from var(--a) max(l,.78) min(c,.12) h));--dg:var(--fu-danger,light-dark(oklch(.5 .19 22),oklch(.78 .125 18)))}}
:host([data-density=compact]){--p:8px;--h:28px}
@media (pointer:coarse){:host{--h:44px}}
.fu,.fu *,.fu ::before,.fu ::after{box-sizing:border-box}
.fu{font-family:var(--fu-font,inherit);font-size:13px;font-weight:400;font-style:normal;line-height:20px;letter-spacing:normal;text-align:start;text-transform:none;color:var(--tx);background:var(--bg);-webkit-text-size-adjust:100%}
.fu :is(h2,h3,p,ul,ol){margin:0;padding:0;font:inherit}
.fu :is(button,input,textarea,select){font:inherit;color:inherit;letter-spacing:inherit}
.fu button{margin:0;padding:0;border:0;background:none;text-align:start;cursor:pointer}
.fu a{color:var(--ac);text-underline-offset:2px}
.fu :focus-visible{outline:2px solid var(--fo);outline-offset:2px}
.fu .strong{font-weight:600}
.fu .vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.fu .icon{width:16px;height:16px;flex:none;display:block;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.fu .button{display:inline-flex;align-items:center;justify-content:center;min-height:var(--h);max-width:100%;padding:3px 12px;border:1px solid var(--ed);border-radius:var(--rb);background:var(--bg);color:var(--tx);font-weight:500;line-height:18px;text-decoration:none;overflow-wrap:anywhere;transition:background-color 90ms}
.fu .button:hover{background:var(--sf)}
.fu .button.first{border-color:var(--ac);color:var(--ac)}
.fu .button[aria-disabled=true]{cursor:default;opacity:.6}
.fu .buttons{display:flex;flex-wrap:wrap;gap:8px}
.fu .link{color:var(--ac);text-decoration:underline;text-underline-offset:2px;font-weight:500;min-height:24px}
.fu .tool{display:grid;place-items:center;width:max(28px,var(--h));height:max(28px,var(--h));flex:none;border-radius:var(--rb);color:var(--t2)}
.fu .tool:hover{background:var(--sf);color:var(--tx)}
.fu .hint{color:var(--t2);font-size:12px;line-height:16px}
@media (pointer:coarse){.fu .link{min-height:44px}}
@media (prefers-reduced-motion:reduce){.fu,.fu *{transition:none!important;animation-duration:1ms!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.fu .button,.fu .tool{border:1px solid ButtonText}.fu [aria-disabled=true]{color:GrayText;opacity:1}}
`;
