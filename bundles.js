/* The scripts of the search and the style sheet that pages load: each one file, made of those in
   docs/assets/ that it imports.  `npm run bundle` writes them; they are committed, so that a build of
   the site needs no Node. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL(".", import.meta.url));

/** The bundles: [{path, text}]. */
export async function bundles() {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [
      ...["search", "find", "marks"].map((name) => `docs/assets/search/${name}.js`),
      ...["check.js", "check.css"].map((name) => `docs/assets/check/${name}`),
      "docs/assets/css/site.css",
    ],
    // What is imported when it is needed is a file of its own.
    external: ["./find.js", "./marks.js"],
    outdir: "docs/assets/bundles",
    entryNames: "[name]",
    banner: {
      js: "// Made by `npm run bundle` of the modules in ../search/, ../check/ and ../js/: change those.",
      css: "/* Made by `npm run bundle` of ../css/, ../search/search.css and ../check/check.css: change those. */",
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    charset: "utf8",
    write: false,
  });
  return outputFiles;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, contents } of await bundles()) await writeFile(path, contents);
}
