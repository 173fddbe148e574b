"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { errorBeside, errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { DAY_MS } from "@/core/time";
import { replayFailedAction } from "../actions";

const DAYS_BACK = 3;

/** Sends again what failed since a day. */
export function ReplayFailed({ slug, id }: { slug: string; id: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { failure, pending, run } = useAction();
  const submit = (day: string) => {
    // The day as the reader's own clock has it.
    const since = new Date(`${day}T00:00:00`).toISOString();
    run(
      () => replayFailedAction(slug, { id, since }),
      ({ replayed: n }) => {
        setOpen(false);
        showToast(t("webhooks.replayedN", { n }));
      },
    );
  };
  const beside = errorBeside(failure, ["since"]);
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)}>
        {t("webhooks.replayFailed")}
      </Button>
      {open ? (
        <Dialog open onOpenChange={setOpen} title={t("webhooks.replayFailedTitle")}>
          <form
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              submit(String(new FormData(event.currentTarget).get("since")));
            }}
          >
            <p>{t("webhooks.replayFailedText")}</p>
            <TextField
              label={t("webhooks.since")}
              name="since"
              type="date"
              required
              className="w-44"
              defaultValue={new Date(Date.now() - DAYS_BACK * DAY_MS).toISOString().slice(0, 10)}
              error={errorOf(failure, "since")}
            />
            {beside ? <Note tone="failed">{beside}</Note> : null}
            <div className="flex justify-end gap-2">
              <Button onPress={() => setOpen(false)}>{t("common.cancel")}</Button>
              <Button type="submit" look="primary" pending={pending}>
                {t("webhooks.replayFailedVerb")}
              </Button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
