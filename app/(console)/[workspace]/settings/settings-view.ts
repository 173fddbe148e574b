import "server-only";
import { type Capability, leastRole, may } from "@/core/operator/role";
import { pageView } from "../page-view";

/** The page view of a settings page: whether this operator may change it, and the sentence why not. */
export async function settingsView(slug: string, capability: Capability = "manage_settings") {
  const view = await pageView(slug);
  const { role } = view.member;
  const mayChange = may(role, capability);
  return {
    ...view,
    mayChange,
    whyNot: mayChange ? null : view.t("settings.mayNot", { role, least: leastRole(capability) }),
    back: { label: view.t("settings.backTo"), href: `/${slug}/settings` },
  };
}
