/** What an API token may be allowed to do. Each needs its words: `tokens.scopes` in messages/. */
export const scopes = ['works:read', 'works:write'] as const;
export type Scope = (typeof scopes)[number];

export const isScope = (text: string): text is Scope => scopes.some((scope) => scope === text);
