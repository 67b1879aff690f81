#!/bin/sh
# Builds a commit twice, in different folders, one after the other, with another locale, time zone and umask, and compares what would
# go out, byte for byte. What differs is listed, with the entries in it; then the exit code is 1.
#
# usage: reproduce.sh [COMMIT [FOLDER]]
#   COMMIT   HEAD unless given
#   FOLDER   where the two trees are made, with what is in their features/release/target/dist; a new one unless given
#
# Environment: JAVA_HOME_2, the Java of the second build, the same as the first one's unless given; MAVEN_ARGUMENTS, more for both.
set -eu

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
commit=$(git -C "$root" rev-parse --verify --quiet "${1:-HEAD}^{commit}") || {
    echo "reproduce.sh: there is no commit ${1:-HEAD}" >&2
    exit 2
}
work=${2:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd -P)

# FOLDER
build() {
    rm -rf "${work:?}/$1"
    git clone -q "$root" "$work/$1"
    git -C "$work/$1" checkout -q --detach "$commit"
    # Arguments are several words.
    # shellcheck disable=SC2086
    (cd "$work/$1" && mvn -B -ntp -q -Prelease -DskipTests -Dspotless.check.skip -pl features/release -am ${MAVEN_ARGUMENTS:-} package)
}

(
    umask 022
    export LC_ALL=C.UTF-8 TZ=UTC
    build first
)
(
    umask 077
    export LC_ALL=C TZ=Asia/Kathmandu MAVEN_OPTS="-Duser.language=de -Duser.country=DE ${MAVEN_OPTS:-}"
    export JAVA_HOME="${JAVA_HOME_2:-${JAVA_HOME:-}}"
    [ -n "$JAVA_HOME" ] || unset JAVA_HOME
    build a/folder/further/down/second
)

first=$work/first/features/release/target/dist
second=$work/a/folder/further/down/second/features/release/target/dist
# ARCHIVE: name, size, sum and mode of each entry
entries() {
    case $1 in
        *.tar.gz) tar -tvzf "$1" ;;
        *) unzip -v "$1" && unzip -Z "$1" ;;
    esac
}
same=true
for name in $( (ls "$first" && ls "$second") | sort -u); do
    case $name in *.sha512) continue ;; esac
    if ! cmp -s "$first/$name" "$second/$name"; then
        same=false
        echo "differs: $name"
        case $name in
            *.tar.gz | *.zip | *.kar | *.jar)
                entries "$first/$name" >"$work/entries-1.txt"
                entries "$second/$name" >"$work/entries-2.txt"
                diff "$work/entries-1.txt" "$work/entries-2.txt" | head -n 20 || true
                ;;
            *) diff "$first/$name" "$second/$name" | head -n 20 || true ;;
        esac
    fi
done
$same || exit 1
echo "the same twice: $commit, everything in features/release/target/dist, in $work"
