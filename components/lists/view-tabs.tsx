"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button, IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { viewHref, viewQuery } from "@/core/filter/list-address";
import { useList } from "./list-context";
import { SaveViewDialog } from "./save-view-dialog";

/** A list somebody wants again. `own`: the reader made it and may change it. */
export type ViewTab = {
  id: string;
  name: string;
  query: string;
  own: boolean;
  shared: boolean;
  /** Everybody has it; nobody changes it. */
  system: boolean;
};

/** What can be done to views; each is an action of the server. */
export type ViewActions = {
  create: (view: {
    name: string;
    query: string;
    shared: boolean;
  }) => Promise<ActionAnswer<{ id: string }>>;
  update: (
    id: string,
    change: { name?: string; query?: string; shared?: boolean },
  ) => Promise<ActionAnswer<unknown>>;
  remove: (id: string) => Promise<ActionAnswer<unknown>>;
};

/** Saved views as tabs; when the list is no longer the view's, what to do with the difference. */
export function ViewTabs({
  label,
  views,
  actions,
}: {
  label: string;
  views: readonly ViewTab[];
  actions: ViewActions;
}) {
  const t = useText();
  const { list, address, go } = useList();
  const [dialog, setDialog] = useState<"new" | "rename" | "delete">();
  const query = viewQuery(list, address);
  const same = views.find((view) => view.query === query);
  const begun = views.find(({ id }) => id === address.view);
  const current = begun ?? same;
  const isChanged = current ? current.query !== query : query !== "";
  const hrefOf = ({ id, query: of, system }: ViewTab) => {
    const search = [of, system ? "" : `view=${id}`].filter(Boolean).join("&");
    return viewHref(list.path, address, search);
  };
  const { pending, run } = useAction("toast");
  const change = (
    { id }: ViewTab,
    change: Parameters<ViewActions["update"]>[1],
    done: Parameters<typeof t>[0],
  ) =>
    run(
      () => actions.update(id, change),
      () => showToast(t(done)),
    );
  const isOwn = current?.own === true;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <nav aria-label={label} className="ft-view-tabs">
        {views.map((view) => (
          <Link
            key={view.id}
            href={hrefOf(view)}
            scroll={false}
            className="ft-view-tab"
            aria-current={view === current ? "true" : undefined}
          >
            {view.name}
            {view.shared && !view.own && !view.system ? (
              <span className="sr-only"> ({t("lists.shared")})</span>
            ) : null}
          </Link>
        ))}
      </nav>
      {isOwn ? (
        <Menu
          label={t("lists.viewActions")}
          onAction={(id) => {
            if (id === "rename" || id === "delete") return setDialog(id);
            const shared = !current.shared;
            void change(current, { shared }, shared ? "lists.viewShared" : "lists.viewPrivate");
          }}
          sections={[
            {
              items: [
                { id: "rename", label: t("lists.renameView") },
                { id: "share", label: t(current.shared ? "lists.unshareView" : "lists.shareView") },
                { id: "delete", label: t("lists.deleteView") },
              ],
            },
          ]}
          trigger={
            <IconButton size="sm" label={t("lists.viewActions")}>
              <Ellipsis aria-hidden="true" />
            </IconButton>
          }
        />
      ) : null}
      {isChanged ? (
        <div className="flex flex-wrap items-center gap-1 text-xs text-ft-2">
          {begun ? <span>{t("lists.unsaved")}</span> : null}
          {isOwn ? (
            <Button
              size="sm"
              look="tertiary"
              pending={pending}
              onPress={() => change(current, { query }, "lists.viewUpdated")}
            >
              {t("lists.updateView")}
            </Button>
          ) : null}
          <Button size="sm" look="tertiary" onPress={() => setDialog("new")}>
            {t("lists.saveAs")}
          </Button>
        </div>
      ) : null}
      {dialog === "new" || dialog === "rename" ? (
        <SaveViewDialog
          title={t(dialog === "new" ? "lists.saveView" : "lists.renameView")}
          name={dialog === "rename" ? (current?.name ?? "") : ""}
          shared={dialog === "new" ? false : undefined}
          onClose={() => setDialog(undefined)}
          onSave={async ({ name, shared }) => {
            if (dialog === "rename" && current) return actions.update(current.id, { name });
            const made = await actions.create({ name, query, shared });
            if (made.ok) go({ view: made.value.id });
            return made;
          }}
        />
      ) : null}
      {current && isOwn ? (
        <ConfirmDialog
          open={dialog === "delete"}
          onOpenChange={() => setDialog(undefined)}
          title={t("lists.deleteViewTitle", { name: current.name })}
          verb={t("lists.deleteView")}
          danger
          onConfirm={() => {
            setDialog(undefined);
            void run(
              () => actions.remove(current.id),
              () => {
                showToast(t("lists.viewDeleted"));
                go({ view: undefined });
              },
            );
          }}
        >
          {t(current.shared ? "lists.deleteSharedView" : "lists.deleteOwnView")}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
