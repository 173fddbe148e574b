import { expect, test } from "vitest";
import { AppError } from "@/core/errors";
import { endpointCaller } from "./call-endpoint";
import { checkUrl } from "./check-url";
import { newSecret } from "./secrets";

const CLOSED = { allowPrivateCalls: false };
const APP_SECRET = "a secret that only the tests know of";
const OWNER = { workspaceId: "01900000-0000-7000-8000-000000000001" as never, id: "one" };

/** A name server that says what it is told to. */
const leads =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
const outside = leads("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c");

const INSIDE = [
  "https://127.0.0.1/hook",
  "https://[::1]/hook",
  "https://[::ffff:127.0.0.1]/hook",
  "https://169.254.169.254/latest/meta-data",
  "https://2130706433/hook",
  "https://0x7f000001/hook",
  "https://0177.0.0.1/hook",
  "https://127.1/hook",
  "https://10.0.0.8/hook",
  "https://192.168.1.1/hook",
  "https://[fd00::1]/hook",
  "https://[fe80::1]/hook",
  "https://0.0.0.0/hook",
  "https://localhost/hook",
  "https://LOCALHOST./hook",
  "https://db.internal/hook",
  "https://printer.local/hook",
  "https://db/hook",
];

test.each(INSIDE)("%s is refused when it is saved", async (url) => {
  await expect(checkUrl(CLOSED, url, outside)).rejects.toThrow(AppError);
});

test.each([
  ["http://acme.example/hook", /https/],
  ["https://user:password@acme.example/hook", /without user/],
  ["https://8.8.8.8/hook", /IP address/],
])("%s is refused too", async (url, why) => {
  await expect(checkUrl(CLOSED, url, outside)).rejects.toThrow(why);
});

test.each(["10.1.2.3", "127.0.0.1", "169.254.169.254", "::1", "fd12::8", "::ffff:10.0.0.1"])(
  "a name that leads to %s is refused when it is saved, whatever else it leads to",
  async (address) => {
    const both = leads("93.184.215.14", address);
    await expect(checkUrl(CLOSED, "https://rebind.acme.dev/hook", both)).rejects.toThrow(/inner/);
  },
);

test("a name that nobody knows yet may be saved, and so may any that leads outside", async () => {
  const unknown = async () => {
    throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
  };
  await expect(checkUrl(CLOSED, "https://new.acme.dev/hook", unknown)).resolves.toBeUndefined();
  await expect(checkUrl(CLOSED, "https://acme.dev:8443/hook", outside)).resolves.toBeUndefined();
});

test("where private calls are allowed any address may be saved, but none with a password", async () => {
  const open = { allowPrivateCalls: true };
  await expect(checkUrl(open, "http://127.0.0.1:3000/hook", outside)).resolves.toBeUndefined();
  await expect(checkUrl(open, "http://a:b@127.0.0.1/hook", outside)).rejects.toThrow(AppError);
});

test.each([...INSIDE, "https://anything.test/hook", "http://acme.dev/hook"])(
  "%s is refused again when it is called, and nothing is connected to",
  async (url) => {
    const call = endpointCaller({ appSecret: APP_SECRET, ...CLOSED }, { timeoutMs: 2_000 });
    const { sealed } = newSecret(APP_SECRET, OWNER);
    const called = await call({
      workspaceId: OWNER.workspaceId,
      id: "delivery",
      endpointId: OWNER.id,
      type: "case.opened",
      body: "{}",
      tries: 1,
      attempts: 1,
      url,
      sealed,
      previousSecretUntil: null,
    });
    expect(called.status).toBeNull();
    expect(called.said).toMatch(/^Not called: .*ALLOW_PRIVATE_CALLS|ENOTFOUND/);
  },
);
