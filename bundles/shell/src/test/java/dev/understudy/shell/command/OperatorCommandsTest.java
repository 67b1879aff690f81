package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RecentFailures;
import dev.understudy.shell.text.TimestampFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators are told. */
class OperatorCommandsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TimestampFormat timestamps = new TimestampFormat(ZoneOffset.UTC);
    private final List<RecentFailures.FailureRecord> failures = new ArrayList<>();
    private final List<Quarantine.QuarantinedSource> bad = new ArrayList<>(List.of(
            bad("shop/drum.jpg", "'shop/drum.jpg': cut short", 12),
            bad("gallery/a b.jpg", "'gallery/a b.jpg': no", 1)));
    private final OperatorCommand errors = new ErrorsCommand(() -> failures, timestamps);
    private final OperatorCommand quarantine = new QuarantineCommand(new List2Quarantine(), timestamps);

    private static Quarantine.QuarantinedSource bad(String file, String message, long asked) {
        return new Quarantine.QuarantinedSource(file, FailureKind.SOURCE_CORRUPT, message, NOON, asked);
    }

    private final class List2Quarantine implements Quarantine {
        @Override
        public List<QuarantinedSource> entries() {
            return List.copyOf(bad);
        }

        @Override
        public boolean release(String file) {
            return bad.removeIf(entry -> entry.file().equals(file));
        }

        @Override
        public int releaseAll() {
            int before = bad.size();
            bad.clear();
            return before;
        }
    }

    @Test
    void failuresAreATable() {
        failures.add(new RecentFailures.FailureRecord(
                FailureKind.SOURCE_CORRUPT, "shop", 1200, NOON, NOON.plusSeconds(61), "/is/image/shop/drum?wid=300"));
        failures.add(new RecentFailures.FailureRecord(FailureKind.OBJECT_UNKNOWN, "", 3, NOON, NOON, "/is/image/x"));
        assertEquals("""
                code            catalog    count  last                 last request
                source.corrupt  shop        1200  2026-03-01 12:01:01  /is/image/shop/drum?wid=300
                object.unknown  (default)      3  2026-03-01 12:00:00  /is/image/x""", errors.run(List.of()));
    }

    @Test
    void ignoredCommandsAreATableOfTheirOwn() {
        RecentFailures two = new RecentFailures() {
            @Override
            public List<FailureRecord> entries() {
                return List.of();
            }

            @Override
            public List<IgnoredCommand> ignored() {
                return List.of(
                        new IgnoredCommand("op_usm", "shop", 1200, NOON, NOON.plusSeconds(61)),
                        new IgnoredCommand("icc", "", 3, NOON, NOON));
            }
        };
        assertEquals("""
                No request has failed within a day.

                ignored command  catalog    count  last
                op_usm           shop        1200  2026-03-01 12:01:01
                icc              (default)      3  2026-03-01 12:00:00""", new ErrorsCommand(two, timestamps).run(List.of()));
    }

    @Test
    void noFailuresAreASentence() {
        assertEquals("No request has failed within a day.", errors.run(List.of()));
    }

    @Test
    void theQuarantineIsATable() {
        assertEquals("""
                file             code            since                asked  message
                shop/drum.jpg    source.corrupt  2026-03-01 12:00:00     12  'shop/drum.jpg': cut short
                gallery/a b.jpg  source.corrupt  2026-03-01 12:00:00      1  'gallery/a b.jpg': no""", quarantine.run(List.of()));
    }

    @Test
    void sourcesAreReleasedByName() {
        assertEquals("1 source released.", quarantine.run(List.of("release", "shop/drum.jpg")));
        assertEquals(1, bad.size());
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> quarantine.run(List.of("release", "gallery/a b.jpg", "shop/drum.jpg")));
        assertEquals("Not in quarantine: shop/drum.jpg", thrown.getMessage());
        assertEquals("The quarantine is empty.", quarantine.run(List.of()));
    }

    @Test
    void allSourcesAreReleased() {
        assertEquals("2 sources released.", quarantine.run(List.of("release", "--all")));
        assertEquals("0 sources released.", quarantine.run(List.of("release", "--all")));
    }

    @Test
    void whatIsNotUnderstoodIsSaidWithWhatWouldBe() {
        for (List<String> wrong : List.of(List.of("release"), List.of("free", "x"), List.of("--all"))) {
            IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> quarantine.run(wrong));
            assertTrue(
                    thrown.getMessage().contains("allowed: nothing, release FILE, release --all"), thrown.getMessage());
        }
        assertEquals(2, bad.size());
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> errors.run(List.of("shop")));
        assertEquals("'shop' is not understood; allowed: nothing, or --help", thrown.getMessage());
    }

    @Test
    void helpNamesTheCommand() {
        assertTrue(errors.help().startsWith("understudy:errors\n"));
        assertTrue(quarantine.help().startsWith("understudy:quarantine\n"));
    }
}
