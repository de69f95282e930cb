// How CloudFormation writes numbers and truth values: as such, or as texts.
import * as z from "zod";

export const number = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
export const flag = z.union([z.boolean(), z.stringbool()]);
