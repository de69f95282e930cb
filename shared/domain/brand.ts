// A brand makes two strings of different meaning two types; it exists only while compiling.
declare const brand: unique symbol;

export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
