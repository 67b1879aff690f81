package dev.understudy.micro;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures single steps, and how much each allocates: {@code mvn verify -Pbench -Dit.test=MicroBench}.
 *
 * <p>{@code -Dbench.micro=Jpeg} chooses by a regular expression, {@code -Dbench.seconds=}, {@code -Dbench.rounds=} and
 * {@code -Dbench.javas=/path/to/a/jdk,/path/to/another} as for the others. The report is in {@code itest/target/bench}.
 */
class MicroBench {

    private static final Logger LOG = LoggerFactory.getLogger(MicroBench.class);

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final TimeValue LENGTH = TimeValue.seconds(Long.getLong("bench.seconds", 2));
    private static final String CHOSEN = System.getProperty("bench.micro", ".*");
    private static final List<String> JAVAS = List.of(
            System.getProperty("bench.javas", System.getProperty("java.home")).split(","));

    @Test
    void measure() throws Exception {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String java : JAVAS) {
            for (RunResult result : run(java)) {
                rows.computeIfAbsent(name(result.getParams()), any -> new ArrayList<>())
                        .add(cells(result));
            }
        }
        StringBuilder page = new StringBuilder("| step |");
        JAVAS.forEach(
                java -> page.append(' ').append(Path.of(java).getFileName()).append(" | bytes allocated |"));
        page.append("\n|---|").append("---|---|".repeat(JAVAS.size())).append('\n');
        rows.forEach((name, cells) -> page.append("| ")
                .append(name)
                .append(" |")
                .append(String.join("", cells))
                .append('\n'));
        Path folder = Files.createDirectories(
                Path.of(System.getProperty("understudy.root", "../..")).resolve("itest/target/bench"));
        Files.writeString(folder.resolve("micro.md"), page);
        LOG.info("{}", page);
    }

    private static Collection<RunResult> run(String java) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("dev\\.understudy\\.micro\\..*" + CHOSEN)
                        .jvm(Path.of(java, "bin", "java").toString())
                        .jvmArgsAppend("-Xmx2g")
                        .forks(1)
                        .warmupIterations(ROUNDS)
                        .warmupTime(LENGTH)
                        .measurementIterations(ROUNDS)
                        .measurementTime(LENGTH)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    private static String name(BenchmarkParams params) {
        String name = params.getBenchmark();
        StringBuilder text = new StringBuilder(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
        params.getParamsKeys()
                .forEach(key -> text.append(", ").append(key).append('=').append(params.getParam(key)));
        return text.toString();
    }

    private static String cells(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return String.format(
                Locale.ROOT,
                " %.3f ± %.3f %s | %.0f |",
                time.getScore(),
                time.getScoreError(),
                time.getScoreUnit(),
                bytes == null ? Double.NaN : bytes.getScore());
    }
}
