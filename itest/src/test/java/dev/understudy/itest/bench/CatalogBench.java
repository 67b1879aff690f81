package dev.understudy.itest.bench;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.watch.CatalogSettings;
import dev.understudy.catalog.watch.CatalogStore;
import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What large catalogs and many tenants cost, in processor time: loading, memory and look-up of catalogs of up to a million records, the
 * reload of a small file beside a large one, and a server of ten thousand tenants while it starts and while nothing happens.
 *
 * <p>{@code -Dbench.records=1000000 -Dbench.tenants=10000 -Dbench.idle=20}; the report is in {@code itest/target/bench}.
 */
class CatalogBench {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogBench.class);
    private static final int RECORDS = Integer.getInteger("bench.records", 1_000_000);
    private static final int TENANTS = Integer.getInteger("bench.tenants", 10_000);
    private static final Duration IDLE = Duration.ofSeconds(Long.getLong("bench.idle", 20));
    private static final String LAST = "/is/image/many" + (TENANTS - 1);
    private static final int LOOKUPS = 500_000;

    private final StringBuilder report = new StringBuilder();

    @AfterEach
    void keep() throws IOException {
        Path file = Files.createDirectories(Build.scratch().resolveSibling("bench"))
                .resolve("catalogs-" + System.getProperty("java.version") + ".txt");
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + report);
        LOG.info("{}", report);
    }

    @Test
    void largeCatalogs() throws IOException {
        for (int round = 0; round < 3; round++) {
            for (int records : new int[] {1000, RECORDS / 10, RECORDS}) {
                measure(records);
            }
        }
    }

    private void measure(int records) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Build.scratch()), "large");
        Files.writeString(folder.resolve("default.ini"), "DefaultExt=.jpg\n");
        Files.writeString(folder.resolve("shop.ini"), "RootId=shop\nCatalogFile=large.tsv,small.tsv\n");
        writeRecords(folder.resolve("large.tsv"), records);
        Files.writeString(folder.resolve("small.tsv"), "Id\tPath\nnew\tnew.tif\n");
        long heap = heap();
        long start = cpu();
        CatalogStore store = new CatalogStore(
                new CatalogSettings(Optional.of(folder), Duration.ofSeconds(1), Duration.ZERO, true),
                List::of,
                Optional::empty,
                InstantSource.system());
        long load = cpu() - start;
        long bytes = (heap() - heap) / records;
        long lookup = Math.min(lookup(store, records), lookup(store, records));
        Files.writeString(folder.resolve("small.tsv"), "Id\tPath\nnew\tnewer-and-longer.tif\n");
        start = cpu();
        store.refresh(1000);
        long reload = cpu() - start;
        Catalog shop = store.catalogs().catalog("shop").orElseThrow();
        String path = shop.image("new").orElseThrow().get(RecordFields.PATH);
        if (shop.imageIds().size() != records + 1 || !path.equals("newer-and-longer.tif")) {
            throw new AssertionError(shop.imageIds().size() + " records, " + path);
        }
        report.append(String.format(
                Locale.ROOT,
                "%,d records: load %d ms, %d bytes a record, look-up %d ns, reload of a small file %.1f ms%n",
                records,
                load / 1_000_000,
                bytes,
                lookup,
                reload / 1e6));
    }

    private static void writeRecords(Path file, int records) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Id\tPath\tSize\tModifier\tTimeStamp\tUserData\n");
            for (int i = 0; i < records; i++) {
                out.write(id(i) + "\tproducts/" + i % 977 + "/" + i / 977 + "/" + id(i) + "-front.tif\t"
                        + (1000 + random.nextInt(4000)) + "," + (1000 + random.nextInt(4000))
                        + "\top_sharpen=1&bgc=ffffff\t" + (1_700_000_000_000L + random.nextInt(1_000_000_000))
                        + "\tname=Product number " + i + "??color=red\n");
            }
        }
    }

    private static String id(int record) {
        return "SKU-" + (1_000_000 + record) + "_main";
    }

    private static long lookup(CatalogStore store, int records) {
        Catalog shop = store.catalogs().catalog("shop").orElseThrow();
        Random random = new Random(2);
        long start = cpu();
        for (int i = 0; i < LOOKUPS; i++) {
            if (shop.image(id(random.nextInt(records))).isEmpty()) {
                throw new AssertionError("a record is missing");
            }
        }
        return (cpu() - start) / LOOKUPS;
    }

    @Test
    void manyAttributeFiles() throws Exception {
        Setup setup = Setup.fresh("attribute-files");
        for (int i = 0; i < TENANTS; i++) {
            Files.writeString(
                    setup.catalogs().resolve("many" + i + ".ini"), "RootId=many" + i + "\nMaxPix=2000,2000\n");
        }
        serve("attribute files", setup, LAST);
    }

    @Test
    void manyConfigurations() throws Exception {
        Setup setup = Setup.fresh("configurations");
        for (int i = 0; i < TENANTS; i++) {
            setup = setup.setting("dev.understudy.tenant-many" + i, "RootId", "many" + i);
        }
        serve("configurations", setup, LAST);
    }

    @Test
    void noTenants() throws Exception {
        serve("no tenants but the samples", Setup.fresh("no-tenants"), "/is/image/gallery");
    }

    /**
     * Measures a server.
     *
     * @param last a target that is answered when all tenants are there
     */
    private void serve(String name, Setup setup, String last) throws Exception {
        long start = System.nanoTime();
        try (ProcessServer server = ProcessServer.felix(setup)) {
            server.client().await(last + "?req=catalogprops", Duration.ofMinutes(5), answer -> answer.status() == 200);
            double first = (System.nanoTime() - start) / 1e9;
            double starting = processorSeconds(server);
            Thread.sleep(IDLE.toMillis());
            double before = processorSeconds(server);
            Thread.sleep(IDLE.toMillis());
            double idle = (processorSeconds(server) - before) / IDLE.toSeconds();
            report.append(String.format(
                    Locale.ROOT,
                    "%s: first image after %.1f s (%.1f s of processor time), idle %.1f %% of a processor%n",
                    name,
                    first,
                    starting,
                    100 * idle));
        }
    }

    private static double processorSeconds(ProcessServer server) {
        return ProcessHandle.of(server.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow()
                        .toMillis()
                / 1e3;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
