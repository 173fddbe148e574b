"use client";

import { type ViewActions, type ViewTab, ViewTabs } from "@/components/lists/view-tabs";
import { useText } from "@/components/text/text-provider";
import type { ListName } from "@/core/operator/list-name";
import { createListView, deleteListView, updateListView } from "./view-actions";

/** The saved views of one list as tabs. */
export function ListViews({
  slug,
  list,
  views,
}: {
  slug: string;
  list: ListName;
  views: readonly ViewTab[];
}) {
  const t = useText();
  const actions: ViewActions = {
    create: (view) => createListView(slug, { list, ...view }),
    update: (id, change) => updateListView(slug, { list, id, ...change }),
    remove: (id) => deleteListView(slug, { id }),
  };
  return <ViewTabs label={t("lists.views")} views={views} actions={actions} />;
}
