package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import dev.understudy.shell.text.TimestampFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedirectCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Secondaries.SecondaryStatus> entries = new ArrayList<>();
    private final OperatorCommand redirect = new RedirectCommand(new Fixed(), new TimestampFormat(ZoneOffset.UTC));

    private final class Fixed implements Secondaries {
        @Override
        public List<SecondaryStatus> entries() {
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
        entries.add(new Secondaries.SecondaryStatus(
                "http://b:8080",
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                false,
                Secondaries.BreakerState.HALF_OPEN,
                3,
                new Secondaries.LastFailure(FailureKind.SECONDARY_TIMEOUT, "too late", NOON),
                List.of(
                        new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, Secondaries.ANSWERED, 12),
                        new Secondaries.ForwardCount(FailureKind.SOURCE_CORRUPT, "secondary.timeout", 5))));
        entries.add(new Secondaries.SecondaryStatus(
                "https://c",
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                null,
                Secondaries.BreakerState.CLOSED,
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
