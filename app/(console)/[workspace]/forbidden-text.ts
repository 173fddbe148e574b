import { type Capability, leastRole, may } from "@/core/operator/role";
import type { PageView } from "./page-view";

/** Why the viewer of a page may not: which role is missing and who can grant it; null when they may. */
export function forbiddenText({ member, t }: PageView, capability: Capability): string | null {
  if (may(member.role, capability)) return null;
  const role = t("shell.role", { role: member.role });
  const needed = t("shell.role", { role: leastRole(capability) });
  return t("shell.forbidden", { role, needed });
}
