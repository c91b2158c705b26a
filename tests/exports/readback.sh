#!/bin/sh
# Writes every article in every format and has other programs read it back: a browser, a word processor, a PDF
# reader, a JSON-LD processor, parsers of references. Usage: tests/exports/readback.sh PROGRAM
# Needs `scripts/setup ci`. What was written and pictures of the pages stay in target/readback.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "${1:?usage: readback.sh PROGRAM}")
here="$root/tests/exports"
out="$root/target/readback"
tools="$root/target/readback-tools"
mkdir -p "$tools"

[ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv"
"$tools/venv/bin/pip" install --quiet --disable-pip-version-check "bibtexparser<2" citeproc-py==0.11.1 pypdf==7.1.1 rispy==0.10.0
cp "$here/package.json" "$tools/"
(cd "$tools" && npm install --silent --no-audit --no-fund)

rm -rf "$out"
mkdir -p "$out"
set --
for article in "$root"/tests/articles/* "$root"/assets/sample.txt "$root"/../shared/eval/briefings/*.txt; do
    case $article in *.brief | *"*"*) ;; *) set -- "$@" "$article" ;; esac
done
for format in text markdown html docx pdf json jsonl annotations csv bibtex ris csl; do
    "$program" brief "$@" --format $format --output "$out/$format"
done
for template in note bulletin questions briefing; do
    "$program" brief "$@" --template $template --output "$out/$template"
done
for article; do
    name=$(basename "${article%.*}")
    [ -f "$out/json/$name.json" ] || { echo "exports: no briefing of $name" >&2; exit 1; }
done

# One run of the word processor for all files; what the window put on the clipboard too, where it has run.
office="soffice -env:UserInstallation=file://$tools/office --headless --norestore"
timeout 300 $office --convert-to fodt --outdir "$out/office" "$out"/docx/*.docx >"$out/office.log" 2>&1
if [ -f "$root/target/window/clipboard.html" ]; then
    timeout 120 $office --infilter="HTML (StarWriter)" --convert-to fodt --outdir "$out/pasted" "$root/target/window/clipboard.html" >>"$out/office.log" 2>&1
fi
for file in "$out"/pdf/*.pdf; do
    pdftotext "$file" "${file%.pdf}.txt"
    pdfinfo -struct "$file" >"${file%.pdf}.struct" 2>/dev/null
done

"$tools/venv/bin/python" "$here/readback.py" "$out"
cp "$here"/*.mjs "$here/anno-context.json" "$tools/"
node "$tools/annotations.mjs" "$out"
node "$tools/pages.mjs" "$out"
echo "exports: $# articles read back in every format"
