// Reads pages with Mozilla's Readability.js: readability.cjs HTML_FOLDER OUT_FILE. Called by compare-readers.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const load = createRequire(path.resolve(process.env.NODE_PATH, "x"));
const { Readability } = load("@mozilla/readability");
const { JSDOM, VirtualConsole } = load("jsdom");

// The text with a line for each block; `textContent` glues a heading to its paragraph.
function lines(html) {
  const page = new JSDOM(html);
  for (const block of page.window.document.querySelectorAll("p,div,section,h1,h2,h3,h4,h5,h6,li,blockquote,pre,tr,td,th,figcaption,br,dt,dd")) {
    block.before("\n");
    block.append("\n");
  }
  const text = page.window.document.body.textContent;
  page.window.close();
  return text;
}

const [folder, out] = process.argv.slice(2);
const found = {};
for (const name of fs.readdirSync(folder).sort()) {
  try {
    const page = new JSDOM(fs.readFileSync(path.join(folder, name)), { virtualConsole: new VirtualConsole() });
    const article = new Readability(page.window.document).parse();
    page.window.close();
    if (!article) continue;
    found[path.basename(name, ".html")] = {
      articleBody: lines(article.content),
      title: article.title,
      author: article.byline,
      date: (article.publishedTime || "").slice(0, 10) || null,
    };
  } catch (error) {
    console.error(`${name}: ${error.message}`);
  }
}
fs.writeFileSync(out, JSON.stringify(found));
