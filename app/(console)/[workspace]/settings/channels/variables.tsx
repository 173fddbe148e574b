import type { Text } from "@/components/text/text";
import type { Variable } from "@/server/providers/channel-standing";
import type { OutgoingChannel } from "@/server/providers/provider";

/** What can be set for every workspace at once, where this runs; never a value. */
export function Variables({
  channel,
  variables,
  t,
}: {
  channel: OutgoingChannel;
  variables: readonly Variable[];
  t: Text;
}) {
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-xs text-ft-3 hover:text-ft-1 pointer-coarse:py-3">
        {t("channels.variables")}
      </summary>
      <p className="mt-1 max-w-[68ch] text-ft-2">{t("channels.variablesHow", { channel })}</p>
      <ul className="mt-2 grid gap-1">
        {variables.map(({ name, isSet, example }) => (
          <li key={name} className="flex flex-wrap gap-x-3">
            <code className="text-xs [overflow-wrap:anywhere]">
              {example ? `${name}=${example}` : name}
            </code>
            <span className="text-xs text-ft-3">
              {t(isSet ? "channels.variableSet" : "channels.variableMissing")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
