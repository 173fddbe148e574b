export type ButtonLook = "primary" | "secondary" | "tertiary" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export const LIBRARY_VARIANT = {
  primary: "primary",
  secondary: "outline",
  tertiary: "ghost",
  danger: "danger",
} as const satisfies Record<ButtonLook, string>;
