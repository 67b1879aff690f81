package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import dev.understudy.shell.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedirectCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Secondaries.Entry> entries = new ArrayList<>();
    private final Command redirect = new RedirectCommand(new Fixed(), new Moments(ZoneOffset.UTC));

    private final class Fixed implements Secondaries {
        @Override
        public List<Entry> entries() {
            return entries;
        }

        @Override
        public boolean forAllCatalogs() {
            return true;
        }

        @Override
        public int reset() {
            return entries.size();
        }
    }

    @Test
    void serversAndWhatCameOfTheirRequestsAreTables() {
        entries.add(new Secondaries.Entry(
                "http://b:8080",
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                false,
                Secondaries.Breaker.HALF_OPEN,
                3,
                new Secondaries.Trouble(FailureKind.SECONDARY_TIMEOUT, "too late", NOON),
                List.of(
                        new Secondaries.Count(FailureKind.SOURCE_MISSING, Secondaries.ANSWERED, 12),
                        new Secondaries.Count(FailureKind.SOURCE_CORRUPT, "secondary.timeout", 5))));
        entries.add(new Secondaries.Entry(
                "https://c",
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                null,
                Secondaries.Breaker.CLOSED,
                0,
                null,
                List.of()));
        assertEquals("""
                server         timeouts           reachable  breaker    under way  last failure
                http://b:8080  2000 ms, 10000 ms  no         half-open          3  2026-03-01 12:00:00 secondary.timeout: too late
                https://c      2000 ms, 1000 ms   not asked  closed             0

                server         reason          outcome            count
                http://b:8080  source.missing  answered              12
                http://b:8080  source.corrupt  secondary.timeout      5""", redirect.run(List.of()));
    }

    @Test
    void withoutServersItSaysSo() {
        assertEquals("No secondary server is configured.", redirect.run(List.of()));
    }

    @Test
    void resetting() {
        assertEquals("0 servers are asked again.", redirect.run(List.of("reset")));
        assertThrows(IllegalArgumentException.class, () -> redirect.run(List.of("forget")));
    }
}
