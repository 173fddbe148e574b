import type { ZoneGroup } from "./zone-choices";

/** The options of a select of time zones, under their continents. */
export function ZoneOptions({ groups }: { groups: readonly ZoneGroup[] }) {
  return groups.map(({ region, zones }) => (
    <optgroup key={region} label={region}>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll("_", " ")}
        </option>
      ))}
    </optgroup>
  ));
}
