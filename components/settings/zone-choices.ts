export type ZoneGroup = { region: string; zones: string[] };

/** Every IANA zone by continent, with `kept` among them even where this machine does not list it. */
export function zoneChoices(kept: string): ZoneGroup[] {
  const zones = [...new Set(["UTC", kept, ...Intl.supportedValuesOf("timeZone")])].sort();
  const groups = Map.groupBy(zones, (zone) => (zone.includes("/") ? zone.split("/", 1)[0] : "UTC"));
  return [...groups].map(([region = "UTC", some]) => ({ region, zones: some }));
}
