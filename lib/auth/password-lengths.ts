/** Characters of a password. NIST SP 800-63B asks for length, and against rules about which characters. */
export const passwordLengths = { min: 12, max: 256 } as const;
