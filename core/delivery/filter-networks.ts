/**
 * Where mail filters of Microsoft 365 fetch from: the ranges that Microsoft publishes for Exchange
 * Online Protection (learn.microsoft.com, “Office 365 URLs and IP address ranges”, ids 9 and 10). Nobody
 * reads mail there. Of other makers no list is kept that could be relied on.
 */
const RANGES: readonly (readonly [network: string, bits: number])[] = [
  ["40.92.0.0", 15],
  ["40.107.0.0", 16],
  ["52.100.0.0", 14],
  ["52.238.78.88", 32],
  ["104.47.0.0", 17],
];

const MAPPED = /^::ffff:/i;
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** An IPv4 address as a number; null for anything else. */
function numberOf(ip: string): number | null {
  const parts = IPV4.exec(ip.replace(MAPPED, ""))?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

const NETWORKS = RANGES.map(([network, bits]) => {
  const size = 2 ** (32 - bits);
  return { size, place: Math.floor((numberOf(network) ?? 0) / size) };
});

/** Whether only mail filters call from this address. */
export function isFilterNetwork(ip: string): boolean {
  const number = numberOf(ip);
  if (number === null) return false;
  return NETWORKS.some(({ size, place }) => Math.floor(number / size) === place);
}
