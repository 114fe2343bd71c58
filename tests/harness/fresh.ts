// Before the stories: what they need is there, and nothing of an earlier run is taken for theirs.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./server.ts";

export default function fresh(): void {
  for (const built of ["dist/v1/loader.js", "dist/console/index.html", "edge/build/index.js"]) {
    if (!existsSync(join(ROOT, built))) throw new Error(`${built} is missing: run \`cargo xtask build\` first, or the stories by \`cargo xtask test --only stories\`.`);
  }
  rmSync(join(ROOT, "tests/report/servers"), { recursive: true, force: true });
}
