import { type ToolAnnotations } from '@modelcontextprotocol/sdk/types.js';

/** Of tools that change nothing and look at this collection alone. */
export const readOnly = { readOnlyHint: true, openWorldHint: false } as const satisfies ToolAnnotations;
