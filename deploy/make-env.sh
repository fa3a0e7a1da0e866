#!/bin/sh
# Writes .env from .env.example, with a random secret of 48 hexadecimal digits wherever nothing stands behind the `=`.
#   sh deploy/make-env.sh https://art.example.org
set -eu
cd "$(dirname "$0")/.."
target=${ENV_FILE:-.env}
[ ! -e "$target" ] || { echo "$target is there already and is left as it is." >&2; exit 1; }
umask 077
while IFS= read -r line; do
  case $line in
    PUBLIC_URL=*) printf 'PUBLIC_URL=%s\n' "${1:-${line#PUBLIC_URL=}}" ;;
    [A-Z]*=) printf '%s%s\n' "$line" "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" ;;
    *) printf '%s\n' "$line" ;;
  esac
done <.env.example >"$target"
echo "$target was written, for you alone to read. Keep a copy: without it the data cannot be reached."
