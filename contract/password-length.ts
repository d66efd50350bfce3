/** Characters that a password must and may have. */
export const passwordLength = { least: 10, most: 128 } as const;
