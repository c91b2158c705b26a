// Reads pages with Mozilla's Readability.js: readability.cjs HTML_FOLDER OUT_FILE. Called by compare-readers.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const load = createRequire(path.resolve(process.env.NODE_PATH, "x"));
const { Readability } = load("@mozilla/readability");
const { JSDOM, VirtualConsole } = load("jsdom");

const [folder, out] = process.argv.slice(2);
const found = {};
for (const name of fs.readdirSync(folder).sort()) {
  try {
    const page = new JSDOM(fs.readFileSync(path.join(folder, name)), { virtualConsole: new VirtualConsole() });
    const article = new Readability(page.window.document).parse();
    page.window.close();
    if (!article) continue;
    found[path.basename(name, ".html")] = {
      articleBody: article.textContent,
      title: article.title,
      author: article.byline,
      date: (article.publishedTime || "").slice(0, 10) || null,
    };
  } catch (error) {
    console.error(`${name}: ${error.message}`);
  }
}
fs.writeFileSync(out, JSON.stringify(found));
