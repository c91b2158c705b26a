#!/bin/sh
# Drives the real window with real mouse and keys, through the real file dialog and clipboard.
# Usage: tests/window/drive.sh PROGRAM. Pictures go to target/window.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "${1:?usage: drive.sh PROGRAM}")
. "$root/tests/window/screen.sh"
enter_screen 1400x900 "$0" "$program"
pictures="$root/target/window"
work="$SIDELIGHT_SCREEN"
passed=0

fail() {
    echo "window: FAILED: $1" >&2
    import -window root "$pictures/failed.png" 2>/dev/null && echo "window: see $pictures/failed.png" >&2
    cat "$work/app.log" >&2
    exit 1
}
check() { # WHAT COMMAND...
    what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else fail "$what"; fi
}
start() { # ARGS...
    began=$(date +%s%3N)
    "$program" "$@" >"$work/app.log" 2>&1 &
    app=$!
    wait_until 30 is_window_called "Sidelight" || fail "the window does not appear"
    shown=$(($(date +%s%3N) - began))
    window=$(window_called "Sidelight")
    xdotool windowactivate --sync "$window" windowsize --sync "$window" 1280 820 windowmove "$window" 40 30
    sleep 1
}
stop() {
    xdotool windowactivate --sync "$window" key ctrl+q
    wait "$app"
    code=$?
    check "the window closes with code 0, not $code" [ "$code" -eq 0 ]
}
keys() { xdotool key --clearmodifiers --delay 60 "$@"; sleep 0.6; }
clip() { timeout 5 xclip -o -selection clipboard -t "$1" 2>/dev/null; }
clip_has() { clip "$1" | tr '\n' ' ' | grep -q -F -- "$2"; }
title_has() { xdotool getwindowname "$window" | grep -q -F -- "$1"; }
choose() { # PATH, in the system's dialog
    wait_until 30 is_window_called "Open an article" || fail "the file dialog does not appear"
    dialog=$(window_called "Open an article")
    xdotool windowactivate --sync "$dialog"
    sleep 0.5
    xdotool key ctrl+l
    sleep 0.7
    xdotool key ctrl+a
    xdotool type --delay 25 "$1"
    sleep 0.7
    xdotool key Return
}
save_as() { # PATH, in the system's dialog
    keys ctrl+s
    wait_until 30 is_window_called "Export the briefing" || fail "the dialog to save does not appear"
    dialog=$(window_called "Export the briefing")
    xdotool windowactivate --sync "$dialog"
    sleep 0.7
    xdotool key ctrl+a
    xdotool type --delay 25 "$1"
    sleep 0.7
    xdotool key Return
}

cp "$root/tests/articles/report.txt" "$work/report.txt"
headline=$(head -n 1 "$work/report.txt")

# The empty window: says what to do, and rests.
start
picture empty
ticks() { awk '{ print $14 + $15 }' "/proc/$app/stat"; }
sleep 2
rests() { # WHAT
    before=$(ticks)
    sleep 3
    spent=$(($(ticks) - before))
    check "$1 costs nothing (spent $spent ticks in 3 s)" [ "$spent" -le 1 ]
}
rests "an idle window"

echo "window: on the screen within $shown ms of the start"
memory=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$app/status")

# A dialog that is left changes nothing; a file chosen in it is opened.
keys ctrl+o
wait_until 30 is_window_called "Open an article" || fail "the file dialog does not appear"
xdotool windowactivate --sync "$(window_called "Open an article")" key Escape
sleep 1
# Every title ends in the program's name; that of the empty window is nothing else.
check "a dialog that was left leaves the window empty" [ "$(xdotool getwindowname "$window")" = "Sidelight" ]
xdotool windowactivate --sync "$window"
keys ctrl+o
choose "$work/report.txt"
check "the file chosen in the dialog is open" wait_until 20 title_has "$headline"
sleep 1
picture opened
more=$(($(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$app/status") - memory))
echo "window: $more MB more with an article open than without ($memory MB)"
check "an article takes less than 120 MB ($more MB)" [ "$more" -lt 120 ]

sleep 1
rests "an open article"

# Copying: both flavours at once.
xdotool windowactivate --sync "$window"
keys ctrl+shift+c
picture copied
check "the summary is on the clipboard as plain text" clip_has UTF8_STRING "$headline"
check "the summary is on the clipboard as HTML" clip_has text/html "<strong>$headline</strong>"

# The keyboard: to the positions, show the evidence, copy the item with its quote.
keys 3 Return
picture evidence
keys c
alone() { clip_has UTF8_STRING " " && ! clip_has UTF8_STRING "report.txt"; }
check "an item is copied alone" alone
keys shift+c
check "an item is copied with its words" clip_has UTF8_STRING "report.txt"
check "an item is copied formatted too" clip_has text/html "<p>"

# Pasting: what another program copied becomes an article of its own.
printf 'Ferries to Stay in Port\n\nThe minister said on Monday that no ferry would sail before the vote.\n' >"$work/pasted.txt"
xclip -selection clipboard -i "$work/pasted.txt"
keys ctrl+v
check "what was copied elsewhere opens" wait_until 10 title_has "Ferries to Stay in Port"
picture pasted
keys ctrl+w
check "the article from before is shown again" wait_until 10 title_has "$headline"
printf '<h1>Port Strike Over</h1><p>The union said on Monday that its members would go back to work.</p>' >"$work/pasted.html"
xclip -selection clipboard -t text/html -i "$work/pasted.html"
keys ctrl+v
check "what was copied without plain text opens too" wait_until 10 title_has "Port Strike Over"
keys ctrl+w
check "and leaves the article from before" wait_until 10 title_has "$headline"

# Saving, through the system's dialog.
save_as "$work/briefing.md"
check "the briefing is saved as Markdown" wait_until 10 grep -q -F -- "# $headline" "$work/briefing.md"
xdotool windowactivate --sync "$window"

# The whole briefing, formatted; kept for the word processor that reads it later.
keys ctrl+k
xdotool type --delay 30 "copy the whole"
sleep 0.6
keys Return
check "the briefing is on the clipboard as HTML" wait_until 5 clip_has text/html "<h2>Positions</h2>"
check "the briefing is on the clipboard as plain text" clip_has UTF8_STRING "POSITIONS"
clip text/html >"$pictures/clipboard.html"

# The briefing in a house format.
keys ctrl+k
xdotool type --delay 30 "templates"
sleep 0.6
keys Return
picture templates
keys Escape

# A saved briefing opens beside its article, and says how much of it holds.
save_as "$work/briefing.json"
check "the briefing is saved as JSON" wait_until 10 grep -q '"file": "report.txt"' "$work/briefing.json"
xdotool windowactivate --sync "$window"
keys ctrl+o
choose "$work/briefing.json"
sleep 2
picture reopened
check "a saved briefing opens beside its article" title_has "$headline"
xdotool windowactivate --sync "$window"
keys Escape Escape

# The mouse: select words of the source by dragging, copy them; they are words of the file.
eval "$(xdotool getwindowgeometry --shell "$window")"
xdotool mousemove $((X + 720)) $((Y + 420)) mousedown 1
sleep 0.2
xdotool mousemove $((X + 850)) $((Y + 421))
sleep 0.2
xdotool mousemove $((X + 960)) $((Y + 422)) mouseup 1
sleep 0.5
keys ctrl+c
picture selected
words=$(clip UTF8_STRING)
is_of_file() { [ "${#words}" -gt 5 ] && tr -s '\n ' '  ' <"$work/report.txt" | grep -q -F -- "$words"; }
check "dragged words are words of the file: $words" is_of_file

# A click on a card, with the mouse, and the way back.
xdotool mousemove $((X + 200)) $((Y + 330)) click 1
sleep 0.8
picture clicked
keys shift+c
check "the clicked card is what is copied" clip_has UTF8_STRING "report.txt"
keys alt+Left

# Search, palette, keys, themes: each seen.
keys ctrl+f
xdotool type --delay 30 "the"
sleep 0.6
picture search
keys Escape Escape
keys ctrl+k
xdotool type --delay 30 "dark"
sleep 0.6
picture palette
keys Return
sleep 0.5
picture dark
keys F1
picture keys
keys Escape

# A file that changes is offered anew, and read anew.
sed -i '1s/.*/A headline that was changed meanwhile/' "$work/report.txt"
sleep 2.5
picture changed
keys ctrl+r
check "the changed file is read anew" wait_until 20 title_has "changed meanwhile"

# A file that is none: said in words, and what was open stays.
keys ctrl+o
choose "$work/there is no such file.txt"
sleep 2
# The system's dialog may refuse by itself; then it is left.
if is_window_called "Open an article"; then
    xdotool windowactivate --sync "$(window_called "Open an article")" key Escape
    sleep 1
fi
picture missing
check "what was open stays open" title_has "changed meanwhile"
xdotool windowactivate --sync "$window"
copied=$(clip UTF8_STRING)
stop
still_there() { [ -n "$copied" ] && [ "$(clip UTF8_STRING)" = "$copied" ]; }
check "what was copied outlives the window" wait_until 5 still_there
printf done | xclip -selection clipboard
check "the theme was kept" grep -q '"theme": "Dark"' "$XDG_CONFIG_HOME/sidelight/settings.json"
check "the file is among the recent" grep -q 'report.txt' "$XDG_CONFIG_HOME/sidelight/settings.json"

# From the command line; with settings that cannot be read; at the smallest size.
echo '{ "theme": ' >"$XDG_CONFIG_HOME/sidelight/settings.json"
start "$root/assets/sample.txt"
check "an article given at the start is open" wait_until 20 title_has "Iceland"
check "unreadable settings are set aside" test -f "$XDG_CONFIG_HOME/sidelight/settings.unreadable"
picture unreadable
xdotool windowsize --sync "$window" 800 600
sleep 1
picture small
keys F6
picture small-source
stop
# At 300 % the window is as large as a small screen, no larger, and can be used.
export WINIT_X11_SCALE_FACTOR=3
start "$root/assets/sample.txt"
check "an article is open at 300 %" wait_until 20 title_has "Iceland"
picture scale-300
xdotool windowsize --sync "$window" 800 600
sleep 1
is_of_size() { xdotool getwindowgeometry --shell "$window" | tr '\n' ' ' | grep -q "WIDTH=$1 HEIGHT=$2 "; }
check "a window of 800 x 600 pixels is possible at 300 %" is_of_size 800 600
picture scale-300-small
keys 7 Return
picture scale-300-voices
keys F6
picture scale-300-source
stop
unset WINIT_X11_SCALE_FACTOR

start /nonexistent/article.txt
sleep 1
picture failed-file
check "a missing file is said by its name" title_has "article.txt"
stop

echo "window: $passed checks passed, 0 failed"
