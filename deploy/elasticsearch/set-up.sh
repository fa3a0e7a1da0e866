#!/usr/bin/env bash
# Run once, when Elasticsearch is up: gives Kibana's user its password, and Gafu an API key with no more rights than it
# needs, which is kept in a file that only Gafu reads. May run at every start: a key that still works is kept.
set -euo pipefail

url=${ELASTICSEARCH_URL:-https://elasticsearch:9200}
ca=${CA_FILE:-/authority/ca.crt}
key_file=${KEY_FILE:-/api-key/gafu}
owner=${OWNER:-1000:0}
umask 077

# The password goes in by a file, where no list of processes shows it.
as_elastic=$(mktemp)
trap 'rm -f "$as_elastic"' EXIT
printf 'user = "elastic:%s"\n' "$ELASTIC_PASSWORD" >"$as_elastic"

ask() { # METHOD PATH [JSON]
  curl --silent --show-error --fail-with-body --cacert "$ca" --config "$as_elastic" --request "$1" "$url$2" \
    --header 'content-type: application/json' --data "${3:-}"
}

key_works() {
  [ -s "$key_file" ] && curl --silent --fail --output /dev/null --cacert "$ca" \
    --header "authorization: ApiKey $(cat "$key_file")" "$url/_security/_authenticate"
}

ask POST /_security/user/kibana_system/_password "{\"password\":\"$KIBANA_PASSWORD\"}" >/dev/null
echo "Kibana's password is set."

if key_works; then
  echo "Gafu's API key still works."
  exit 0
fi
answer=$(ask POST /_security/api_key '{
  "name": "gafu",
  "role_descriptors": {
    "gafu": { "cluster": ["monitor"], "indices": [{ "names": ["gafu", "gafu-*"], "privileges": ["all"] }] }
  }
}')
encoded=$(sed -n 's/.*"encoded":"\([A-Za-z0-9+/=_-]*\)".*/\1/p' <<<"$answer")
[ -n "$encoded" ] || { echo 'Elasticsearch gave no API key.' >&2; exit 1; }
printf '%s\n' "$encoded" >"$key_file.new"
chmod 0400 "$key_file.new"
chown "$owner" "$key_file.new"
mv "$key_file.new" "$key_file"
echo 'Gafu has an API key.'
