import { describe, expect, test } from "vitest";
import { classifyOpen, type Hit } from "./classify-open";

const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";
const GOOGLE =
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";

const hit = (over: Partial<Hit> = {}): Hit => ({
  method: "GET",
  userAgent: SAFARI,
  knownRobot: false,
  ranged: false,
  prefetched: false,
  ip: "203.0.113.7",
  at: 60_000,
  sentAt: 0,
  otherLinks: 0,
  trapped: false,
  ...over,
});

describe("who opened a message", () => {
  test("a browser a minute after sending is a human", () => {
    expect(classifyOpen(hit())).toBe("human");
  });

  test.each([
    ["a HEAD request", { method: "HEAD" }],
    ["a request for a part", { ranged: true }],
    ["a fetch 4.9 seconds after delivery", { at: 4_999 }],
    ["a known robot", { userAgent: "curl/8.5", knownRobot: true }],
    ["a mail filter that says its name", { userAgent: `${SAFARI} Barracuda Sentinel` }],
    ["a second link of the message within a second", { otherLinks: 1 }],
    ["whoever followed the hidden link", { trapped: true }],
    ["a browser in a network of mail filters", { ip: "40.93.31.7" }],
    ["the same, as IPv6 writes it", { ip: "::ffff:104.47.127.255" }],
    ["Google's proxy after the hidden link", { userAgent: GOOGLE, trapped: true }],
  ])("%s is a scanner", (_name, over) => {
    expect(classifyOpen(hit(over))).toBe("scanner");
  });

  test.each(["40.91.255.255", "40.94.0.0", "104.47.128.0", "2a01:111:f403::1", "300.1.1.1", ""])(
    "a browser at %s may be a human",
    (ip) => {
      expect(classifyOpen(hit({ ip }))).toBe("human");
    },
  );

  test("five seconds after delivery it may be a human", () => {
    expect(classifyOpen(hit({ at: 5_000 }))).toBe("human");
  });

  test("Google's proxy is a human's from half a minute after sending, and nobody's before", () => {
    const google = { userAgent: GOOGLE, knownRobot: true };
    expect(classifyOpen(hit({ ...google, at: 29_999 }))).toBe("proxy");
    expect(classifyOpen(hit({ ...google, at: 30_000 }))).toBe("human");
  });

  test("a bare Mozilla/5.0 is Apple's privacy proxy only from Apple's network", () => {
    expect(classifyOpen(hit({ userAgent: "Mozilla/5.0", ip: "17.58.101.9" }))).toBe("proxy");
    expect(classifyOpen(hit({ userAgent: "Mozilla/5.0", ip: "104.28.1.1" }))).toBe("unknown");
    expect(classifyOpen(hit({ ip: "17.58.101.9" }))).toBe("human");
  });

  test("no user agent, or a prefetch, proves nobody", () => {
    expect(classifyOpen(hit({ userAgent: "" }))).toBe("unknown");
    expect(classifyOpen(hit({ prefetched: true }))).toBe("unknown");
  });
});
