"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Submits the form around it: one that asks, by its address, and changes nothing. */
export function FormButton({ children }: { children: ReactNode }) {
  return <Button type="submit">{children}</Button>;
}
