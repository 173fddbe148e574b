"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { CopyButton } from "@/components/ui/copy-button";
import { renewFeedAction } from "../actions";

/** The rota as a calendar others subscribe to: its address, and a new one for when it got into wrong hands. */
export function FeedBlock({
  slug,
  rotaKey: key,
  url,
  locked,
}: {
  slug: string;
  rotaKey: string;
  url: string;
  locked: boolean;
}) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <section
      aria-labelledby="feed"
      className="grid gap-2 border-t border-ft-subtle px-4 py-3 first:border-t-0"
    >
      <h2 id="feed" className="font-semibold">
        {t("rotas.feed")}
      </h2>
      <p className="text-ft-2">{t("rotas.feedLead")}</p>
      <div className="flex items-center gap-1">
        <input
          className="ft-input min-w-0 flex-1 font-mono text-xs"
          aria-label={t("rotas.feedAddress")}
          readOnly
          value={url}
          onFocus={({ target }) => target.select()}
        />
        <CopyButton text={url} label={t("rotas.feedCopy")} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <a className="ft-link" href={url.replace(/^https?:/, "webcal:")}>
          {t("rotas.feedOpen")}
        </a>
        {locked ? null : (
          <Button size="sm" look="tertiary" onPress={() => setAsking(true)}>
            {t("rotas.feedRenew")}
          </Button>
        )}
      </div>
      {asking ? (
        <ConfirmAction
          title={t("rotas.feedRenewTitle")}
          verb={t("rotas.feedRenew")}
          danger
          act={() => renewFeedAction(slug, { key })}
          onClose={() => setAsking(false)}
          onDone={() => setAsking(false)}
        >
          <p>{t("rotas.feedRenewBody")}</p>
        </ConfirmAction>
      ) : null}
    </section>
  );
}
