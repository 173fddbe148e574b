import Link from "next/link";
import type { ReactNode } from "react";
import type { Text } from "@/components/text/text";
import type { Starter } from "@/core/gallery/starter";
import { channelsOf } from "./channels-of";
import { starterWords } from "./starter-words";

/** A starter in the gallery: what it does, by which stages and channels, and what usually ends it. */
export function StarterCard({
  starter,
  href,
  t,
  locale,
}: {
  starter: Starter;
  href: string;
  t: Text;
  locale: string;
}) {
  const { name, sentence } = starterWords(starter, t);
  return (
    <li className="relative grid content-start gap-2 rounded-(--ft-radius) border border-ft-subtle bg-ft-surface p-4 hover:border-ft-border">
      <h3 className="text-base font-semibold">
        <Link
          href={href}
          className="rounded-sm after:absolute after:inset-0 after:rounded-(--ft-radius) hover:underline"
        >
          {name}
        </Link>
      </h3>
      <p className="ft-prose text-ft-2">{sentence}</p>
      <StageNames stages={starter.definition.stages} label={t("newworkflow.stages")} />
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ft-3">
        <span>{channelsText(starter, t, locale)}</span>
        <span>
          <Ending starter={starter} t={t} />
        </span>
      </p>
    </li>
  );
}

const channelsText = (starter: Starter, t: Text, locale: string): string =>
  t("newworkflow.channels", {
    channels: new Intl.ListFormat(locale, { type: "unit" }).format(
      channelsOf(starter).map((channel) => t("newworkflow.channel", { channel })),
    ),
  });

function Ending({ starter: { response }, t }: { starter: Starter; t: Text }) {
  const code = (inner: ReactNode) => <code key="code">{inner}</code>;
  if ("event" in response) return t.rich("newworkflow.endsWith", { event: response.event, code });
  if ("action" in response) {
    return t.rich("newworkflow.endsWithAction", { event: response.action, code });
  }
  return t("newworkflow.endsWithReply");
}

function StageNames({
  stages,
  label,
}: {
  stages: readonly { id: string; name: string }[];
  label: string;
}) {
  return (
    <ol className="flex flex-wrap items-center gap-1" aria-label={label}>
      {stages.map(({ id, name }) => (
        <li key={id} className="rounded-(--ft-radius-small) bg-ft-sunken px-1.5 text-xs text-ft-2">
          {name}
        </li>
      ))}
    </ol>
  );
}
