import { FlaskConical, Radio } from "lucide-react";

export function ModeIcon({ kind }: { kind: "live" | "sandbox" }) {
  return kind === "live" ? <Radio aria-hidden="true" /> : <FlaskConical aria-hidden="true" />;
}
