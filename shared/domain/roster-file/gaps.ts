// What a row leaves to the defaults of its file, as bits: its first month; its last one, having no number of months either.
export const [NO_START, NO_END] = [1, 2];
