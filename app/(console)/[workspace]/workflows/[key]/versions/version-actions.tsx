"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import type { MenuSection } from "@/components/ui/menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { useAction } from "@/components/ui/use-action";
import { PublishDialog } from "../publish-dialog";
import { restoreAction } from "./actions";

export type VersionActionsProps = {
  slug: string;
  workflow: string;
  /** The address of the workflow. */
  path: string;
  version: number;
  liveVersion: number | null;
  newest: number;
  hasDraft: boolean;
  /** The revision this page shows. */
  revision: number;
  mayEdit: boolean;
};

/** What can be done with one version. */
export function VersionActions(props: VersionActionsProps) {
  const { slug, workflow, path, version, liveVersion, newest, hasDraft, revision, mayEdit } = props;
  const t = useText();
  const router = useRouter();
  const [shown, setShown] = useState<"restore" | "publish">();
  const { pending, failure, run, forget } = useAction();
  const close = () => {
    setShown(undefined);
    forget();
  };
  const isLive = version === liveVersion;
  const restore = () =>
    run(
      () => restoreAction(slug, { key: workflow, version, ifMatch: revision }),
      () => {
        close();
        router.push(isLive ? path : `${path}?version=draft`);
      },
    );
  const compare = (a: number, b: number | "draft") => `${path}/versions/${a}...${b}`;
  const sections: MenuSection[] = [
    {
      items: [
        ...(mayEdit && !(isLive && !hasDraft)
          ? [{ id: "restore", label: t("versions.restore") }]
          : []),
        ...(version > 1
          ? [
              {
                id: compare(version - 1, version),
                label: t("versions.compareBefore", { version: version - 1 }),
              },
            ]
          : []),
        ...(liveVersion === null || isLive
          ? []
          : [
              {
                id: compare(Math.min(version, liveVersion), Math.max(version, liveVersion)),
                label: t("versions.compareLive", { version: liveVersion }),
              },
            ]),
        ...(hasDraft ? [{ id: compare(version, "draft"), label: t("versions.compareDraft") }] : []),
      ],
    },
    {
      items: [
        { id: "json", label: t("versions.exportJson") },
        { id: "yaml", label: t("versions.exportYaml") },
      ],
    },
  ];
  const choose = (id: string) => {
    if (id === "restore") return setShown("restore");
    if (id.startsWith("/")) return router.push(id);
    window.location.assign(`${path}/export?version=${version}&format=${id}`);
  };
  return (
    <div className="flex flex-wrap items-center justify-end gap-1">
      {mayEdit && !isLive ? (
        <Button size="sm" onPress={() => setShown("publish")}>
          {t("versions.makeLive")}
          <span className="sr-only"> v{version}</span>
        </Button>
      ) : null}
      <MoreMenu
        label={t("versions.actionsOf", { version })}
        onAction={choose}
        sections={sections}
      />
      {shown === "publish" ? (
        <PublishDialog
          {...{ slug, workflow }}
          restore={version}
          next={newest + 1}
          onClose={close}
        />
      ) : null}
      <ConfirmDialog
        open={shown === "restore"}
        onOpenChange={(open) => open || close()}
        title={t("versions.restoreTitle", { version })}
        verb={t("versions.restoreVerb", { version })}
        pending={pending}
        error={failure?.message}
        onConfirm={restore}
      >
        <div className="grid gap-2">
          {isLive ? (
            <p>{t("versions.restoreLive", { version })}</p>
          ) : (
            <>
              {hasDraft ? <p>{t("versions.restoreReplaces")}</p> : null}
              <p>{t("versions.restoreBody")}</p>
            </>
          )}
          <p className="text-ft-2">{t("versions.wordsNotKept")}</p>
        </div>
      </ConfirmDialog>
    </div>
  );
}
