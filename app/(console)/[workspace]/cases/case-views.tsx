"use client";

import { type ViewActions, type ViewTab, ViewTabs } from "@/components/lists/view-tabs";
import { useText } from "@/components/text/text-provider";
import { createCaseView, deleteCaseView, updateCaseView } from "./actions";

export function CaseViews({ slug, views }: { slug: string; views: readonly ViewTab[] }) {
  const t = useText();
  const actions: ViewActions = {
    create: async (view) => {
      const made = await createCaseView(slug, view);
      return made.ok ? { ok: true, id: made.value.id } : made;
    },
    update: (id, change) => updateCaseView(slug, { id, ...change }),
    remove: (id) => deleteCaseView(slug, { id }),
  };
  return <ViewTabs label={t("lists.views")} views={views} actions={actions} />;
}
