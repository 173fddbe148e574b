import {
  type AccountProvider,
  type AccountTest,
  accountName,
  PROVIDER_NAMES,
} from "@/core/channel/account";
import type { WorkspaceId } from "@/core/ids";
import { type ChannelAccountRow, listAccounts } from "@/db/queries/channel-accounts";
import { type DownProvider, listDown } from "@/db/queries/provider-health";
import type { Ctx } from "@/server/context";
import { callbackUrl, ENVIRONMENT, isHookProvider } from "@/server/hooks/callback-url";
import {
  type EnvironmentAccount,
  environmentStanding,
  type Variable,
} from "@/server/providers/channel-standing";
import type { OutgoingChannel } from "@/server/providers/provider";
import { contentOf, rulesOf } from "./account";
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
  /** The names of its secrets. */
  sealed: string[];
  lastTest: AccountTest | null;
  /** Why nothing leaves through it now; null while all is well. */
  down: DownProvider | null;
  /** Whether its address is one that this installation does not call (ALLOW_PRIVATE_CALLS). */
  isBarred: boolean;
  /** Where its provider tells what became of messages, and when it last did; null for one that tells nothing. */
  callback: Callback | null;
};

type Callback = { url: string; lastAt: Date | null };

export type EnvironmentShown = EnvironmentAccount & {
  state: "used" | "on";
  callbackUrl: string | null;
  down: DownProvider | null;
};

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
  const [rows, down] = await Promise.all([
    listAccounts(ctx.db, workspaceId),
    listDown(ctx.db, workspaceId),
  ]);
  const downOf = (provider: string) => down.find((one) => one.provider === provider) ?? null;
  const standing = environmentStanding(ctx.config);
  const channel = (name: OutgoingChannel): ChannelShown => {
    const { variables, accounts: environment } = standing[name];
    const accounts = rows
      .filter((row) => row.channel === name)
      .map((row) => ({ ...shown(ctx.config, row), down: downOf(accountName(row.id)) }));
    const first = firstOf(accounts.filter(({ state }) => state === "on"));
    for (const account of first) account.state = "used";
    const named = environment.map((account) => ({ ...account, down: downOf(account.provider) }));
    const inherited = first.length > 0 ? [] : firstOf(named);
    return {
      accounts,
      environment: named.map((account) => ({
        ...account,
        state: inherited.includes(account) ? "used" : "on",
        callbackUrl: isHookProvider(account.provider)
          ? callbackUrl(ctx.config, account.provider, ENVIRONMENT)
          : null,
      })),
      variables,
      used: first[0]?.name ?? (inherited[0] ? PROVIDER_NAMES[inherited[0].provider] : null),
    };
  };
  return {
    email: channel("email"),
    sms: channel("sms"),
    push: channel("push"),
    webhook: channel("webhook"),
  };
}

type Standing = { provider: AccountProvider; down: DownProvider | null };

/** What new messages leave through: the first that is not down, of each kind of address it reaches. */
function firstOf<A extends Standing>(on: readonly A[]): A[] {
  const reaches = ({ provider }: A) => (provider === "fcm" ? "phones" : "all");
  const kinds = [...new Set(on.map(reaches))];
  return kinds.flatMap((kind) => {
    const candidates = on.filter((one) => reaches(one) === kind);
    return candidates.find(({ down }) => down === null) ?? candidates[0] ?? [];
  });
}

function shown(config: Ctx["config"], row: ChannelAccountRow): Omit<AccountShown, "down"> {
  const { id, provider, name, settings, lastTest, lastCallbackAt: lastAt, enabled } = row;
  const content = contentOf(config.appSecret, row);
  const secrets = content?.secrets;
  const main = secrets && KINDS[provider].mainSecret(secrets);
  return {
    id,
    provider,
    name,
    state: secrets === undefined ? "unreadable" : enabled ? "on" : "off",
    sender: KINDS[provider].sender(settings),
    settings: Object.fromEntries(Object.entries(settings).map(([key, of]) => [key, String(of)])),
    secretEnd: main ? endOf(main) : null,
    sealed: Object.keys(secrets ?? {}),
    lastTest: lastTest ?? null,
    isBarred: content !== null && KINDS[provider].problems(content, rulesOf(config)).length > 0,
    callback: isHookProvider(provider) ? { url: callbackUrl(config, provider, id), lastAt } : null,
  };
}

const endOf = (secret: string): string =>
  secret.length < HINTED_CHARS_MIN ? "" : secret.slice(-HINT_CHARS);
