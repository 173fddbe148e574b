import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import { ChipFilter } from "@/components/ui/chip-filter";

type Kind = "teams" | "org" | "rotas" | "policies" | "escalations";
const KINDS = {
  teams: "shell.teams",
  org: "org.title",
  rotas: "rotas.title",
  policies: "teams.policies",
  escalations: "escalations.title",
} as const satisfies Record<Kind, TextKey>;

/** Teams, their rotas, the policies that bring both in, and what came of it; and which of them is shown. */
export function TeamKindsNav({ t, slug, kind }: { t: Text; slug: string; kind: Kind }) {
  return (
    <ChipFilter
      label={t("policies.kinds")}
      options={(Object.keys(KINDS) as Kind[]).map((each) => ({
        label: t(KINDS[each]),
        href: `/${slug}/${each}`,
        current: each === kind,
      }))}
    />
  );
}
