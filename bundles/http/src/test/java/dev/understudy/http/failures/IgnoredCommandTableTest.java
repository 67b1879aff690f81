package dev.understudy.http.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.observe.RecentFailures.IgnoredCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often commands did nothing. */
class IgnoredCommandTableTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final IgnoredCommandTable table = new IgnoredCommandTable(() -> now);

    @Test
    void aCommandOfACatalogIsOneLine() {
        table.add("op_usm", "shop");
        now = NOON.plusSeconds(1);
        table.add("op_usm", "");
        now = NOON.plusSeconds(2);
        table.add("op_usm", "shop");
        assertEquals(
                List.of(
                        new IgnoredCommand("op_usm", "shop", 2, NOON, now),
                        new IgnoredCommand("op_usm", "", 1, NOON.plusSeconds(1), NOON.plusSeconds(1))),
                table.entries());
    }

    @Test
    void aDayLaterItIsNotToldAnyMore() {
        table.add("icc", "shop");
        now = NOON.plus(Duration.ofHours(25));
        assertEquals(List.of(), table.entries());
    }

    @Test
    void theTableIsBounded() {
        IntStream.range(0, 3_000).forEach(i -> table.add("icc", "tenant" + i));
        assertEquals(2_000, table.entries().size());
    }
}
