#!/bin/sh
# Runs two servers on the samples until it is interrupted: Karaf on UNDERSTUDY_PORT (8080), and on the next port plain
# Felix as its secondary, which has the file that the first one lacks. On a Java that Karaf does not run on, both are Felix.
#
# usage: run.sh TARGET, the folder that holds assembly/ and felix/
set -u

target=$1
run=$target/run
port=${UNDERSTUDY_PORT:-8080}
second_port=$((port + 1))
primary=
secondary=

say() {
    printf '%s\n' "$*" 2>/dev/null
}

stop() {
    trap '' INT TERM HUP
    for pid in $primary $secondary; do
        kill -TERM "$pid" 2>/dev/null
    done
    for pid in $primary $secondary; do
        wait "$pid"
    done
    say "Stopped."
    exit "$1"
}

# PID NAME: until the server has said that it is ready; a server that ends before is shown
await() {
    until grep -qs '^ready' "$run/$2.log"; do
        if ! kill -0 "$1" 2>/dev/null; then
            sed "s/^/$2 | /" "$run/$2.log"
            stop 1
        fi
        kill -0 "$PPID" 2>/dev/null || stop 1
        sleep 0.2
    done
    sed "s/^/$2 | /" "$run/$2.log"
}

# What says this may be gone before this is; a closed pipe is no reason to leave servers behind.
trap '' PIPE
trap 'stop 0' INT TERM HUP

mkdir -p "$run/images/gallery/lost"
cp "$target/felix/samples/images/gallery/mountains.jpg" "$run/images/gallery/lost/sunrise.jpg"

UNDERSTUDY_PORT=$second_port \
UNDERSTUDY_IMAGES="$run/images;$target/felix/samples/images" \
UNDERSTUDY_SECONDARY='' \
    "$target/felix/bin/understudy" >"$run/secondary.log" 2>&1 &
secondary=$!
await "$secondary" secondary

. "$target/felix/bin/understudy-environment"
understudy_java 17 99 "Java 17 or later is needed"
if [ "${understudy_version:-17}" -le 21 ]; then
    set -- "$target/assembly/bin/karaf" run
else
    set -- "$target/felix/bin/understudy"
fi
UNDERSTUDY_PORT=$port \
UNDERSTUDY_SECONDARY=http://127.0.0.1:$second_port \
UNDERSTUDY_DATA=$run/primary \
    "$@" >"$run/primary.log" 2>&1 &
primary=$!
await "$primary" primary

root=http://127.0.0.1:$port/is
say "
The page to try requests on, and to look at the health:
  http://127.0.0.1:$port/

Try:
  an image           $root/image/gallery/bridge
  resized            $root/image/gallery/bridge?wid=400
  a preset           $root/image/gallery/mountains?\$large\$
  a template         $root/image/gallery/postcard?\$title=See+you+soon&\$photo=hills
  a default image    $root/image/shop/no-such-product?wid=300
  an error image     $root/image/gallery/no-such-picture
  a forwarded one    $root/image/gallery/missing?wid=400
  static content     $root/content/shop/price-list
  the health         http://127.0.0.1:$port/health
Ctrl-C stops both servers."

while kill -0 "$PPID" 2>/dev/null; do
    for pid in $primary $secondary; do
        kill -0 "$pid" 2>/dev/null || stop 1
    done
    sleep 1
done
stop 0
