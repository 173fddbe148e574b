/** Where a delivery stands. `waiting`: for its first or next attempt. */
export const DELIVERY_STATUSES = ["waiting", "sending", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Who or what turned an endpoint off: somebody, its own 410, or three days without one good answer. */
export const DISABLED_BECAUSE = ["operator", "gone", "failing"] as const;
export type DisabledBecause = (typeof DISABLED_BECAUSE)[number];
