"""Reads back what was exported: Word by way of LibreOffice, PDF by pdftotext and pypdf, annotations, references.

Usage: readback.py OUT, the folder that readback.sh has filled. Ends with 1 at the first thing that is not there;
it names the file, never its words.
"""

import csv
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import bibtexparser
import pypdf
import rispy
from citeproc.source.json import CiteProcJSON

OUT = pathlib.Path(sys.argv[1])
SECTIONS = ["In brief", "Key actors", "Positions", "Open questions", "Timeline"]
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def check(holds, name, what):
    if not holds:
        sys.exit(f"exports: {name}: {what}")


def bare(text):
    """Letters alone: line breaks, hyphens at them and ligatures are a page's own."""
    return "".join(c for c in text.replace("ﬁ", "fi").replace("ﬂ", "fl") if c.isalnum())


def words(element):
    return "".join(element.itertext())


def sections(markdown):
    """The headings of the briefing, the five lists first."""
    found = re.findall(r"^## (.+)$", markdown, re.MULTILINE)
    check(found[: len(SECTIONS)] == SECTIONS, "markdown", "headings are lost")
    return found


def check_word(name, briefing, markdown):
    tree = ElementTree.parse(OUT / "office" / f"{name}.fodt").getroot()
    headings = [words(it) for it in tree.iter(f"{TEXT}h") if it.get(f"{TEXT}outline-level") == "1"]
    check(headings == sections(markdown), name, "Word: headings are lost")
    notes = list(tree.iter(f"{TEXT}note"))
    wanted = len(re.findall(r"^\[\^\d+\]: ", markdown, re.MULTILINE))
    check(len(notes) == wanted, name, f"Word: {len(notes)} footnotes instead of {wanted}")
    check(all(bare(words(it)) for it in notes), name, "Word: a footnote is empty")
    check(len(list(tree.iter(f"{TEXT}list-item"))) > 0, name, "Word: no list")
    text = bare(words(tree))
    for point in briefing["summary"]:
        # Footnotes stand behind a line, so that the line itself is whole.
        check(bare(point["text"]) in text, name, "Word: a line is lost")
    styles = {it.get("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}display-name") or it.get("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name") for it in tree.iter("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}style")}
    check({"Title", "Heading 1"} <= {s.replace("_20_", " ") for s in styles if s}, name, "Word: styles are lost")


def check_pdf(name, briefing, markdown):
    pages = (OUT / "pdf" / f"{name}.txt").read_text().split("\f")
    # The last line of a page is its number.
    text = bare("".join(page.rstrip().rpartition("\n")[0] for page in pages))
    for list_name in ["summary", "questions", "timeline"]:
        for entry in briefing[list_name]:
            check(bare(entry["text"]) in text, name, f"PDF: a line of {list_name} is lost")
    structure = (OUT / "pdf" / f"{name}.struct").read_text(errors="replace")
    check(len(re.findall(r"^\s*H2", structure, re.MULTILINE)) == len(sections(markdown)) + 1, name, "PDF: headings are not tagged")
    reader = pypdf.PdfReader(OUT / "pdf" / f"{name}.pdf")
    outline = [it.title for it in reader.outline]
    check(outline == [*sections(markdown), "The article"], name, "PDF: the outline is lost")
    links = [it.get_object() for page in reader.pages for it in page.get("/Annots", [])]
    wanted = len(re.findall(r"^\[\^\d+\]: ", markdown, re.MULTILINE))
    check(len(links) >= wanted, name, f"PDF: {len(links)} links instead of {wanted}")
    check(all(it.get("/Dest") or it.get("/A") for it in links), name, "PDF: a link leads nowhere")
    check(bool(reader.metadata.title), name, "PDF: no title")


def check_annotations(name, briefing):
    text = briefing["document"]["text"]
    page = json.loads((OUT / "annotations" / f"{name}.jsonld").read_text())
    n_items = sum(len(briefing[it]) for it in ["summary", "actors", "positions", "questions", "timeline"])
    check(len(page["items"]) == n_items, name, "annotations: an item is lost")
    for target in (it for item in page["items"] for it in item["target"]):
        quote, place = target["selector"]
        start, end = place["start"], place["end"]
        check(text[start:end] == quote["exact"], name, "annotations: a position is wrong")
        check(text[:start].endswith(quote["prefix"]), name, "annotations: a prefix is wrong")
        check(text[end:].startswith(quote["suffix"]), name, "annotations: a suffix is wrong")
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        check(text.find(around) == start - len(quote["prefix"]), name, "annotations: a quote is not unique")


def check_references(name, briefing):
    document = briefing["document"]
    title = document["title"]
    year = (document["published"] or "")[:4]
    entries = bibtexparser.loads((OUT / "bibtex" / f"{name}.bib").read_text()).entries
    check(len(entries) == 1 and bool(entries[0]["ID"]), name, "BibTeX: not one entry")
    plain = re.sub(r"[{}\\]", "", entries[0]["title"])
    check(title is None or bare(plain) == bare(title), name, "BibTeX: the title is not the article's")
    check(entries[0].get("year", "") == year, name, "BibTeX: another year")
    records = rispy.loads((OUT / "ris" / f"{name}.ris").read_text())
    check(len(records) == 1 and records[0]["type_of_reference"] == "NEWS", name, "RIS: not one record")
    check(title is None or records[0]["title"] == title, name, "RIS: the title is not the article's")
    items = json.loads((OUT / "csl" / f"{name}.csl.json").read_text())
    source = CiteProcJSON(items)
    check(len(source) == 1 and (title is None or items[0]["title"] == title), name, "CSL: not the article")


def check_table(name, briefing):
    with open(OUT / "csv" / f"{name}.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    check(len(rows) == len(briefing["positions"]), name, "CSV: a position is lost")
    check([it["id"] for it in rows] == [it["id"] for it in briefing["positions"]], name, "CSV: other positions")


def check_pasted():
    """What the window put on the clipboard, as a word processor takes it: no fonts, no colours, real headings."""
    file = OUT / "pasted" / "clipboard.fodt"
    if not file.exists():
        return
    tree = ElementTree.parse(file).getroot()
    headings = [words(it) for it in tree.iter(f"{TEXT}h")]
    check(all(it in headings for it in SECTIONS), "clipboard", "headings are no headings")
    check(len(list(tree.iter(f"{TEXT}list-item"))) > 5, "clipboard", "lists are no lists")
    automatic = tree.find("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}automatic-styles")
    looks = [dict(it.attrib) for it in automatic.iter("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}text-properties")]
    names = {key.split("}")[1] for look in looks for key in look}
    check(not names & {"font-name", "color", "font-size", "background-color"}, "clipboard", "a font or colour strays in")
    print("exports: the clipboard pastes clean into a word processor")


names = sorted(it.stem for it in (OUT / "json").glob("*.json"))
for name in names:
    briefing = json.loads((OUT / "json" / f"{name}.json").read_text())
    markdown = (OUT / "markdown" / f"{name}.md").read_text()
    check_word(name, briefing, markdown)
    check_pdf(name, briefing, markdown)
    check_annotations(name, briefing)
    check_references(name, briefing)
    check_table(name, briefing)
check_pasted()
print(f"exports: Word, PDF, annotations, references and tables of {len(names)} articles hold")
