// Web Annotations through a JSON-LD processor: every field is a term of the W3C's context, none is dropped.
// The part of the context that is used lies beside this file, so that no network is needed.
import { readdirSync, readFileSync } from "node:fs";
import jsonld from "jsonld";

const out = process.argv[2];
const context = JSON.parse(readFileSync(new URL("anno-context.json", import.meta.url)));
const documentLoader = async (url) => {
  if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`a context from elsewhere: ${url}`);
  return { contextUrl: null, documentUrl: url, document: context };
};
const OA = "http://www.w3.org/ns/oa#";
let count = 0;
for (const name of readdirSync(`${out}/annotations`)) {
  const page = JSON.parse(readFileSync(`${out}/annotations/${name}`));
  const fail = (why) => { throw new Error(`${name}: ${why}`); };
  // `safe` fails on any field or value that the context does not know.
  const expanded = await jsonld.expand(page, { documentLoader, safe: true });
  const flat = await jsonld.flatten(expanded, null, { documentLoader });
  const of = (type) => flat.filter((node) => node["@type"]?.includes(OA + type)).length;
  if (of("Annotation") !== page.items.length) fail("an annotation is lost");
  const targets = page.items.flatMap((item) => item.target).length;
  if (of("TextQuoteSelector") !== targets || of("TextPositionSelector") !== targets) fail("a selector is lost");
  await jsonld.toRDF(page, { documentLoader, format: "application/n-quads", safe: true });
  count += page.items.length;
}
console.log(`exports: ${count} annotations processed as JSON-LD`);
