#!/bin/sh
# usage: run-root.sh ROOT DATA PORT, in a mount namespace of its own: runs the server of a root file system as container engines
# do: the root read-only, /proc and /dev there, /tmp in memory, /data to write to, the user 10001 and no environment but its own.
set -eu

mount --make-rprivate /
mount --bind "$1" "$1"
mount -o remount,bind,ro "$1"
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"
mount --bind "$2" "$1/data"
# The variables of build-oci.sh, but for the address.
exec env -i JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/bin:/bin LC_ALL=C.UTF-8 UNDERSTUDY_DATA=/data \
    UNDERSTUDY_HOST=127.0.0.1 UNDERSTUDY_PORT="$3" \
    "$(command -v chroot)" --userspec=10001:10001 "$1" /opt/understudy/bin/understudy
