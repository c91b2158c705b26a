"""Reads files with other programs, in the form that the scorers take. Called by compare-readers.

    other_readers.py pages HTML_FOLDER OUT_FOLDER     trafilatura, its balanced and its precise setting
    other_readers.py pdf PDF_FOLDER OUT_FOLDER        PyMuPDF, one paragraph for each of its blocks
"""
import json
import sys
from pathlib import Path


def pages(folder, out):
    import trafilatura

    for name, precise in (("trafilatura", False), ("trafilatura-precision", True)):
        found = {}
        for path in sorted(folder.glob("*.html")):
            document = trafilatura.bare_extraction(
                path.read_bytes(), include_comments=False, favor_precision=precise, with_metadata=True)
            if document is not None:
                found[path.stem] = {"articleBody": document.text or "", "title": document.title,
                                    "author": document.author, "date": document.date}
        (out / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")


def pdf(folder, out):
    import pymupdf

    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.pdf")):
        with pymupdf.open(path) as document:
            blocks = [block[4].strip() for page in document for block in page.get_text("blocks") if block[6] == 0]
        (out / f"{path.stem}.txt").write_text("\n\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    what, folder, out = sys.argv[1:]
    {"pages": pages, "pdf": pdf}[what](Path(folder), Path(out))
