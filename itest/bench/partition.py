#!/usr/bin/env python3
"""Cuts one of three servers off the network of the cluster, and heals it; tells what requests notice.

    mvn -DskipTests package
    sudo itest/bench/partition.py

Each server is plain Felix in a network namespace of its own, with copies of the samples. Clients reach it by another network, which
stays whole. Root is needed, and iproute2. Exits with 1 when a request fails, an old image is seen, or the parts do not merge.
"""
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FELIX = ROOT / "features/target/felix"
PORT = int(os.environ.get("UNDERSTUDY_PORT", "8080"))
SERVERS = (1, 2, 3)
CUT = 3
problems = []
unique = [int(time.time()) % 1_000_000]


def ip(line, check=True):
    subprocess.run(["ip", *line.split()], check=check, stderr=None if check else subprocess.DEVNULL)


def remove_networks():
    for link in ["ucl", "uap"] + [f"u{kind}{i}" for kind in "ca" for i in SERVERS]:
        ip(f"link del {link}", check=False)
    for i in SERVERS:
        ip(f"netns del understudy{i}", check=False)


def make_networks():
    for bridge in ("ucl", "uap"):
        ip(f"link add {bridge} type bridge")
        ip(f"link set {bridge} up")
    ip("addr add 10.99.2.254/24 dev uap")
    for i in SERVERS:
        space = f"understudy{i}"
        ip(f"netns add {space}")
        ip(f"-n {space} link set lo up")
        for number, kind, bridge in ((1, "c", "ucl"), (2, "a", "uap")):
            ip(f"link add u{kind}{i} type veth peer name {kind}0 netns {space}")
            ip(f"link set u{kind}{i} master {bridge} up")
            ip(f"-n {space} addr add 10.99.{number}.{i}/24 dev {kind}0")
            ip(f"-n {space} link set {kind}0 up")


def start(folder, i):
    etc, samples, plugins = folder / "etc", folder / "samples", folder / "plugins"
    shutil.copytree(FELIX / "etc", etc)
    shutil.copytree(ROOT / "features/samples", samples, ignore=shutil.ignore_patterns("plug-in"))
    plugins.mkdir()
    jars = [jar for jar in ROOT.glob("bundles/cache-cluster/target/understudy-cache-cluster-*.jar") if "sources" not in jar.name]
    shutil.copy(jars[0], plugins)
    (etc / "dev.understudy.cache.cluster.cfg").write_text(
        "cacheCluster.hosts = 10.99.1.1;10.99.1.2;10.99.1.3\ncacheCluster.secret = of the test\n")
    with open(etc / "dev.understudy.http.cfg", "a") as settings:
        settings.write("\nhealth.detail = 10.99.2.0/24\n")
    with open(samples / "catalogs/gallery.ini", "a") as catalog:
        catalog.write("\nTimingHeaders=1\n")
    environment = dict(
        os.environ, UNDERSTUDY_PORT=str(PORT), UNDERSTUDY_HOST="0.0.0.0", UNDERSTUDY_CATALOGS=f"{samples}/catalogs",
        UNDERSTUDY_IMAGES=f"{samples}/images", UNDERSTUDY_STATIC=f"{samples}/static", UNDERSTUDY_CACHE=f"{folder}/cache",
        UNDERSTUDY_LOGS=f"{folder}/logs", UNDERSTUDY_DATA=f"{folder}/data", UNDERSTUDY_PLUGINS=str(plugins),
        UNDERSTUDY_SHELL="true", JAVA_OPTS=f"-Dfelix.fileinstall.dir={etc}")
    return subprocess.Popen(
        ["ip", "netns", "exec", f"understudy{i}", str(FELIX / "bin/understudy")], env=environment,
        stdin=subprocess.PIPE, stdout=open(folder / "output", "w"), stderr=subprocess.STDOUT, text=True)


def get(i, target):
    connection = http.client.HTTPConnection(f"10.99.2.{i}", PORT, timeout=30)
    connection.request("GET", target)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.getheader("Cache-Status", ""), body


def await_servers(i, count):
    begin = time.time()
    while time.time() - begin < 120:
        try:
            if json.loads(get(i, "/health")[1]).get("cluster", {}).get("servers") == count:
                return
        except OSError:
            pass  # not there yet
        time.sleep(0.25)
    sys.exit(f"server {i} does not see {count} servers")


class Load:
    """Requests for images that nobody has asked for, one after the other to each server."""

    def __init__(self):
        self.ended = False
        self.millis = []
        self.threads = [threading.Thread(target=self.ask, args=(i,)) for i in SERVERS]
        for thread in self.threads:
            thread.start()

    def ask(self, i):
        connection = http.client.HTTPConnection(f"10.99.2.{i}", PORT, timeout=30)
        while not self.ended:
            unique[0] += 1
            begin = time.time()
            try:
                connection.request("GET", f"/is/image/gallery/emblem?wid=24&fmt=png&bgc={unique[0] % 0x1000000:06x}")
                response = connection.getresponse()
                response.read()
                if response.status != 200 or response.getheader("Understudy-StandIn"):
                    problems.append(f"server {i}: {response.status}")
            except (OSError, http.client.HTTPException) as e:
                problems.append(f"server {i}: {e!r}")
                connection.close()
            self.millis.append((time.time() - begin) * 1000)
            time.sleep(0.005)

    def stop(self):
        self.ended = True
        for thread in self.threads:
            thread.join()

    def tell(self, name):
        millis = sorted(self.millis)
        print(f"{name}: {len(millis)} answers, half within {millis[len(millis) // 2]:.0f} ms, "
              f"99 % within {millis[int(len(millis) * 0.99)]:.0f} ms, load {os.getloadavg()[0]:.1f}", flush=True)


def during(name, seconds, event=lambda: None):
    load = Load()
    try:
        time.sleep(0.5)
        event()
        time.sleep(seconds)
    finally:
        load.stop()  # else its threads keep the program from ending
    load.tell(name)


def replace(folder, i):
    images = folder / str(i) / "samples/images/gallery"
    shutil.copy(images / "mountains.jpg", images / "other.part")
    os.rename(images / "other.part", images / "hills.jpg")


def measure(folder, processes):
    for i in SERVERS:
        await_servers(i, 3)
    purged, replaced = "/is/image/gallery/bridge?wid=151", "/is/image/gallery/hills?wid=153"
    during("warming up", 30)
    get(1, purged)
    get(CUT, purged)
    during("all is well", 6)
    during("one is cut off", 6, lambda: ip(f"link set uc{CUT} nomaster"))
    await_servers(1, 2)
    await_servers(CUT, 1)
    during("apart", 5)
    processes[0].stdin.write("understudy:cache purge gallery/bridge\n")
    processes[0].stdin.flush()
    old = [get(i, replaced)[1] for i in (1, CUT)][0]
    for i in SERVERS:
        replace(folder, i)
    time.sleep(1.5)
    new = get(1, replaced)[1]
    begin = time.time()
    during("the network heals", 8, lambda: ip(f"link set uc{CUT} master ucl"))
    for i in SERVERS:
        await_servers(i, 3)
    print(f"one cluster again within {time.time() - begin:.1f} s")
    while "miss" not in get(CUT, purged)[0]:
        if time.time() - begin > 60:
            problems.append("the purge is not known")
            break
        time.sleep(0.25)
    print(f"the purge is known after {time.time() - begin:.1f} s")
    wrong = sum(get(i, replaced)[1] != new for i in SERVERS * 20)
    print(f"old images: {wrong} of 60")
    if wrong or old == new:
        problems.append(f"{wrong} old images")


def main():
    if os.geteuid() != 0 or not shutil.which("ip"):
        sys.exit("NOT RUN: root and ip (iproute2) are needed for network namespaces")
    folder = pathlib.Path(tempfile.mkdtemp())
    processes = []
    try:
        remove_networks()
        make_networks()
        for i in SERVERS:
            processes.append(start(folder / str(i), i))
        measure(folder, processes)
    finally:
        for process in processes:
            process.kill()
            process.wait()
        remove_networks()
        shutil.rmtree(folder)
    print(f"failed: {len(problems)} {problems[:5]}")
    sys.exit(1 if problems else 0)


main()
