import "server-only";
import type { Text } from "@/components/text/text";

/** Who published a version, by the name they go by now; null for whoever is gone. */
export function publishedByText(
  by: string | null,
  names: ReadonlyMap<string, string>,
  t: Text,
): string | null {
  if (by === null) return null;
  const [kind = "", ...rest] = by.split(":");
  const name = rest.join(":");
  if (kind === "operator") return names.get(name) ?? null;
  return kind === "api" ? t("versions.byApi", { name }) : null;
}

/** The operators among those who published. */
export const operatorsIn = (by: readonly (string | null)[]): string[] => [
  ...new Set(by.flatMap((one) => (one?.startsWith("operator:") ? [one.slice(9)] : []))),
];
