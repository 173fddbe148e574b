import type { Text } from "@/components/text/text";
import { CopyButton } from "@/components/ui/copy-button";

const EVENT = {
  name: "invoice.created",
  key: "invoice:3041",
  person: { id: "cus_812", name: "Ada Marsh", email: "ada@example.com" },
  data: { id: "3041", number: "3041", amount: 120, due_date: "2030-09-30" },
};

/** The shortest way from a key to a case. */
export function FirstEvent({ appUrl, sandbox, t }: { appUrl: string; sandbox: boolean; t: Text }) {
  const command = [
    `curl ${appUrl}/api/v1/events \\`,
    `  -H "Authorization: Bearer ft_${sandbox ? "test" : "live"}_…" \\`,
    '  -H "Content-Type: application/json" \\',
    `  -d '${JSON.stringify(EVENT, null, 2).replaceAll("\n", "\n  ")}'`,
  ].join("\n");
  return (
    <section
      aria-labelledby="first-event"
      className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-2"
    >
      <h2 id="first-event" className="text-base font-semibold">
        {t("settings.firstEvent")}
      </h2>
      <p className="ft-prose">{t("settings.firstEventText")}</p>
      <div className="relative">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <pre tabIndex={0} className="overflow-x-auto rounded-md bg-ft-sunken p-4 pe-12 text-xs">
          <code>{command}</code>
        </pre>
        <div className="absolute end-2 top-2">
          <CopyButton text={command} label={t("settings.copyCommand")} />
        </div>
      </div>
    </section>
  );
}
