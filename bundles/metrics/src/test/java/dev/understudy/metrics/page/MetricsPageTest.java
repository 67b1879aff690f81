package dev.understudy.metrics.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page with all series. */
class MetricsPageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/openmetrics-text; version=1.0.0; charset=utf-8 | application/openmetrics-text;version=1.0.0;q=0.9,text/plain;q=0.5",
                "text/plain; version=0.0.4; charset=utf-8 | text/html,*/*",
                "text/plain; version=0.0.4; charset=utf-8 |",
            })
    void theFormatIsWhatTheClientAccepts(String type, String accept) {
        assertEquals(type, new MetricsPage(AllSeries.registry()).reply(accept).contentType());
    }

    @Test
    void openMetricsEndWithAMark() {
        assertTrue(AllSeries.page("application/openmetrics-text").endsWith("# EOF\n"));
        assertFalse(AllSeries.page("text/plain").contains("# EOF"));
    }

    @Test
    void prometheusFindsNothingWrong() throws Exception {
        Path page = Files.writeString(folder.resolve("metrics"), AllSeries.page("text/plain"));
        Promtool.Outcome outcome = Promtool.run(page, "check", "metrics");
        assertEquals("", outcome.output());
        assertEquals(0, outcome.exit());
    }

    /** A check that finds nothing wrong with what is wrong would be none. */
    @Test
    void prometheusFindsWhatIsWrong() throws Exception {
        Path page = Files.writeString(
                folder.resolve("metrics"),
                AllSeries.page("text/plain") + "# TYPE understudyWrong counter\nunderstudyWrong 1\n");
        assertFalse(Promtool.run(page, "check", "metrics").output().isEmpty());
    }
}
