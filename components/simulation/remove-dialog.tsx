"use client";

import type { ActionAnswer } from "@/components/ui/action-answer";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import type { Sim } from "./use-simulation";

/** Deletes a kept test, after asking. */
export function RemoveDialog({
  sim,
  test,
  remove,
  onClose,
}: {
  sim: Sim;
  test: Sim["saved"][number];
  remove: (key: string) => Promise<ActionAnswer<unknown>>;
  onClose: () => void;
}) {
  const { t, saved, setSaved, change } = sim;
  const { pending, failure, run } = useAction();
  const { key, name } = test;
  const confirm = () =>
    void run(
      () => remove(key),
      () => {
        setSaved(saved.filter((one) => one.key !== key));
        change({ choice: undefined, t: undefined });
        onClose();
      },
    );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("simulation.removeTitle", { name })}
      verb={t("simulation.removeVerb")}
      danger
      pending={pending}
      error={failure?.message}
      onConfirm={confirm}
    >
      <p>{t("simulation.removeBody")}</p>
    </ConfirmDialog>
  );
}
