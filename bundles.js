/* What pages load: one script for each kind of page, made of what its entry in docs/assets/js/
   imports, a script for the head of all of them, and one style sheet.  `npm run bundle` writes them;
   they are committed, so that a build of the site needs no Node. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readdir, unlink, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const ASSETS = join(ROOT, "docs/assets");
const FOLDER = join(ASSETS, "bundles");
/* Scripts of the head, which put names into the global scope; the others are modules. */
const HEAD = ["face", "address", "scope", "palette"];
const BANNERS = {
  js: "// Made by `npm run bundle` of the modules in docs/assets/: change those.",
  css: "/* Made by `npm run bundle` of the style sheets in docs/assets/ and those of Material for MkDocs (assets/vendor/mkdocs-material/LICENSE): change those. */",
};
const OPTIONS = /** @type {const} */ ({
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2023",
  charset: "utf8",
  legalComments: "inline",
  write: false,
});

/** @param {string} path */
const name = (path) => basename(path).replace(/^entry-|\.\w+$/g, "");

/** The bundles: [{path, text}]. */
export async function bundles() {
  const entries = readdirSync(join(ASSETS, "js"))
    .filter((file) => file.startsWith("entry-"))
    .map((file) => join(ASSETS, "js", file));
  const scripts = [...entries, join(ASSETS, "js/moved.js")];
  const lazy = await importedLater(scripts);
  const { outputFiles } = await build({
    ...OPTIONS,
    entryPoints: [...scripts, ...lazy, ...["site", "embed"].map((file) => join(ASSETS, `css/${file}.css`))].map(
      (path) => ({ in: path, out: name(path) }),
    ),
    outdir: FOLDER,
    external: ["*.woff2"],
    banner: BANNERS,
    plugins: [apart(lazy), theme],
  });
  return [...outputFiles.map(({ path, text }) => ({ path, text })), await head()];
}

/**
 * The modules that scripts load when they need them, with import().
 * @param {string[]} scripts
 */
async function importedLater(scripts) {
  const { metafile } = await build({ ...OPTIONS, entryPoints: scripts, outdir: FOLDER, metafile: true });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const paths = imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => resolve(ROOT, path));
  return [...new Set(paths)].sort();
}

/**
 * Keeps what is loaded later a file of its own, whoever imports it, so that it runs once.
 * @param {string[]} lazy
 * @returns {import("esbuild").Plugin}
 */
const apart = (lazy) => ({
  name: "apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
      lazy.includes(resolve(resolveDir, path)) ? { path: `./${name(path)}.js`, external: true } : undefined,
    ),
});

/**
 * The theme's style sheets, without the rules and variables that need a word (a class, an element,
 * an attribute) that no page uses: css/material.json lists those that pages do use.
 * @type {import("esbuild").Plugin}
 */
const theme = {
  name: "theme",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^material$/ }, ({ path }) => ({ path, namespace: "theme" }));
    onLoad({ filter: /./, namespace: "theme" }, async () => {
      const { words } = JSON.parse(readFileSync(join(ASSETS, "css/material.json"), "utf8"));
      const [cut] = await new PurgeCSS().purge({
        content: [{ raw: words.join(" "), extension: "txt" }],
        css: [{ raw: themeStyles() }],
        keyframes: true,
        variables: true,
        safelist: { variables: usedVariables() },
      });
      return { contents: cut.css, loader: "css" };
    });
  },
};

/** The style sheets that Material for MkDocs brings along in the project's Python environment. */
function themeStyles() {
  const python = join(ROOT, ".venv/bin/python");
  const place = execFileSync(python, ["-c", "import material; print(*material.__path__)"], { encoding: "utf8" });
  const folder = join(place.trim(), "templates/assets/stylesheets");
  const files = readdirSync(folder).filter((file) => file.endsWith(".css"));
  return files.sort().map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
}

/** The theme's variables that our own style sheets ask for. */
function usedVariables() {
  const sheets = readdirSync(ASSETS, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css") && !file.startsWith("bundles"))
    .map((file) => readFileSync(join(ASSETS, file), "utf8"));
  return [...new Set(sheets.flatMap((text) => text.match(/--md-[\w-]+/g) ?? []))].sort();
}

/** The script of the head: classic scripts one after the other, whose names stay as they are. */
async function head() {
  const texts = HEAD.map((file) => readFileSync(join(ASSETS, `js/${file}.js`), "utf8"));
  const { code } = await transform(texts.join("\n"), { minify: true, target: OPTIONS.target, charset: "utf8" });
  return { path: join(FOLDER, "head.js"), text: `${BANNERS.js}\n${code}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = await bundles();
  for (const { path, text } of made) await writeFile(path, text);
  const names = new Set(made.map(({ path }) => basename(path)));
  for (const file of await readdir(FOLDER)) if (!names.has(file)) await unlink(join(FOLDER, file));
}
