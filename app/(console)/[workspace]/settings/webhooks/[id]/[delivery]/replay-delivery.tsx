"use client";

import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { replayDeliveryAction } from "../../actions";

export function ReplayDelivery({
  slug,
  endpointId,
  id,
  type,
}: {
  slug: string;
  endpointId: string;
  id: string;
  type: string;
}) {
  const t = useText();
  const { pending, run } = useAction("toast");
  const replay = () =>
    run(
      () => replayDeliveryAction(slug, { endpointId, id }),
      () => showToast(t("webhooks.replayed")),
    );
  return (
    <Button pending={pending} aria-label={t("webhooks.replayOf", { type })} onPress={replay}>
      {t("webhooks.replay")}
    </Button>
  );
}
