import { Ban, Check, CircleHelp } from "lucide-react";
import { addressText } from "@/components/people/address-text";
import { Time } from "@/components/ui/time";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import { AddAddress } from "./add-address";
import { AddressMenu } from "./address-menu";
import { Block } from "./block";
import type { LoadedPerson } from "./load-person";
import { OwnBrowser } from "./own-browser";

const REASON = {
  bounced: "people.bounced",
  complained: "people.complained",
  stopped: "people.stopped",
  manual: "people.suppressedByHand",
} as const;

/** Where messages go, newest first on each channel, and where they must not. */
export function Addresses({ loaded, view }: { loaded: LoadedPerson; view: PageView }) {
  const { person, addresses, pushKey } = loaded;
  const { slug, t, viewerZone, now, locale } = view;
  const isAllowed = forbiddenText(view, "act_on_cases") === null;
  return (
    <Block
      id="addresses"
      title={t("people.reachedAt")}
      action={isAllowed ? <AddAddress slug={slug} personId={person.id} /> : null}
    >
      <ul className="grid gap-2">
        {addresses.map(({ channel, address, reason, suppressedAt, verifiedAt }) => (
          <li key={`${channel} ${address}`} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <p className="break-all">{addressText(t, channel, address)}</p>
              <p className="flex flex-wrap items-center gap-x-2 text-xs text-ft-3">
                {t("messages.channelName", { channel })}
                {reason !== null ? (
                  <span className="flex items-center gap-1 text-(--ft-failed)">
                    <Ban aria-hidden="true" size={12} />
                    {t.rich(REASON[reason], {
                      moment: suppressedAt ? (
                        <Time key="at" at={suppressedAt} {...{ viewerZone, now, locale }} />
                      ) : (
                        ""
                      ),
                    })}
                  </span>
                ) : verifiedAt ? (
                  <span className="flex items-center gap-1">
                    <Check aria-hidden="true" size={12} className="text-(--ft-resolved)" />
                    {t("people.verified")}
                  </span>
                ) : (
                  <span className="flex items-center gap-1 text-(--ft-due)">
                    <CircleHelp aria-hidden="true" size={12} />
                    {t("people.notVerified")}
                  </span>
                )}
              </p>
            </div>
            {isAllowed ? (
              <AddressMenu {...{ slug, channel, address, reason }} personId={person.id} />
            ) : null}
          </li>
        ))}
      </ul>
      {addresses.length === 0 ? <p className="text-ft-3">{t("people.onlyInbox")}</p> : null}
      {isAllowed && pushKey !== null ? (
        <OwnBrowser slug={slug} personId={person.id} serverKey={pushKey} />
      ) : null}
    </Block>
  );
}
