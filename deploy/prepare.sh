#!/usr/bin/env bash
# Run once, as root, in Elasticsearch's image: makes an authority and signs the certificates of the services that speak
# TLS to each other, and gives the object volume to the user that the storage runs as. What is there is kept, so that it
# may run at every start; RENEW=yes makes new certificates of the same authority.
set -euo pipefail

certutil=${CERTUTIL:-/usr/share/elasticsearch/bin/elasticsearch-certutil}
root=${ROOT:-}
# Elasticsearch, Kibana, Gafu and the storage all run as this user.
owner=${OWNER:-1000:0}
authority_days=3650
certificate_days=825
services=(elasticsearch kibana storage)

umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -s "$root/authority-key/ca.key" ]; then
  "$certutil" ca --silent --pem --days $authority_days --out "$work/ca.zip"
  unzip -q "$work/ca.zip" -d "$work"
  cp "$work/ca/ca.crt" "$work/ca/ca.key" "$root/authority-key/"
  RENEW=yes
  echo 'An authority was made.'
fi
install -m 0444 "$root/authority-key/ca.crt" "$root/authority/ca.crt"

for service in "${services[@]}"; do
  folder=$root/certificates/$service
  if [ -s "$folder/$service.crt" ] && [ "${RENEW:-no}" != yes ]; then continue; fi
  "$certutil" cert --silent --pem --days $certificate_days --name "$service" \
    --dns "$service,localhost" --ip 127.0.0.1 \
    --ca-cert "$root/authority-key/ca.crt" --ca-key "$root/authority-key/ca.key" --out "$work/$service.zip"
  unzip -q "$work/$service.zip" -d "$work"
  # The key first: a run that ends in between is followed by one that makes both.
  install -m 0400 "$work/$service/$service.key" "$folder/$service.key"
  install -m 0444 "$work/$service/$service.crt" "$folder/$service.crt"
  chown -R "$owner" "$folder"
  chmod 0755 "$folder"
  echo "A certificate for $service was made."
done

chmod 0755 "$root/authority"
chown "$owner" "$root/objects"
