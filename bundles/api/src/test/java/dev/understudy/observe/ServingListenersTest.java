package dev.understudy.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.observe.ServingListener.WorkStep;
import dev.understudy.settings.LogCapture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServingListenersTest {

    private final ServingListeners listeners = new ServingListeners();
    private final List<String> heard = new ArrayList<>();

    private final class Recorder implements ServingListener {

        @Override
        public void onRequest(
                String method, String mount, int status, long nanos, @Nullable AccessRecord accessRecord) {
            heard.add(method + " " + mount + " " + status);
        }

        @Override
        public void onCanceledRequest() {
            heard.add("canceled");
        }

        @Override
        public void onWork(WorkStep step, String format, long nanos, long pixels) {
            heard.add(step + " " + format);
        }
    }

    @Test
    void eachIsToldForAsLongAsItIsThere() {
        ServingListener first = new Recorder();
        listeners.add(first);
        listeners.add(new Recorder());
        listeners.onRequest("GET", "/is/image", 200, 1, null);
        listeners.remove(first);
        listeners.onWork(WorkStep.DRAW, "png", 1, 1);
        listeners.onCanceledRequest();
        assertEquals(List.of("GET /is/image 200", "GET /is/image 200", "DRAW png", "canceled"), heard);
    }

    @Test
    void oneThatFailsIsToldNoMore() {
        listeners.add(new ServingListener() {
            @Override
            public void onWork(WorkStep step, String format, long nanos, long pixels) {
                heard.add("failing");
                throw new IllegalStateException("a bug");
            }
        });
        listeners.add(new Recorder());
        try (LogCapture log = new LogCapture()) {
            listeners.onWork(WorkStep.ENCODE, "jpeg", 1, 1);
            listeners.onWork(WorkStep.ENCODE, "jpeg", 1, 1);
            assertEquals(
                    1,
                    log.lines().stream()
                            .filter(line -> line.contains("is told no more"))
                            .count());
        }
        assertEquals(List.of("failing", "ENCODE jpeg", "ENCODE jpeg"), heard);
    }

    @Test
    void withoutAnyNothingNeedBeMeasured() {
        assertTrue(listeners.isEmpty());
        listeners.add(new Recorder());
        assertFalse(listeners.isEmpty());
    }
}
