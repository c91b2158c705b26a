#!/bin/sh
# Pictures of the real window in its main states, in two themes, into target/screenshots; and one for the
# README, docs/window.png, when asked with --readme.
# Usage: tests/window/screenshots.sh PROGRAM [--readme]
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "${1:?usage: screenshots.sh PROGRAM [--readme]}")
readme=${2:-}
. "$root/tests/window/screen.sh"
enter_screen 1300x880 "$0" "$program" "$readme"
pictures="$root/target/screenshots"
settings="$XDG_CONFIG_HOME/sidelight"
mkdir -p "$settings" "$pictures"

start() { # THEME ARGS...
    printf '{ "theme": "%s" }\n' "$1" >"$settings/settings.json"
    rm -rf "$settings/places"
    shift
    "$program" "$@" >"$SIDELIGHT_SCREEN/app.log" 2>&1 &
    app=$!
    wait_until 60 is_window_called "Sidelight" || { cat "$SIDELIGHT_SCREEN/app.log" >&2; exit 1; }
    window=$(window_called "Sidelight")
    xdotool windowactivate --sync "$window" windowsize --sync "$window" "${size_x:-1280}" "${size_y:-840}" windowmove "$window" 8 24
    # Out of the way of hovering.
    xdotool mousemove 1295 875
    sleep 3
}
stop() {
    xdotool windowactivate --sync "$window" key ctrl+q
    wait "$app"
}
keys() { xdotool key --clearmodifiers --delay 80 "$@"; sleep 0.8; }
typed() { xdotool type --delay 40 "$1"; sleep 0.6; }
take() { # NAME
    mkdir -p "$pictures"
    import -window "$window" "$pictures/$1.png"
}

sample="$root/assets/sample.txt"
if [ "$readme" = "--readme" ]; then
    start Light "$sample"
    keys 1 Return
    xdotool mousemove 1295 875 click 1
    import -window "$window" "$SIDELIGHT_SCREEN/window.png"
    mkdir -p "$root/docs"
    convert "$SIDELIGHT_SCREEN/window.png" -strip +dither -colors 256 -define png:compression-level=9 "$root/docs/window.png"
    stop
    exit 0
fi

for theme in Light Dark; do
    name=$(echo "$theme" | tr '[:upper:]' '[:lower:]')
    start "$theme"
    take "$name-1-empty"
    stop
    start "$theme" "$sample"
    take "$name-2-article"
    keys 3 j Return
    take "$name-3-position"
    keys 2 Return p j Return p n f
    take "$name-4-compare"
    keys Escape Escape Escape Escape Escape ctrl+f
    typed "iceland"
    take "$name-5-search"
    keys Escape ctrl+k
    typed "co"
    take "$name-6-palette"
    keys Escape F1
    take "$name-7-keys"
    keys Escape ctrl+comma
    take "$name-8-reading"
    keys Escape d l
    take "$name-9-full-lit"
    keys d l 7 Return
    take "$name-10-voices"
    stop
done

# Small, large scale, sepia.
size_x=800 size_y=600
start Sepia "$sample"
take "small-1-briefing"
keys F6
take "small-2-source"
stop
size_x=1280 size_y=840
export WINIT_X11_SCALE_FACTOR=2
start Dark "$sample"
take "scale-200"
keys F6
take "scale-200-source"
stop
export WINIT_X11_SCALE_FACTOR=3
start Light "$sample"
take "scale-300"
stop
echo "screenshots: $(ls "$pictures" | wc -l) pictures in target/screenshots"
