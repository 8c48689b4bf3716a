declare const brand: unique symbol

/** A string that must not be mixed up with another one. */
export type Brand<Name extends string> = string & { readonly [brand]: Name }
