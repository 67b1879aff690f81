#!/bin/sh
# Makes an OCI image of the plain-Felix server without a container engine: a Java of the modules that it needs (jlink), the
# libraries and the few programs that this Java and the start script need, from the packages of the Debian or Ubuntu that this
# runs on, and umoci to put them together.
#
# usage: build-oci.sh [--root-only] [OUTPUT]
#   OUTPUT       folder of what is made, target/container below features/ unless given: rootfs/ is the root file system,
#                oci/ the image, with the tag "latest"
#   --root-only  only the root file system, which takes no umoci
#
# Environment: JAVA_HOME, a JDK with jmods; UNDERSTUDY_HOME, the server, features/target/felix unless given.
# "mvn -DskipTests package" makes the server first.
set -eu
# Neither modes nor the order of names nor the bytes of jlink's modules are those of whoever builds.
umask 022
export LC_ALL=C.UTF-8

here=$(cd "$(dirname "$0")" && pwd -P)
features=$(dirname "$here")
home=${UNDERSTUDY_HOME:-$features/target/felix}
root_only=false
if [ "${1:-}" = --root-only ]; then
    root_only=true
    shift
fi
out=${1:-$features/target/container}
# The same sources give the same image, whenever it is made.
epoch=${SOURCE_DATE_EPOCH:-1767225600}
user=10001

fail() {
    echo "build-oci.sh: $1" >&2
    exit 1
}

need() {
    command -v "$1" >/dev/null || fail "$1 is needed ($2)"
}

[ -x "$home/bin/understudy" ] || fail "there is no server in $home; mvn -DskipTests package makes it"
if [ -z "${JAVA_HOME:-}" ]; then
    need jlink "a JDK"
    JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v jlink)")")")
fi
[ -x "$JAVA_HOME/bin/jlink" ] || fail "there is no bin/jlink in $JAVA_HOME"
for tool in apt-get dpkg ldd; do
    need "$tool" "Debian or Ubuntu"
done
$root_only || need umoci "the package umoci"

rm -rf "$out"
mkdir -p "$out/packages" "$out/rootfs/opt" "$out/rootfs/tmp" "$out/rootfs/data" "$out/rootfs/etc" "$out/rootfs/proc" "$out/rootfs/dev"
out=$(cd "$out" && pwd -P)
root=$out/rootfs

# Java: what the bundles import of it, and what Java itself looks for by name (elliptic curves, HTTP of tools, unsafe access).
"$JAVA_HOME/bin/jlink" --output "$root/opt/java" --strip-java-debug-attributes --no-header-files --no-man-pages --compress 2 \
    --add-modules java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs,java.rmi,java.security.jgss,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs \
    --include-locales en 2>"$out/jlink.txt" || fail "jlink: $(cat "$out/jlink.txt")"

# Windows and sound, which no server has, would take libraries of their own.
for library in awt_xawt splashscreen jsound jawt; do
    rm -f "$root/opt/java/lib/lib$library.so"
done

# The packages with the libraries that Java and the programs of the start script are linked with.
programs="/bin/bash /bin/sh /bin/sed /bin/grep /bin/ls /usr/bin/locale"
libraries() {
    # shellcheck disable=SC2086
    { find "$root/opt/java" -name '*.so' -o -path '*/bin/java'; printf '%s\n' $programs; } |
        while read -r file; do
            LD_LIBRARY_PATH=$root/opt/java/lib:$root/opt/java/lib/server ldd "$(readlink -f "$file")" 2>/dev/null || true
        done | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p; s/^[[:space:]]*\(\/lib[^ ]*ld-linux[^ ]*\).*/\1/p' |
        grep -v "^$root" | sort -u
}
owner() {
    for path in "$1" "$(readlink -f "$1")" "/usr$1" "${1#/usr}"; do
        if dpkg -S "$path" 2>/dev/null | grep -v '^diversion ' | sed -n 's/^\([^:, ]*\).*/\1/p' | head -n 1 | grep .; then
            return 0
        fi
    done
    fail "no package has $1"
}
{
    for file in $(libraries) $programs; do
        owner "$file"
    done
    # Java loads fontconfig by name, and draws no text without any installed font, though the fonts of images are the server's own.
    # C.UTF-8 is in libc-bin.
    printf '%s\n' libfontconfig1 libexpat1 libuuid1 fontconfig-config fonts-dejavu-core libc-bin
    echo coreutils
} | sort -u >"$out/packages.txt"
(
    cd "$out/packages"
    # shellcheck disable=SC2046
    apt-get -q download $(cat "$out/packages.txt") >"$out/apt.txt" 2>&1 || fail "apt-get download: $(tail -n 3 "$out/apt.txt")"
)
# Where /bin and /lib are links to those below /usr, packages have to find these links.
for folder in bin sbin lib lib64; do
    if [ -L "/$folder" ]; then
        mkdir -p "$root/usr/$folder"
        ln -sfn "usr/$folder" "$root/$folder"
    fi
done
# Left out are pages nobody reads there, and what converts between encodings (gconv): Java does so itself. Licenses stay.
for package in "$out"/packages/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink --no-same-owner \
        --exclude=./usr/share/man --exclude=./usr/share/locale --exclude=./usr/share/info --exclude=./usr/share/gcc \
        --exclude=./usr/share/gdb --exclude='./usr/share/doc/*/[!c]*' --exclude='./usr/share/doc/*/changelog*' \
        --exclude='./usr/lib/*/gconv'
done
[ -e "$root/bin/sh" ] || ln -s bash "$root/bin/sh"

cp -R "$home" "$root/opt/understudy"
rm -rf "$root/opt/understudy/data" "$root/opt/understudy/tools"
cp "$here/health" "$root/opt/understudy/bin/understudy-health"
# The umask of whoever made the server does not matter.
chmod -R u=rwX,go=rX "$root/opt/understudy"
chmod 0755 "$root/opt/understudy/bin/understudy-health"
cat >"$root/etc/passwd" <<END
root:x:0:0:root:/:/usr/sbin/nologin
understudy:x:$user:$user:Understudy:/data:/usr/sbin/nologin
END
printf 'root:x:0:\nunderstudy:x:%s:\n' "$user" >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
chmod 1777 "$root/tmp"
chmod 0755 "$root/opt" "$root/data"
if [ "$(id -u)" = 0 ]; then
    chown "$user:$user" "$root/data"
else
    chmod 1777 "$root/data"
fi
find "$root" -exec touch -h -d "@$epoch" {} +
echo "root file system: $root ($(du -sm "$root" | cut -f1) MB)"
$root_only && exit 0

rootless=
[ "$(id -u)" = 0 ] || rootless=--rootless
umoci init --layout "$out/oci"
umoci new --image "$out/oci:latest"
# shellcheck disable=SC2086
umoci insert $rootless --image "$out/oci:latest" --history.created "$(date -u -d "@$epoch" +%Y-%m-%dT%H:%M:%SZ)" "$root" /
umoci config --image "$out/oci:latest" --created "$(date -u -d "@$epoch" +%Y-%m-%dT%H:%M:%SZ)" --no-history \
    --config.user "$user:$user" --config.workingdir /data \
    --config.entrypoint /opt/understudy/bin/understudy \
    --config.env JAVA_HOME=/opt/java --config.env PATH=/opt/java/bin:/usr/bin:/bin --config.env LC_ALL=C.UTF-8 \
    --config.env UNDERSTUDY_HOST=0.0.0.0 --config.env UNDERSTUDY_DATA=/data \
    --config.exposedports 8080/tcp --config.volume /data --config.volume /tmp --config.stopsignal SIGTERM \
    --config.label org.opencontainers.image.title=Understudy --config.label org.opencontainers.image.licenses=Apache-2.0
umoci gc --layout "$out/oci"
echo "image: $out/oci ($(du -sm "$out/oci" | cut -f1) MB), tag latest"
