/** Longest part of a header that is looked at: it is a stranger's text. */
const LOOKED_AT_MAX = 400;

/** Before the ones they pretend to be: Edge and Opera say Chrome, Chrome says Safari. */
const BROWSERS = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const SYSTEMS = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
] as const;

/** What a `User-Agent` says about a device, as its owner would call it; null when it says nothing known. */
export function deviceOf(
  userAgent: string | null | undefined,
): { browser: string; system: string } | null {
  const text = (userAgent ?? "").slice(0, LOOKED_AT_MAX);
  const browser = BROWSERS.find(([pattern]) => pattern.test(text))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(text))?.[1];
  return browser && system ? { browser, system } : null;
}
