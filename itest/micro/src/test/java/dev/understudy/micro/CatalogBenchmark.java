package dev.understudy.micro;

import dev.understudy.catalog.Catalog;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Looking up of an image in a catalog, with its path. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CatalogBenchmark {

    /** A prime, so that all images have their turn, not one after the other. */
    private static final int STRIDE = 7919;

    @Param({"1000", "100000", "1000000"})
    public int images;

    private Catalog catalog = new TestCatalogs().defaults().catalog();
    private String[] ids = {};
    private int next;

    /** Writes the catalog down. */
    @Setup
    public void makeCatalog() {
        TestCatalog large = new TestCatalogs().tenant("large");
        ids = new String[images];
        for (int i = 0; i < images; i++) {
            ids[i] = "image-" + i;
            large.record(ids[i], "folder/" + i % 1000 + "/image-" + i + ".jpg");
        }
        catalog = large.catalog();
    }

    @Benchmark
    public Object present() {
        next = (int) ((next + (long) STRIDE) % ids.length);
        return catalog.image(ids[next]).orElseThrow();
    }

    @Benchmark
    public Object missing() {
        return catalog.image("no such image");
    }
}
