/** Days after which an API token may expire. */
export const tokenDays = [7, 30, 90, 365] as const;
