import { z } from "zod";
import { personScope } from "@/core/case/condition-scope";
import { AppError } from "@/core/errors";
import { PersonId } from "@/core/ids";
import { pickContent } from "@/core/template/content";
import { DraftTemplate } from "@/core/template/draft-template";
import { usableLocale } from "@/core/template/formats";
import { previewContent } from "@/core/template/preview-content";
import { snippetsFor } from "@/core/template/snippet";
import { SECOND_MS } from "@/core/time";
import { exampleScope, personExample } from "@/core/workflow/example-scope";
import { VARIABLES_MAX } from "@/core/workflow/variables-for";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findAddress } from "@/db/queries/contact-addresses";
import { findKeyed } from "@/db/queries/keyed";
import { allSnippets } from "@/db/queries/snippets";
import { findWorkspace } from "@/db/queries/workspaces";
import { personName } from "@/server/cases/people-facts";
import type { Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { brandOf } from "@/server/delivery/parcel";
import { loadRecipients } from "@/server/delivery/recipients";
import { newId } from "@/server/new-id";
import { createProviders } from "@/server/providers/configured";
import type { Delivery } from "@/server/providers/provider";
import { allowTest } from "@/server/workspaces/allow-test";
import { testedMessage } from "./tested-message";

const TIMEOUT_MS = 20 * SECOND_MS;
const ACTION = "template.tested";

const PATH_CHARS_MAX = 300;
const ADDRESS_CHARS_MAX = 254;

export const TestSendInput = z.strictObject({
  /** For the audit log; it need not be saved. */
  key: z.string().max(200),
  draft: DraftTemplate,
  /** BCP 47. */
  locale: z.string().max(40),
  /** Whom the words are written for; null: somebody made up. */
  personId: PersonId.nullable(),
  /** The values they are written with. */
  variables: z
    .array(z.object({ path: z.string().max(PATH_CHARS_MAX), example: z.json() }))
    .max(VARIABLES_MAX),
  /** An address of a person here; null: the operator's own. */
  to: z.string().trim().max(ADDRESS_CHARS_MAX).nullable(),
});
export type TestSendInput = z.infer<typeof TestSendInput>;

export type TestSent = {
  to: string;
  /** Null in a sandbox: nothing leaves it. */
  provider: string | null;
  tookMs: number;
  delivery: Delivery;
};

/**
 * Sends a content once, marked `[Test]`, to the operator (`me`) or to an address that a person here has,
 * with example values and buttons that do nothing; gives the provider's own answer. From a sandbox nothing
 * leaves. Refuses other channels than email and SMS and a strange address (`invalid`), a channel without
 * an account (`conflict`), and more than ten tests in ten minutes (`rate_limited`).
 */
export async function testSend(
  ctx: Ctx,
  who: Who,
  input: TestSendInput,
  me: string | null,
): Promise<TestSent> {
  const { key, draft, personId, variables } = TestSendInput.parse(input);
  const { workspaceId } = who;
  const channel = testedChannel(draft);
  const [workspace, to, now] = await Promise.all([
    findWorkspace(ctx.db, workspaceId),
    addressOf(ctx, who, channel, input.to, me),
    nowOf(ctx.db, workspaceId),
  ]);
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  const person = await personFor(ctx, who, personId, workspace);
  const locale = usableLocale(input.locale);
  const scope = exampleScope(variables, {
    ...{ person: person.facts, zone: person.zone, now, isDataMissing: false },
  });
  const home = workspace.locale;
  const snippets = await allSnippets(ctx.db, workspaceId);
  const layout =
    draft.layout === undefined
      ? null
      : ((await findKeyed(ctx.db, workspaceId, "layouts", draft.layout))?.layout ?? null);
  const preview = previewContent(pickContent(draft, locale, home), scope, {
    locale,
    zone: person.zone,
    now,
    snippets: snippetsFor(snippets, { locale, home }),
  });
  const brand = brandOf(workspace, layout);
  const id = newId();
  await noteTest(ctx, who, { target: key, detail: { channel, to, locale } });
  if (workspace.kind === "sandbox") {
    testedMessage(channel, {
      id,
      to,
      from: "",
      preview,
      locale,
      brand,
      appUrl: ctx.config.appUrl,
    }).compose();
    return { to, provider: null, tookMs: 0, delivery: { ok: true, providerMessageId: id } };
  }
  const providers = createProviders(ctx.config, ctx.log);
  try {
    await inTransaction(ctx.db, (tx) => providers.load(tx, [workspace]));
    const provider = providers.find(workspaceId, channel);
    if (!provider) {
      throw new AppError(
        "conflict",
        "No account sends on this channel. Set one up under Settings, Channels.",
      );
    }
    const from = provider.from ?? ctx.config.emailFrom ?? "";
    const { appUrl } = ctx.config;
    const message = testedMessage(channel, { id, to, from, preview, locale, brand, appUrl });
    const began = performance.now();
    const delivery = await provider.send(message, AbortSignal.timeout(TIMEOUT_MS));
    return { to, provider: provider.name, tookMs: Math.round(performance.now() - began), delivery };
  } finally {
    await providers.close();
  }
}

type TestedChannel = "email" | "sms";

function testedChannel({ channel }: DraftTemplate): TestedChannel {
  if (channel === "email" || channel === "sms") return channel;
  throw new AppError("invalid", "Tests go by email and SMS.");
}

async function addressOf(
  ctx: Ctx,
  { workspaceId }: Who,
  channel: TestedChannel,
  to: string | null,
  me: string | null,
): Promise<string> {
  const refuse = (message: string) =>
    new AppError("invalid", message, { errors: [{ path: "to", message }] });
  if (to === null) {
    if (me !== null && channel === "email") return me;
    throw refuse("Say where the test goes.");
  }
  const found = await findAddress(ctx.db, workspaceId, channel, to);
  if (!found)
    throw refuse("No person here has this address. Tests go to people of the workspace only.");
  if (found.isSuppressed) throw refuse("This address bounced or said stop; it is not written to.");
  return found.address;
}

async function personFor(
  ctx: Ctx,
  { workspaceId }: Who,
  personId: string | null,
  home: { locale: string; timeZone: string },
) {
  const madeUp = { facts: personExample(null, home), zone: home.timeZone };
  if (personId === null) return madeUp;
  const found = await inTransaction(ctx.db, (tx) =>
    loadRecipients(tx, [{ workspaceId, personId }], false),
  );
  const person = found.get(personName(workspaceId, personId));
  return person ? { facts: personScope(person), zone: person.timeZone ?? home.timeZone } : madeUp;
}

/** Counted and written down before anything leaves, one test of a workspace after the other. */
async function noteTest(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  noted: { target: string; detail: Record<string, unknown> },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await allowTest(tx, workspaceId, ACTION);
    await audit(tx, workspaceId, { id: newId(), actor, action: ACTION, ...noted });
  });
}
