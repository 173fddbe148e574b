import type { Text } from "@/components/text/text";
import { CodeBlock } from "@/components/ui/code-block";
import type { FirstEvent as Made } from "./load-first-event";

/** Inside single quotes of a shell. */
const quoted = (text: string): string => text.replaceAll("'", `'\\''`);

/** The shortest way from a key to a case. */
export function FirstEvent({
  appUrl,
  sandbox,
  made: { event, workflow },
  t,
}: {
  appUrl: string;
  sandbox: boolean;
  made: Made;
  t: Text;
}) {
  const command = [
    `curl ${appUrl}/api/v1/events \\`,
    `  -H "Authorization: Bearer ft_${sandbox ? "test" : "live"}_…" \\`,
    '  -H "Content-Type: application/json" \\',
    `  -d '${quoted(JSON.stringify(event, null, 2)).replaceAll("\n", "\n  ")}'`,
  ].join("\n");
  return (
    <section
      aria-labelledby="first-event"
      className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-2"
    >
      <h2 id="first-event" className="text-base font-semibold">
        {t("settings.firstEvent")}
      </h2>
      <p className="ft-prose">
        {t("settings.firstEventText")}{" "}
        {workflow === null ? null : t("settings.firstEventFor", { workflow })}
      </p>
      <CodeBlock text={command} label={t("settings.copyCommand")} />
    </section>
  );
}
