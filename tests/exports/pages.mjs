// The web pages in a real browser: every link lands, both themes are dressed, headings are in the accessibility
// tree, nothing is fetched. Pictures of the first page go to OUT/pictures.
import { mkdirSync, readdirSync } from "node:fs";
import puppeteer from "puppeteer-core";

const out = process.argv[2];
mkdirSync(`${out}/pictures`, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
await page.setViewport({ width: 1300, height: 900 });
await page.setJavaScriptEnabled(true);
const fetched = [];
page.on("request", (request) => fetched.push(request.url()));
let links = 0;
const names = readdirSync(`${out}/html`);
for (const [at, name] of names.entries()) {
  const fail = (why) => { throw new Error(`${name}: ${why}`); };
  const colors = {};
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    if (scheme === "light") await page.goto(`file://${out}/html/${name}`);
    colors[scheme] = await page.evaluate(() => {
      const style = getComputedStyle(document.body);
      return [style.backgroundColor, style.color];
    });
    if (at === 0) await page.screenshot({ path: `${out}/pictures/page-${scheme}.png` });
  }
  if (colors.light[0] === colors.dark[0] || colors.light[1] === colors.dark[1]) fail("both themes look alike");
  // Each link is followed, as a click would, and its target must be in view.
  const found = await page.evaluate(() => {
    const lost = [];
    const all = [...document.querySelectorAll('a[href^="#"]')];
    for (const link of all) {
      const target = document.getElementById(link.getAttribute("href").slice(1));
      if (!target) { lost.push(link.getAttribute("href")); continue; }
      location.hash = link.getAttribute("href");
      const box = target.getBoundingClientRect();
      if (box.top < -2 || box.top > innerHeight) lost.push(`${link.getAttribute("href")} at ${box.top}`);
    }
    const both = all.some((link) => link.closest(".briefing")) && all.some((link) => link.closest(".source"));
    return { n: all.length, lost, both, scripts: document.scripts.length };
  });
  if (found.lost.length) fail(`links lead nowhere: ${found.lost.slice(0, 3)}`);
  if (!found.both) fail("links lead one way only");
  if (found.scripts) fail("a script is in it");
  links += found.n;
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const headings = [];
  const walk = (node) => { if (node.role === "heading") headings.push(node.name); (node.children ?? []).forEach(walk); };
  walk(tree);
  for (const heading of ["In brief", "Key actors", "Positions", "Open questions", "Timeline"])
    if (!headings.some((found) => found.toLowerCase() === heading.toLowerCase())) fail(`no heading ${heading}`);
}
await browser.close();
const outside = fetched.filter((url) => !url.startsWith("file://") && !url.startsWith("data:"));
if (outside.length) throw new Error(`fetched from elsewhere: ${outside[0]}`);
console.log(`exports: ${names.length} pages in a browser, ${links} links land`);
