import { Fragment, type ReactNode } from "react";
import type { Text } from "@/components/text/text";
import { CopyButton } from "@/components/ui/copy-button";
import { AccountProvider, CHANNEL_OF_PROVIDER, PROVIDER_NAMES } from "@/core/channel/account";
import { dkimName, dkimRecord } from "@/core/channel/dkim-record";
import { domainOf } from "@/core/domain/domain-of";
import type { ChannelOutcomes } from "@/db/queries/channel-outcomes";
import type { AccountShown, ChannelShown } from "@/server/channels/list-channels";
import type { OutgoingChannel } from "@/server/providers/provider";
import type { PageView } from "../../page-view";
import { AccountMenu } from "./account-menu";
import { AccountRow } from "./account-row";
import { AddAccount } from "./add-account";
import { EnvironmentTest } from "./environment-test";
import { headingIdOf } from "./heading-id";
import type { TestTarget } from "./test-dialog";
import { Variables } from "./variables";

const NONE: ChannelOutcomes = { sent: 0, held: 0, not_sent: 0, failed: 0 };

type Section = {
  view: PageView;
  channel: OutgoingChannel;
  shown: ChannelShown;
  outcomes: ChannelOutcomes | undefined;
  mayChange: boolean;
};

/** One channel: what its messages leave through, in order, and how that goes. */
export function ChannelSection({ view, channel, shown, outcomes = NONE, mayChange }: Section) {
  const { t, slug, member } = view;
  const { accounts, environment, variables } = shown;
  const isSandbox = member.workspace.kind === "sandbox";
  const name = t(`settings.channel_${channel}`);
  const providers = AccountProvider.options.filter((one) => CHANNEL_OF_PROVIDER[one] === channel);
  const common = { address: member.email, isSandbox };
  const isEmpty = accounts.length === 0 && environment.length === 0;
  return (
    <ChannelFrame
      channel={channel}
      name={name}
      about={t(`channels.about_${channel}`)}
      actions={mayChange ? <AddAccount slug={slug} channel={name} providers={providers} /> : null}
    >
      {isEmpty ? (
        <p className="border-y border-ft-subtle py-3 text-ft-2">{t("channels.none")}</p>
      ) : (
        <ul
          aria-label={t("channels.accountsOf", { channel: name })}
          className="divide-y divide-ft-subtle border-y border-ft-subtle"
        >
          {accounts.map((account, index) => {
            const { id, provider, settings, secretEnd } = account;
            const target: TestTarget = {
              ...common,
              account: { id },
              provider,
              serverKey: settings.publicKey ?? null,
              hasAddress: secretEnd !== null,
            };
            const place = { isFirst: index === 0, isLast: index === accounts.length - 1 };
            return (
              <AccountRow
                key={id}
                view={view}
                name={account.name}
                account={account}
                isSandbox={isSandbox}
                notes={notesOf(account, t)}
                lastTest={account.lastTest}
                lastCallbackAt={account.callback?.lastAt ?? null}
              >
                {mayChange ? <AccountMenu {...{ slug, account, target, place }} /> : null}
              </AccountRow>
            );
          })}
          {environment.map((account) => {
            const { provider, publicKey: serverKey } = account;
            const target: TestTarget = {
              ...common,
              account: { environment: provider },
              provider,
              serverKey,
              hasAddress: false,
            };
            return (
              <AccountRow
                key={provider}
                view={view}
                name={PROVIDER_NAMES[provider]}
                account={account}
                isSandbox={isSandbox}
                notes={
                  <>
                    {t.rich("channels.fromEnvironment", {
                      names: <Names key="names" names={account.variables} />,
                    })}
                    {account.callbackUrl ? (
                      <CallbackOfEnvironment url={account.callbackUrl} t={t} />
                    ) : null}
                  </>
                }
              >
                {mayChange && !isSandbox ? (
                  <EnvironmentTest slug={slug} name={PROVIDER_NAMES[provider]} target={target} />
                ) : null}
              </AccountRow>
            );
          })}
        </ul>
      )}
      <p className="text-xs text-ft-2">
        {t("channels.lastHour", {
          sent: outcomes.sent,
          held: outcomes.held,
          notSent: outcomes.not_sent,
          failed: outcomes.failed,
        })}
      </p>
      {variables.length > 0 ? <Variables channel={channel} variables={variables} t={t} /> : null}
    </ChannelFrame>
  );
}

/** Heading, sentence and the button that adds; below it what belongs to the channel. */
export function ChannelFrame({
  channel,
  name,
  about,
  actions,
  children,
}: {
  channel: string;
  name: string;
  about: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const id = headingIdOf(channel);
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id={id} tabIndex={-1} className="text-base font-semibold">
            {name}
          </h2>
          <p className="max-w-[68ch] text-ft-2">{about}</p>
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

function notesOf({ state, sender, settings }: AccountShown, t: Text): ReactNode {
  if (state === "unreadable") return t("channels.unreadable");
  const { publicKey, dkim, dkimPublicKey, dkimSelector = "" } = settings;
  const domain = sender === null ? null : domainOf(sender);
  if (dkim === "on" && dkimPublicKey && domain) {
    return (
      <span className="block">
        {t("channels.dkimRecord")}
        <Copied text={dkimName(domain, dkimSelector)} label={t("channels.dkimCopyName")} />
        <Copied text={dkimRecord(dkimPublicKey)} label={t("channels.dkimCopyValue")} />
      </span>
    );
  }
  if (publicKey === undefined) return null;
  return t.rich("channels.publicKey", {
    key: <Copied key="key" text={publicKey} label={t("channels.publicKeyCopy")} />,
  });
}

const CallbackOfEnvironment = ({ url, t }: { url: string; t: Text }) => (
  <span className="block">
    {t.rich("channels.callbackOfEnvironment", {
      url: <Copied key="url" text={url} label={t("channels.callbackCopy")} />,
    })}
  </span>
);

const Copied = ({ text, label }: { text: string; label: string }) => (
  <span className="flex items-center gap-1">
    <code className="min-w-0 truncate text-xs">{text}</code>
    <CopyButton text={text} label={label} />
  </span>
);

const Names = ({ names }: { names: readonly string[] }) =>
  names.map((name, index) => (
    <Fragment key={name}>
      {index > 0 ? ", " : null}
      <code className="text-xs [overflow-wrap:anywhere]">{name}</code>
    </Fragment>
  ));
