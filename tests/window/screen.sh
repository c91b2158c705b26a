# A screen without a monitor, with a session, a window manager and the system's file dialog on it; and hands to
# use the window with. Sourced by the scripts beside it, which run themselves anew under it.

# Everything goes to scratch folders, so that no setting of the person who runs this is read or changed.
enter_screen() { # SIZE SCRIPT ARGS...
    size=$1
    shift
    if [ -z "${SIDELIGHT_SCREEN:-}" ]; then
        SIDELIGHT_SCREEN=$(mktemp -d)
        export SIDELIGHT_SCREEN
        # The server picks a free number itself, so that two scripts that start at once do not meet.
        Xvfb -displayfd 5 -screen 0 "${size}x24" -nolisten tcp \
            5>"$SIDELIGHT_SCREEN/display" >"$SIDELIGHT_SCREEN/xvfb.log" 2>&1 &
        screen=$!
        wait_until 20 test -s "$SIDELIGHT_SCREEN/display"
        number=$(cat "$SIDELIGHT_SCREEN/display")
        # shellcheck disable=SC2064 # The values of now are meant.
        trap "kill $screen 2>/dev/null; fusermount -u '$SIDELIGHT_SCREEN/runtime/doc' 2>/dev/null; rm -rf '$SIDELIGHT_SCREEN' 2>/dev/null" EXIT INT TERM
        export DISPLAY=":$number" LC_ALL=C.UTF-8 GSETTINGS_BACKEND=memory XDG_CURRENT_DESKTOP=gnome
        export XDG_DATA_HOME="$SIDELIGHT_SCREEN/data" XDG_CONFIG_HOME="$SIDELIGHT_SCREEN/config"
        export HOME="$SIDELIGHT_SCREEN/home" NO_AT_BRIDGE=1
        mkdir -p "$HOME" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$SIDELIGHT_SCREEN/runtime"
        chmod 700 "$SIDELIGHT_SCREEN/runtime"
        export XDG_RUNTIME_DIR="$SIDELIGHT_SCREEN/runtime"
        wait_until 10 xdpyinfo
        status=0
        # What the session's own services say goes to a file; what the script says does not.
        dbus-run-session -- sh "$@" 3>&2 2>"$SIDELIGHT_SCREEN/session.log" || status=$?
        exit "$status"
    fi
    exec 2>&3
    dbus-update-activation-environment DISPLAY XDG_CURRENT_DESKTOP GSETTINGS_BACKEND XDG_DATA_HOME HOME XDG_RUNTIME_DIR 2>/dev/null
    openbox >"$SIDELIGHT_SCREEN/openbox.log" 2>&1 &
    trap 'kill $! $(jobs -p) 2>/dev/null' EXIT
}

# Runs a command until it succeeds, for so many seconds at most.
wait_until() { # SECONDS COMMAND...
    tries=$(($1 * 10))
    shift
    while [ "$tries" -gt 0 ]; do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.1
        tries=$((tries - 1))
    done
    return 1
}

# The window whose title matches; the last of several.
window_called() { xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -n 1; }
is_window_called() { [ -n "$(window_called "$1")" ]; }

picture() { # NAME
    mkdir -p "$pictures"
    import -window root "$pictures/$1.png"
}
