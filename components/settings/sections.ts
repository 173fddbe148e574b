import type { TextKey } from "@/components/text/messages";

export type SettingsSection = { path: string; label: TextKey };

/** The pages of the settings, in the order of their navigation. */
export const SETTINGS_GROUPS: readonly { label: TextKey; sections: readonly SettingsSection[] }[] =
  [
    {
      label: "settings.groupWorkspace",
      sections: [
        { path: "general", label: "settings.general" },
        { path: "brand", label: "settings.brand" },
        { path: "person-side", label: "personside.title" },
        { path: "locales", label: "settings.locales" },
        { path: "calendars", label: "settings.calendars" },
      ],
    },
    {
      label: "settings.groupSending",
      sections: [
        { path: "channels", label: "settings.channels" },
        { path: "domains", label: "domains.title" },
        { path: "topics", label: "settings.topics" },
        { path: "frequency", label: "frequency.title" },
        { path: "suppressions", label: "suppressions.title" },
      ],
    },
    {
      label: "settings.groupAccess",
      sections: [
        { path: "members", label: "settings.members" },
        { path: "api-keys", label: "settings.apiKeys" },
        { path: "webhooks", label: "settings.webhooks" },
      ],
    },
    {
      label: "settings.groupRecords",
      sections: [
        { path: "data-retention", label: "settings.retention" },
        { path: "audit-log", label: "settings.auditLog" },
      ],
    },
    {
      label: "settings.groupYou",
      sections: [
        { path: "security", label: "settings.security" },
        { path: "accessibility", label: "settings.display" },
      ],
    },
  ];
