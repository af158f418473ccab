#!/bin/sh
# The browser of the tests: Debian's chromium. Never skips: without one it says why and fails.
set -eu

if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if [ ! -e /etc/debian_version ]; then
    echo "De browsertests hebben chromium nodig; installeer het voor dit systeem (alleen op Debian gaat dat vanzelf)." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "De browsertests hebben chromium nodig; installeer het als root: apt-get install chromium" >&2
    exit 1
fi
echo "Chromium installeren voor de browsertests (een paar minuten) ..."
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends chromium >/dev/null
command -v chromium >/dev/null 2>&1 || {
    echo "Chromium is geïnstalleerd, maar niet te vinden in PATH." >&2
    exit 1
}
echo "Chromium staat klaar."
