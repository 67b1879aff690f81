package dev.understudy.itest.hostile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever is in its files, the server answers in time, with whole images or errors, and is none the worse for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileImagesIT {

    private static final Logger LOG = LoggerFactory.getLogger(HostileImagesIT.class);
    private static final int CLIENTS = 3;
    private static final int WIDTH = 64;
    private static final long MOST_MILLIS = 10_000;
    /** Catalogs of the same files. */
    private static final Map<String, String> TOLERANCES =
            Map.of("strict", "strict", "lenient", "lenient", "sound", "strict");

    /** Ways to want a part of an image. */
    private static final List<String> PARTS = List.of("&rgn=70,60,50,40", "&crop=1,2,30,20", "&rect=0,0,64,64,1");

    private static final Set<Integer> STATUSES = Set.of(200, 403, 503);
    /** Pools of threads fill up, and classes are loaded, after the first requests too. */
    private static final int SLACK = 16;

    private static final Pattern REQUEST = Pattern.compile("GET (/is/image/(?:strict|lenient)/\\S+) HTTP");

    private ProcessServer server;
    private Client client;
    private List<HostileFile> corpus;
    private List<HostileRequest> asked;
    private SoundRequests sound;
    private ProcessFigures before;
    private List<String> faultsOfOthers;
    private int answersOfOthers;

    @BeforeAll
    void askForAll() throws Exception {
        Setup setup = Setup.fresh("hostile");
        corpus = new Corpus(setup.images()).all();
        write(setup, corpus);
        server = ProcessServer.felix(setup);
        client = server.client();
        warmUp();
        sound = new SoundRequests(client, soundTargets());
        before = ProcessFigures.areKnown() ? ProcessFigures.of(server.pid()) : null;
        try (Prober prober = Prober.start(client, sound)) {
            asked = ask(targets());
            prober.close();
            faultsOfOthers = prober.faults();
            answersOfOthers = prober.answers();
        }
        report();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static void write(Setup setup, List<HostileFile> corpus) throws IOException {
        Path folder = Files.createDirectories(setup.images().resolve("hostile"));
        for (HostileFile file : corpus) {
            Files.write(folder.resolve(file.name()), file.bytes());
        }
        for (Map.Entry<String, String> catalog : TOLERANCES.entrySet()) {
            Files.writeString(
                    setup.catalogs().resolve(catalog.getKey() + ".ini"),
                    "RootId=" + catalog.getKey() + "\nRootPath=hostile\nDefaultExt=\nTolerance=" + catalog.getValue()
                            + "\n");
        }
    }

    /** Each file as a whole, every third also in part, and those that end too early once more where that is tolerated. */
    private List<String> targets() {
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i++) {
            String file = corpus.get(i).name();
            targets.add(target("strict", file));
            if (i % 3 == 0) {
                targets.add(target("strict", file) + PARTS.get(i / 3 % PARTS.size()));
            }
            if (file.contains("-cut")) {
                targets.add(target("lenient", file));
            }
        }
        return targets;
    }

    private static String target(String catalog, String file) {
        return "/is/image/" + catalog + "/" + file + "?wid=" + WIDTH + "&hei=" + WIDTH + "&fit=stretch&fmt=png";
    }

    /** The sound files, as a whole and in each part that is asked of others, none of them out of the cache. */
    private List<String> soundTargets() {
        return corpus.stream()
                .map(HostileFile::sound)
                .distinct()
                .map(file -> target("sound", file) + "&cache=off")
                .flatMap(target ->
                        Stream.concat(Stream.of(target), PARTS.stream().map(target::concat)))
                .toList();
    }

    private void warmUp() throws InterruptedException, ExecutionException {
        List<String> sound = Stream.of(
                        "gallery/bridge", "shop/bowl", "shop/bowl-cutout", "shop/lamp", "shop/clock", "gallery/brook")
                .flatMap(name -> Stream.of(60, 61, 62, 63).map(width -> "/is/image/" + name + "?wid=" + width))
                .toList();
        ask(sound);
    }

    private List<HostileRequest> ask(List<String> targets) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<HostileRequest>> answers = new ArrayList<>();
            for (String target : targets) {
                answers.add(clients.submit(() -> HostileRequest.of(client, target)));
            }
            List<HostileRequest> all = new ArrayList<>();
            for (Future<HostileRequest> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            clients.shutdownNow();
        }
    }

    private void report() {
        Map<Integer, Long> statuses = asked.stream()
                .collect(Collectors.groupingBy(HostileRequest::status, TreeMap::new, Collectors.counting()));
        HostileRequest slowest =
                asked.stream().max(Comparator.comparing(HostileRequest::millis)).orElseThrow();
        LOG.info(
                "{} requests for damaged files; statuses {}; the slowest {} ms: {}; {} answers to others meanwhile",
                asked.size(),
                statuses,
                slowest.millis(),
                slowest.target(),
                answersOfOthers);
    }

    @Test
    void everyAnswerIsAnImageOrAnError() {
        assertTrue(asked.size() >= 1000, () -> "only " + asked.size());
        assertAll(asked.stream()
                .filter(answer -> !STATUSES.contains(answer.status()))
                .map(answer -> () ->
                        assertEquals("an expected status", answer.response().toString())));
    }

    @Test
    void everyImageIsWhole() {
        for (HostileRequest answer : asked) {
            if (answer.status() == 200) {
                assertEquals(WIDTH, answer.response().image().getWidth(), answer::target);
                assertEquals(WIDTH, answer.response().image().getHeight(), answer::target);
            }
        }
    }

    @Test
    void noneTakesLong() {
        List<HostileRequest> slow =
                asked.stream().filter(answer -> answer.millis() > MOST_MILLIS).toList();
        assertEquals(List.of(), slow);
    }

    @Test
    void whatIsCutShortIsTheWholeImageUnlessThatIsTolerated() {
        long lenient = 0;
        for (HostileFile file : corpus) {
            for (HostileRequest answer : asked) {
                if (file.name().contains("-cut")
                        && answer.target().contains("/" + file.name() + "?")
                        && answer.status() == 200) {
                    lenient += answer.target().contains("/lenient/") ? 1 : 0;
                    requireWhole(file, answer);
                }
            }
        }
        long images = lenient;
        assertTrue(images >= 30, () -> "only " + images);
    }

    /** Later frames of an animation may be missing, since the first one is the image. */
    private void requireWhole(HostileFile file, HostileRequest answer) {
        if (answer.target().contains("/strict/")) {
            String whole = answer.target()
                    .replace("/strict/" + file.name(), "/sound/" + file.sound())
                    .replace("&fmt=png", "&fmt=png&cache=off");
            assertArrayEquals(sound.answer(whole), answer.response().body(), answer::target);
        }
    }

    @Test
    void soundRequestsGetTheSameBytesAfterwards() {
        assertEquals(
                List.of(),
                sound.targets().stream()
                        .map(sound::fault)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Test
    void othersAreNotDisturbed() {
        assertTrue(answersOfOthers > 20, () -> "only " + answersOfOthers);
        assertEquals(List.of(), faultsOfOthers);
    }

    @Test
    void eachRequestHasOneRecord() throws Exception {
        List<String> targets =
                asked.stream().map(HostileRequest::target).sorted().toList();
        List<String> recorded = recorded();
        for (int i = 0; i < 50 && recorded.size() < targets.size(); i++) {
            Thread.sleep(100); // records are written in the background
            recorded = recorded();
        }
        assertEquals(targets, recorded);
    }

    private List<String> recorded() throws IOException {
        List<String> targets = new ArrayList<>();
        try (Stream<Path> files = Files.list(server.setup().folder().resolve("logs"))) {
            for (Path file : files.toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.map(REQUEST::matcher)
                            .filter(Matcher::find)
                            .map(found -> found.group(1))
                            .forEach(targets::add);
                }
            }
        }
        return targets.stream().sorted().toList();
    }

    @Test
    void nothingIsLeftOpen() throws InterruptedException {
        assumeTrue(before != null, "this system has no /proc: threads and files of the server were not counted");
        ProcessFigures after = ProcessFigures.of(server.pid());
        for (int i = 0; i < 100 && !isNoMore(after); i++) {
            Thread.sleep(100); // connections of clients that are done are still open
            after = ProcessFigures.of(server.pid());
        }
        LOG.info("before {}, after {}", before, after);
        assertTrue(isNoMore(after), before + ", then " + after);
    }

    private boolean isNoMore(ProcessFigures after) {
        return after.threads() <= before.threads() + SLACK && after.files() <= before.files() + SLACK;
    }
}
