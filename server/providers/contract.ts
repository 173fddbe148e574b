import { type AddressInfo, createServer } from "node:net";
import { expect, test, vi } from "vitest";
import { composeEmail } from "./email";
import type { Outgoing, OutgoingEmail, Provider } from "./provider";
import type { MessageSource } from "./source";
import type { FakeServer } from "./testing";

export const MESSAGE_ID = "0198c0de-0000-7000-8000-000000000001";

/** The message that every provider is given, composed for its channel. */
export const source: MessageSource = {
  workspaceId: "0198c0de-0000-7000-8000-00000000000a" as MessageSource["workspaceId"],
  id: MESSAGE_ID,
  caseId: "0198c0de-0000-7000-8000-00000000000c",
  personId: "Ana",
  request: { audience: "person" },
  plannedAt: Date.parse("2026-03-02T09:30:00Z"),
  to: "ana@example.com",
  content: {
    locale: "en",
    subject: "Invoice 7 is due — Grüße",
    preheader: null,
    title: "Invoice 7",
    body: "Please pay **120 €** by [Friday](https://shop.example.com/pay?id=7).",
    actions: [{ id: "paid", label: "I paid", kind: "complete", url: null, choices: [] }],
  },
  brand: { name: "Shop" },
  caseSubject: "Invoice 7",
  topic: { key: "billing:reminders", name: "Billing reminders" },
  tracked: false,
};
export const settings = {
  appUrl: "https://follow.example.com",
  secret: "a secret of at least thirty-two characters",
};

export const email: OutgoingEmail = composeEmail(source, {
  from: "Shop <billing@shop.example.com>",
  ...settings,
});

export const outgoing = (composed: OutgoingEmail): Outgoing => ({
  channel: "email",
  id: composed.id,
  to: composed.to,
  compose: () => composed,
});
export const message = outgoing(email);

/** Far longer than an answer takes, also on a machine that is busy with everything else. */
export const patience = () => AbortSignal.timeout(20_000);

/** A provider whose messages say where they go, with these going to another server. */
export const elsewhere = (provider: Provider, from: string, to: string): Provider => ({
  ...provider,
  send: (given, signal) => provider.send({ ...given, to: given.to.replace(from, to) }, signal),
});

type Contract = {
  /** The same client, at another server. */
  at: (url: string) => Provider;
  /** Whether an outage of its one server is everybody's; false where each address may be another one. */
  hasOneServer?: boolean;
  /** What is sent; the email when absent. */
  message?: () => Outgoing;
  /** What a refusal is told to say. */
  refusal: RegExp;
};

/** What delivery relies on. Every provider passes it against a server that answers as its own does. */
export function testProvider(
  name: string,
  provider: () => Provider,
  server: () => FakeServer,
  { at, hasOneServer = true, message: sent = () => message, refusal }: Contract,
) {
  const blame = hasOneServer ? { blame: "outage" } : {};
  const behave: FakeServer["behave"] = (next) => server().behave(next);
  const send = (signal = patience()) => provider().send(sent(), signal);

  test(`${name}: an accepted message has the provider's id`, async () => {
    behave("accept");
    expect(await send()).toMatchObject({ ok: true, providerMessageId: expect.any(String) });
  });

  test(`${name}: an outage is worth a retry`, async () => {
    behave("outage");
    const delivery = await send();
    expect(delivery).toMatchObject({ ok: false, retry: true, reason: expect.any(String) });
    expect(delivery).not.toHaveProperty("maybeSent");
  });

  test(`${name}: a rate limit is worth a retry`, async () => {
    behave("rate_limit");
    expect(await send()).toMatchObject({ ok: false, retry: true });
  });

  test(`${name}: a refusal is final and says why`, async () => {
    behave("refuse");
    expect(await send()).toMatchObject({
      ok: false,
      retry: false,
      reason: expect.stringMatching(refusal),
    });
  });

  for (const broken of ["hang", "drop"] as const) {
    test(`${name}: an answer that is lost (${broken}) may be that of an accepted message`, async () => {
      behave(broken);
      const before = server().received;
      const giveUp = new AbortController();
      const sending = send(giveUp.signal);
      await vi.waitFor(() => expect(server().received).toBeGreaterThan(before), 10_000);
      if (broken === "hang") giveUp.abort();
      const delivery = await sending;
      expect(delivery).toMatchObject({ ok: false, retry: true, maybeSent: true });
    }, 30_000);
  }

  test(`${name}: an answer that cannot be read may be that of an accepted message`, async () => {
    behave("nonsense");
    const giveUp = new AbortController();
    const before = server().received;
    const sending = send(giveUp.signal);
    await vi.waitFor(() => expect(server().received).toBeGreaterThan(before), 10_000);
    giveUp.abort();
    const delivery = await sending;
    // Who answers with nothing but a status has said all with it.
    if (!delivery.ok) expect(delivery).toMatchObject({ retry: true, maybeSent: true });
  }, 30_000);

  test(`${name}: nobody listening is an outage, and the message surely not sent`, async () => {
    const closed = createServer();
    await new Promise<void>((ready) => closed.listen(0, "127.0.0.1", ready));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const url = new URL(server().url);
    url.port = String(port);
    const nowhere = at(url.href.replace(/\/$/, ""));
    const delivery = await nowhere.send(sent(), patience());
    await nowhere.close?.();
    expect(delivery).toMatchObject({ ok: false, retry: true, ...blame });
    expect(delivery).not.toHaveProperty("maybeSent");
  });

  test(`${name}: a line that cannot be secured carries no message`, async () => {
    const { received } = server();
    const secured = at(
      server()
        .url.replace(/^http:/, "https:")
        .replace(/^smtp:/, "smtps:"),
    );
    const delivery = await secured.send(sent(), patience());
    await secured.close?.();
    expect(delivery).toMatchObject({ ok: false, retry: true, ...blame });
    expect(delivery).not.toHaveProperty("maybeSent");
    expect(server().received).toBe(received);
  }, 30_000);
}
