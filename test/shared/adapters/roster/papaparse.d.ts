// The part of papaparse that the tests hold the reader against; the package brings no types.
declare module "papaparse" {
  interface Settings {
    readonly delimiter?: string;
    readonly newline?: string;
    readonly quotes?: boolean;
    readonly skipEmptyLines?: boolean;
  }
  const Papa: {
    parse(text: string, settings?: Settings): { readonly data: readonly (readonly string[])[] };
    unparse(rows: readonly (readonly string[])[], settings?: Settings): string;
  };
  export default Papa;
}
