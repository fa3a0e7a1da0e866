/** The id of the form that the boxes of the works table belong to. */
export const selectionForm = 'selection';
