package dev.understudy.micro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs: once, on something small. */
class BenchmarksTest {

    private static final List<Class<?>> ALL = List.of(
            JpegDecodingBenchmark.class,
            JpegEncodingBenchmark.class,
            ResamplingBenchmark.class,
            CatalogBenchmark.class,
            RequestBenchmark.class);

    @Test
    void run() throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (Class<?> each : ALL) {
            Arrays.stream(each.getMethods())
                    .filter(method -> method.isAnnotationPresent(Benchmark.class))
                    .map(BenchmarksTest::name)
                    .forEach(wanted::add);
        }
        Set<String> measured = new TreeSet<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include("dev\\.understudy\\.micro\\.")
                        .forks(0)
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .param("side", "128")
                        .param("progressive", "true")
                        .param("width", "64")
                        .param("wanted", "320")
                        .param("images", "100")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            measured.add(result.getParams().getBenchmark());
        }
        assertEquals(wanted, measured);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
