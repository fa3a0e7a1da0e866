/** Pixels of a card: what messengers and social networks show of a link (Open Graph). */
export const cardSize = { width: 1200, height: 630 } as const;
