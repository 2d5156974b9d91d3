#!/bin/sh
# Runs once, when the server's volume is empty: the schema's owner may create roles, and is no superuser.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
  --set owner_password="$PUPITRE_OWNER_PASSWORD" <<'SQL'
create role pupitre_owner login createrole nosuperuser password :'owner_password';
create database pupitre owner pupitre_owner;
SQL
