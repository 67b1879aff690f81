package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Reply;
import dev.understudy.settings.LogCapture;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that take too long: whoever sends such requests does not fill the log. */
class SlowRulesTest {

    private static final String HOPELESS = "<rule Name='slow'><expression>(a+)+$</expression></rule>";

    @TempDir
    private Path folder;

    @Test
    void aRuleThatTakesTooLongIsToldOnce() throws Exception {
        TestCatalogs catalogs = new TestCatalogs();
        catalogs.tenant("shop").record("one", "one").ruled(HOPELESS);
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100]));
        try (Engine engine = EngineSetup.engine(
                        2,
                        10,
                        images,
                        new KeptReplies(),
                        new FailedSources(10, InstantSource.system()),
                        Map.of(),
                        InstantSource.system());
                LogCapture log = new LogCapture()) {
            for (int i = 0; i < 3; i++) {
                Reply reply = assertInstanceOf(
                        Reply.class,
                        engine.serve(
                                EngineSetup.localCall("shop/" + "a".repeat(5000) + "!", catalogs, new AccessRecord())));
                assertEquals(FailureKind.REQUEST_REFUSED, reply.standIn().cause());
            }
            List<String> told = log.lines().stream()
                    .filter(line -> line.contains("has the rule slow"))
                    .toList();
            assertEquals(1, told.size(), log.lines()::toString);
            assertTrue(
                    told.get(0).endsWith("which takes too long for this request of 5006 characters"), told::toString);
        }
    }
}
