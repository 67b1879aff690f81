package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.EngineLoad.LoadFigures;
import dev.understudy.observe.ServingListener;
import dev.understudy.observe.ServingListeners;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What listeners hear of the work for a request, and what is known of the work. */
class WorkReportTest {

    @TempDir
    private Path folder;

    private final Map<ServingListener.WorkStep, String> formats = new EnumMap<>(ServingListener.WorkStep.class);
    private final Map<ServingListener.WorkStep, Long> pixels = new EnumMap<>(ServingListener.WorkStep.class);

    private final class Recorder implements ServingListener {
        @Override
        public void onWork(WorkStep step, String format, long nanos, long count) {
            assertTrue(nanos >= 0, step::toString);
            formats.put(step, format);
            pixels.put(step, count);
        }
    }

    @Test
    void eachStepIsHeardOfOnceAnImageIsMade() throws Exception {
        TestCatalogs catalogs = new TestCatalogs();
        catalogs.tenant("shop").set(Attributes.TIMING_HEADERS, true).record("good", "good");
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100]));
        ServingListeners listeners = new ServingListeners();
        listeners.add(new Recorder());
        FailedSources failed = new FailedSources(10, InstantSource.system());
        AccessRecord accessRecord = new AccessRecord();
        try (Engine engine = EngineSetup.engine(
                2, 10, images, new KeptReplies(), failed, Map.of(), listeners, InstantSource.system())) {
            Reply reply = assertInstanceOf(
                    Reply.class, engine.serve(EngineSetup.localCall("shop/good?wid=3&hei=2", catalogs, accessRecord)));
            assertEquals(200, reply.status());
            assertEquals(new LoadFigures(0, 10, 0, 2, 0, 10 << 20, 0, 0), engine.load());
        }
        assertTrue(accessRecord.timing());
        assertEquals(EnumSet.allOf(ServingListener.WorkStep.class), formats.keySet());
        assertEquals("", formats.get(ServingListener.WorkStep.WAIT));
        assertEquals(6, pixels.get(ServingListener.WorkStep.ENCODE));
        assertTrue(pixels.get(ServingListener.WorkStep.DECODE) > 0);
        assertTrue(formats.get(ServingListener.WorkStep.ENCODE).matches("[a-z0-9-]+"), formats::toString);
        assertEquals(formats.get(ServingListener.WorkStep.ENCODE), formats.get(ServingListener.WorkStep.DRAW));
    }
}
