package dev.understudy.protocol.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectedFaultsTest {

    private static final Set<FailureKind> IMAGES =
            EnumSet.of(FailureKind.SOURCE_MISSING, FailureKind.SOURCE_CORRUPT, FailureKind.SERVER_OVERLOADED);
    private static final Set<FailureKind> CONTENT = EnumSet.of(FailureKind.STATIC_MISSING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source.missing                     | source.missing",
                "Source.Corrupt                     | source.corrupt",
                "overload                           | server.overloaded",
                "slow=250                           | slow=250",
                "slow=10000 , source.missing        | source.missing, slow=10000",
                "secondary.timeout                  | source.missing, secondary.timeout",
                "source.corrupt, secondary.down     | source.corrupt, secondary.down",
            })
    void faultsAreReadAndToldAsTheyCount(String header, String told) throws ServeException {
        assertEquals(told, InjectedFaults.read(header, IMAGES).toString());
    }

    @Test
    void missingStaticContentHasAKindOfItsOwn() throws ServeException {
        assertEquals(
                FailureKind.STATIC_MISSING,
                InjectedFaults.read("source.missing", CONTENT).failure());
        assertEquals(
                FailureKind.STATIC_MISSING,
                InjectedFaults.read("static.missing", CONTENT).failure());
        assertEquals(
                FailureKind.STATIC_MISSING,
                InjectedFaults.read("secondary.busy", CONTENT).failure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "font.corrupt",
                "slow",
                "slow=",
                "slow=0",
                "slow=10001",
                "slow=-1",
                "slow=1e3",
                "slow=1,slow=2",
                "source.missing,source.corrupt",
                "secondary.down,secondary.busy",
                "source.missing,",
                "secondary.path"
            })
    void whateverElseIsRefusedWithAListOfWhatIsAllowed(String header) {
        ServeException e = assertThrows(ServeException.class, () -> InjectedFaults.read(header, IMAGES));
        assertEquals(FailureKind.PARAMETER_INVALID, e.failure().kind());
        String message = e.failure().message();
        for (String allowed : new String[] {"source.corrupt", "secondary.timeout", "overload", "slow=1..10000"}) {
            assertTrue(message.contains(allowed), message);
        }
    }

    @Test
    void noMoreThanAFewAnswersAreSlowAtATime() throws InterruptedException {
        SlowAnswers slow = new SlowAnswers();
        CountDownLatch begun = new CountDownLatch(SlowAnswers.MAX);
        Thread[] waiting = new Thread[SlowAnswers.MAX];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = new Thread(() -> {
                begun.countDown();
                slow.await(Duration.ofSeconds(30));
            });
            waiting[i].start();
        }
        begun.await();
        while (slow.await(Duration.ofMillis(1))) {
            Thread.sleep(1);
        }
        assertFalse(slow.await(Duration.ofMillis(1)));
        assertTrue(slow.await(Duration.ZERO));
        for (Thread thread : waiting) {
            thread.interrupt();
            thread.join();
        }
        assertTrue(slow.await(Duration.ofMillis(1)));
    }
}
