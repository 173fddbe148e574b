import { type AccountProvider, type AccountTest, PROVIDER_NAMES } from "@/core/channel/account";
import type { WorkspaceId } from "@/core/ids";
import { type ChannelAccountRow, listAccounts } from "@/db/queries/channel-accounts";
import type { Ctx } from "@/server/context";
import {
  type EnvironmentAccount,
  environmentStanding,
  type Variable,
} from "@/server/providers/channel-standing";
import type { OutgoingChannel } from "@/server/providers/provider";
import { contentOf } from "./account";
import { KINDS } from "./kinds";

/** Fewer would give too much of a short secret away. */
const HINTED_CHARS_MIN = 12;
const HINT_CHARS = 4;

/** `used` is the one new messages take; `on` waits behind it. */
export type AccountState = "used" | "on" | "off" | "unreadable";

/** An account without its secrets. */
export type AccountShown = {
  id: string;
  provider: AccountProvider;
  name: string;
  state: AccountState;
  /** Who its messages come from, or where they go; null when that differs from person to person. */
  sender: string | null;
  settings: Record<string, string>;
  /** The end of its secret; empty when there is one too short to show, null when there is none. */
  secretEnd: string | null;
  lastTest: AccountTest | null;
};

export type EnvironmentShown = EnvironmentAccount & { state: "used" | "on" };

export type ChannelShown = {
  accounts: AccountShown[];
  environment: EnvironmentShown[];
  variables: Variable[];
  /** The name of what new messages leave through; null when there is nothing. */
  used: string | null;
};

/** Every channel with its accounts in their order and what is used of them now; no secret is in it. */
export async function listChannels(
  ctx: Pick<Ctx, "db" | "config">,
  workspaceId: WorkspaceId,
): Promise<Record<OutgoingChannel, ChannelShown>> {
  const rows = await listAccounts(ctx.db, workspaceId);
  const standing = environmentStanding(ctx.config);
  const channel = (name: OutgoingChannel): ChannelShown => {
    const { variables, accounts: environment } = standing[name];
    const accounts = rows
      .filter((row) => row.channel === name)
      .map((row) => shown(ctx.config, row));
    const first = accounts.find(({ state }) => state === "on");
    if (first) first.state = "used";
    const isUsed = (index: number) => first === undefined && index === 0;
    const inherited = environment[0] && PROVIDER_NAMES[environment[0].provider];
    return {
      accounts,
      environment: environment.map((account, index) => ({
        ...account,
        state: isUsed(index) ? "used" : "on",
      })),
      variables,
      used: first?.name ?? inherited ?? null,
    };
  };
  return {
    email: channel("email"),
    sms: channel("sms"),
    push: channel("push"),
    webhook: channel("webhook"),
  };
}

function shown(config: Ctx["config"], row: ChannelAccountRow): AccountShown {
  const { id, provider, name, settings, lastTest, enabled } = row;
  const secrets = contentOf(config.appSecret, row)?.secrets;
  const main = secrets && KINDS[provider].mainSecret(secrets);
  return {
    id,
    provider,
    name,
    state: secrets === undefined ? "unreadable" : enabled ? "on" : "off",
    sender: KINDS[provider].sender(settings),
    settings: Object.fromEntries(Object.entries(settings).map(([key, of]) => [key, String(of)])),
    secretEnd: main ? endOf(main) : null,
    lastTest: lastTest ?? null,
  };
}

const endOf = (secret: string): string =>
  secret.length < HINTED_CHARS_MIN ? "" : secret.slice(-HINT_CHARS);
