#!/bin/sh
# Runs the command as PUID:PGID. Started as another user already (docker run --user), it changes nothing.
set -eu

number() {
	case "$2" in
	'' | *[!0-9]*) echo "$1 must be a number, not \"$2\"" >&2; exit 64 ;;
	esac
}

data=${DATA_DIR:-/data}
if [ "$(id -u)" != 0 ]; then
	[ -w "$data" ] || { echo "$data is not writable by user $(id -u); make it so, or set PUID and PGID" >&2; exit 73; }
	exec "$@"
fi

uid=${PUID:-1000} gid=${PGID:-1000}
number PUID "$uid"
number PGID "$gid"
mkdir -p "$data"
# Only the folder itself and what has a wrong owner: a data folder of many files starts as fast as an empty one.
if [ "$(stat -c %u:%g "$data")" != "$uid:$gid" ]; then
	find "$data" \( ! -user "$uid" -o ! -group "$gid" \) -exec chown -h "$uid:$gid" {} +
fi
umask "${UMASK:-022}"
exec setpriv --reuid="$uid" --regid="$gid" --clear-groups -- "$@"
