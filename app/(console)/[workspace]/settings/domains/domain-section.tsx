import { SettingsSection } from "@/components/settings/settings-page";
import type { Text } from "@/components/text/text";
import type { Finding } from "@/core/domain/finding";
import { ctx } from "@/server/boot";
import { checkDomain, checkReplies, type SendingDomain } from "@/server/domains/check-domain";
import { nameServer } from "@/server/domains/name-server";
import { FindingRow } from "./finding-row";

const server = () => nameServer(ctx.config.dnsServers ?? undefined);

/** One domain as receivers of its mail see it, looked up now. */
export async function DomainSection({ t, domain }: { t: Text; domain: SendingDomain }) {
  return <Findings t={t} title={domain.domain} found={await checkDomain(server(), domain)} />;
}

/** Whether replies find their way back. */
export async function RepliesSection({ t, domain }: { t: Text; domain: string }) {
  const title = t("domains.repliesTo", { domain });
  return <Findings t={t} title={title} found={[await checkReplies(server(), domain)]} />;
}

function Findings({ t, title, found }: { t: Text; title: string; found: readonly Finding[] }) {
  const count = (wanted: Finding["level"]) => found.filter(({ level }) => level === wanted).length;
  const counts = { problems: count("problem"), unknown: count("unknown") };
  return (
    <SettingsSection
      id={`domain-${title.replace(/[^a-z0-9]+/gi, "-")}`}
      title={title}
      lead={t("domains.summary", counts)}
    >
      <ul className="grid gap-3">
        {found.map((finding) => (
          <FindingRow key={`${finding.check} ${finding.name}`} t={t} finding={finding} />
        ))}
      </ul>
    </SettingsSection>
  );
}
