/** Pixels of the card that messengers show for a work (app/images/cards). */
export const cardSize = { width: 1200, height: 630 } as const;
