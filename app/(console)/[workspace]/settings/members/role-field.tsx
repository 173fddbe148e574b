"use client";

import { useState } from "react";
import { ROLE_TEXTS } from "@/components/auth/role-name";
import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { ROLES, type Role } from "@/core/operator/role";

/** A role, with what it may do said below. */
export function RoleField({ initial }: { initial: Role }) {
  const t = useText();
  const [role, setRole] = useState(initial);
  return (
    <SelectField
      label={t("members.role")}
      name="role"
      value={role}
      onChange={({ target }) => setRole(ROLES.find((known) => known === target.value) ?? initial)}
      hint={t(ROLE_TEXTS[role].may)}
    >
      {ROLES.map((known) => (
        <option key={known} value={known}>
          {t(ROLE_TEXTS[known].name)}
        </option>
      ))}
    </SelectField>
  );
}
