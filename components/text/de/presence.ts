import type { presence as en } from "../en/presence";
import type { Same } from "../same";

export const presence = {
  others: "Auch hier",
  does: "{name} {does, select, editing {bearbeitet} asking {liest und möchte bearbeiten} other {liest}}",
  more: "Auch hier: {names}",
  asks: "{name} möchte bearbeiten.",
  handOver: "Übergeben",
  notNow: "Nicht jetzt",
  notSaved:
    "Nicht übergeben: Was du geändert hast, ließ sich nicht speichern, und {name} würde es nicht sehen. Versuche es wieder, sobald es gespeichert ist.",
  ask: "{answer, select, none {Um Übergabe bitten} asked {Nicht mehr bitten} other {Noch einmal bitten}}",
  asked:
    "Du hast {name} um Übergabe gebeten. Sobald {name} übergibt, den Editor verlässt oder zwei Minuten nichts ändert, kannst du bearbeiten.",
  refused: "{name} hat geantwortet: nicht jetzt.",
  takeOverTitle: "Von {name} übernehmen?",
  takeOverMeans:
    "{name} liest ab dann. Du bekommst den Entwurf, wie er gespeichert ist; was {name} noch nicht gespeichert hat, bleibt auf dem anderen Gerät, und {name} erfährt davon.",
  given: "Du kannst jetzt bearbeiten. Du siehst den neuesten Entwurf.",
  free: "Niemand bearbeitet diesen Entwurf mehr: Du kannst es.",
  handed: "Du hast den Entwurf an {name} übergeben.",
  taken:
    "{name} hat übernommen. Was du noch nicht gespeichert hattest, bleibt auf diesem Gerät, im Verlauf dieses Editors.",
  reading: "{name} hat zu bearbeiten begonnen; du liest.",
  dismiss: "In Ordnung",
} as const satisfies Same<typeof en>;
