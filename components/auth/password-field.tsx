"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { FieldFrame } from "@/components/ui/field";

type Props = Omit<ComponentProps<"input">, "id" | "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  autoComplete: "current-password" | "new-password";
};

/** A password that can be looked at while it is typed, and says when Caps Lock is on. */
export function PasswordField({ label, hint, error, ...input }: Props) {
  const t = useText();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <FieldFrame label={label} hint={caps ? t("auth.capsLock") : hint} error={error}>
      {(wiring) => (
        <span className="relative block">
          <input
            {...input}
            {...wiring}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            onKeyUp={(event) => setCaps(event.getModifierState("CapsLock"))}
            onBlur={() => setCaps(false)}
            className="ft-input pe-11"
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label={t("auth.showPassword")}
            title={t(shown ? "auth.hidePassword" : "auth.showPassword")}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded-md text-ft-3 hover:text-ft-1"
          >
            <Icon aria-hidden="true" size={16} />
          </button>
        </span>
      )}
    </FieldFrame>
  );
}
