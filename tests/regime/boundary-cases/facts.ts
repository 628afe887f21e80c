/** Facts of an activity: what came in over a period. */
export const total = (value: string, unit: string, period: string) => ({ periodTotal: { value, unit, period } });

/** The same in barrels. */
export const barrels = (value: string, period: string) => total(value, 'barrel', period);

/** Circumstances that somebody states. */
export const stated = (...circumstances: string[]) => ({ circumstances });
