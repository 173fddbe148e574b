import { Rows3, UserRound, Workflow } from "lucide-react";
import type { Text } from "@/components/text/text";
import { stateWord } from "@/components/ui/state-badge";
import type { Found } from "./found";
import type { RowGroup } from "./rows";

/** What the server found, as lines that lead there. */
export function foundRows(
  found: Found,
  slug: string,
  t: Text,
  go: (href: string, label: string) => void,
): RowGroup[] {
  const to = (href: string, label: string) => ({ href, label, run: () => go(href, label) });
  return [
    {
      heading: "shell.workflows",
      rows: found.workflows.map(({ key, name, status }) => ({
        id: `workflow-${key}`,
        ...to(`/${slug}/workflows/${key}`, name),
        detail: stateWord(status, t),
        icon: Workflow,
      })),
    },
    {
      heading: "shell.cases",
      rows: found.cases.map(({ number, subject, key, status }) => ({
        id: `case-${number}`,
        ...to(`/${slug}/cases/C-${number}`, `C-${number} ${subject}`),
        detail: [key, stateWord(status, t)].filter(Boolean).join(" · "),
        icon: Rows3,
      })),
    },
    {
      heading: "shell.people",
      rows: found.people.map(({ id, name, email }) => ({
        id: `person-${id}`,
        ...to(`/${slug}/people/${encodeURIComponent(id)}`, name ?? id),
        detail: email ?? id,
        icon: UserRound,
      })),
    },
  ];
}

/** A number or an address means one thing: what was found goes before the pages. */
export const meansOneThing = (query: string): boolean =>
  /^\s*(?:c-)?\d+\s*$/i.test(query) || query.includes("@") || /\w[_:]\w/.test(query);
