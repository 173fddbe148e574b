import { CircleAlert } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";

type Frame = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what would be right. */
  error?: string | undefined;
};

type Wiring = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
};

/** Label, control, hint and error, joined for assistive technology. Works without JavaScript. */
export function FieldFrame({
  label,
  hint,
  error,
  children,
}: Frame & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="ft-field">
      <label htmlFor={id} className="ft-label">
        {label}
      </label>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": Boolean(error),
      })}
      {hint ? (
        <p id={`${id}-hint`} className="ft-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="ft-field-error">
          <CircleAlert aria-hidden="true" size={14} className="mt-px" />
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  ...input
}: Frame & Omit<ComponentProps<"input">, "id">) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => <input {...input} {...wiring} className={`ft-input ${input.className ?? ""}`} />}
    </FieldFrame>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  ...input
}: Frame & Omit<ComponentProps<"textarea">, "id">) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea {...input} {...wiring} className={`ft-input ${input.className ?? ""}`} />
      )}
    </FieldFrame>
  );
}

/** The platform's own select: its keyboard and its phone picker are better than any of ours. */
export function SelectField({
  label,
  hint,
  error,
  children,
  ...input
}: Frame & Omit<ComponentProps<"select">, "id">) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => (
        <select {...input} {...wiring} className="ft-input">
          {children}
        </select>
      )}
    </FieldFrame>
  );
}

export function CheckboxField({
  label,
  hint,
  ...input
}: Omit<Frame, "error"> & Omit<ComponentProps<"input">, "id" | "type">) {
  const id = useId();
  return (
    <div className="flex min-h-6 items-start gap-2">
      <input
        {...input}
        id={id}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4 shrink-0 accent-(--ft-ink)"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <p id={`${id}-hint`} className="ft-hint">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
