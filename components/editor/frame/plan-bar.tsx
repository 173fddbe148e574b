"use client";

import { Check, Settings2 } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { Problem } from "@/core/workflow/validate";
import { useWorld } from "../editor-context";
import { FoundMark } from "../plan/node-texts";
import { SETTINGS_KEY } from "../plan/plan-nodes";
import { VIEWS, type View } from "../use-editor-address";

/** Which view is shown, and how much is wrong. */
export function PlanBar({
  found,
  view,
  onView,
  showing,
  onShow,
  counting,
  onCounting,
}: {
  found: readonly Problem[];
  view: View;
  onView: (view: View) => void;
  /** Whether the problems are listed. */
  showing: boolean;
  onShow: (showing: boolean) => void;
  /** Whether the cases at each step are shown. */
  counting: boolean;
  onCounting: (counting: boolean) => void;
}) {
  const t = useText();
  const { store } = useWorld();
  return (
    <div className="ft-plan-bar">
      <fieldset className="ft-views">
        <legend className="sr-only">{t("editor.views")}</legend>
        {VIEWS.map((one) => (
          <label key={one} className="ft-view">
            <input
              type="radio"
              name="view"
              value={one}
              checked={view === one}
              onChange={() => onView(one)}
            />
            {t(`editor.${one}`)}
          </label>
        ))}
      </fieldset>
      <Button
        size="sm"
        look="tertiary"
        onPress={() => {
          store.set({ current: SETTINGS_KEY, chosen: new Set() });
          store.wish("inspector", "name");
        }}
      >
        <Settings2 aria-hidden="true" size={16} />
        {t("editor.settings")}
      </Button>
      <label className="ft-view hidden sm:inline-flex">
        <input
          type="checkbox"
          checked={counting}
          onChange={(event) => onCounting(event.target.checked)}
        />
        {counting ? <Check aria-hidden="true" size={14} className="me-1" /> : null}
        {t("editor.counts")}
      </label>
      <span className="ms-auto" />
      {found.length === 0 ? (
        <span className="text-ft-3">{t("editor.noProblems")}</span>
      ) : (
        <button
          type="button"
          className="ft-found-button"
          aria-expanded={showing}
          onClick={() => onShow(!showing)}
        >
          <FoundMark found={found} />
        </button>
      )}
    </div>
  );
}
