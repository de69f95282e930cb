// Writes docs/inputs.md from the catalogue of files in test/catalogue/: `node scripts/write-inputs-doc.ts`. A test compares the two.
import { writeFileSync } from "node:fs";
import { inputsDoc } from "#test/catalogue/inputs-doc.ts";

writeFileSync(new URL("../docs/inputs.md", import.meta.url), inputsDoc());
