#!/usr/bin/env bash
# Run once, when Kibana is up: brings in the data view and the dashboard, in place of those of an earlier run.
set -euo pipefail

url=${KIBANA_URL:-https://kibana:5601}
ca=${CA_FILE:-/authority/ca.crt}
objects=${OBJECTS:-/deploy/saved-objects.ndjson}
umask 077
as_elastic=$(mktemp)
trap 'rm -f "$as_elastic"' EXIT
printf 'user = "elastic:%s"\n' "$ELASTIC_PASSWORD" >"$as_elastic"

answer=$(curl --silent --show-error --fail-with-body --cacert "$ca" --config "$as_elastic" \
  --header 'kbn-xsrf: gafu' --form "file=@$objects" "$url/api/saved_objects/_import?overwrite=true")
case $answer in
  *'"success":true'*) echo "Kibana has the dashboard of the collection: $url/app/dashboards" ;;
  *) echo "Kibana did not take the dashboard: $answer" >&2 && exit 1 ;;
esac
